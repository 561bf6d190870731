import { randomBytes } from 'node:crypto';
import type { Disk } from 'flydrive';
import { sql } from 'kysely';
import { sendAhead, type Tx } from '#db/transaction.ts';
import { uuidV7 } from '#domain/kernel/id.ts';
import type { Actor } from '#domain/kernel/role.ts';
import type { StoreSettings } from '#domain/store/settings.ts';
import type { UploadedFile } from '#server/http/upload.ts';

type JobOptions = { readonly runAt?: string; readonly jobKey?: string };

/** All that a handler may use: one transaction that sees one store, who asks, and the clock. */
export type Call = {
  readonly tx: Tx;
  readonly actor: Actor;
  /** The instant of the request, ISO. */
  readonly now: string;
  readonly settings: StoreSettings;
  /** Files of a multipart request. */
  readonly files: readonly UploadedFile[];
  /** Where photographs are kept. */
  readonly disk: Disk;
  /** What links for people outside begin with: `PUBLIC_URL`, else where the request came to; null for a job without it. */
  readonly origin: string | null;
  /** A new UUID version 7. */
  newId: () => string;
  /** Names a live topic that changed, such as `order:<id>`; told after commit. */
  changed: (topic: string) => void;
  /** Adds a job to this transaction; times are ISO instants, a job with the same key replaces the waiting one. */
  enqueue: (identifier: string, payload: object, options?: JobOptions) => void;
};

/** A new UUID version 7 of this moment. */
export const newId = (): string => uuidV7(Date.now(), randomBytes(10));

type CallParts = Pick<Call, 'tx' | 'actor' | 'now' | 'settings' | 'files' | 'disk' | 'origin'>;

/** A call and the topics it names. */
export function openCall(parts: CallParts): { call: Call; topics: ReadonlySet<string> } {
  const topics = new Set<string>();
  const call: Call = {
    ...parts,
    newId,
    changed: (topic) => void topics.add(topic),
    enqueue: (identifier, payload, options) => enqueue(parts.tx, { identifier, payload, ...options }),
  };
  return { call, topics };
}

type Job = JobOptions & { readonly identifier: string; readonly payload: object };

function enqueue(tx: Tx, { identifier, payload, runAt, jobKey }: Job): void {
  const json = JSON.stringify(payload);
  const job = sql`select enqueue_job(${identifier}, ${json}::json, ${runAt ?? null}::timestamptz, ${jobKey ?? null})`;
  sendAhead(tx, [job.compile(tx)]);
}
