import type { Pool } from 'pg';
import { liveChannel, type LiveChange } from '#server/live/live-change.ts';
import type { LiveListener } from '#server/live/live-listener.ts';

/** Tells every process, after commit, what changed. */
export type LiveEvents = {
  publish: (storeId: string, topics: Iterable<string>) => void;
  readonly listener: LiveListener;
  close(): Promise<void>;
};

const gatherMs = 50;
/** NOTIFY carries less than 8000 bytes. */
const mostBytes = 7_500;

/**
 * Gathers changes and sends them at most every 50 ms, outside any transaction: a NOTIFY inside one would take an
 * instance-wide lock at commit. What is lost with a crash is found by the boards' own slow polling.
 */
export function liveEvents(pool: Pool, listener: LiveListener): LiveEvents {
  const pending = new Map<string, Set<string>>();
  let timer: NodeJS.Timeout | undefined;
  const flush = async () => {
    timer = undefined;
    const changes = [...pending].map(([store, topics]): LiveChange => ({ store, topics: [...topics] }));
    pending.clear();
    const messages = changes.flatMap(inPieces).map((change) => JSON.stringify(change));
    if (messages.length > 0)
      await pool.query('select pg_notify($1, message) from unnest($2::text[]) message', [liveChannel, messages]);
  };
  const flushQuietly = () => void flush().catch(() => {});
  return {
    listener,
    publish(storeId, topics) {
      const known = pending.get(storeId) ?? new Set();
      for (const topic of topics) known.add(topic);
      pending.set(storeId, known);
      timer ??= setTimeout(flushQuietly, gatherMs);
    },
    async close() {
      clearTimeout(timer);
      await flush().catch(() => {});
      await listener.close();
    },
  };
}

function inPieces({ store, topics }: LiveChange): LiveChange[] {
  const pieces: string[][] = [[]];
  let bytes = 0;
  for (const topic of topics) {
    bytes += Buffer.byteLength(topic) + 3;
    if (bytes > mostBytes - 100) {
      pieces.push([]);
      bytes = Buffer.byteLength(topic) + 3;
    }
    pieces.at(-1)?.push(topic);
  }
  return pieces.map((piece) => ({ store, topics: piece }));
}
