import type { QueryClient } from '@tanstack/react-query';
import { useSyncExternalStore } from 'react';
import { activeStoreId, isCustomerPlace } from '#web/api/place.ts';
import { invalidateTopics } from '#web/api/topics.ts';

export type LiveState = 'connecting' | 'live' | 'offline';

/** How often boards ask by themselves: a safety net while events arrive, the only way while they do not. */
export const pollMs = { live: 120_000, without: 30_000 } as const;
const againMs = 10_000;

const listeners = new Set<() => void>();
let state: LiveState = 'connecting';

function become(next: LiveState): void {
  if (state === next) return;
  state = next;
  listeners.forEach((listener) => listener());
}

const subscribe = (listener: () => void) => {
  listeners.add(listener);
  return () => void listeners.delete(listener);
};

export const useLiveState = (): LiveState => useSyncExternalStore(subscribe, () => state);

/**
 * Hears what changes elsewhere and asks again what listens to it. Only a page in sight listens: a browser has six connections
 * to a server, and a stream of every tab left open would take them all. After a gap everything is asked anew. Answers how to stop.
 */
export function startLive(client: QueryClient): () => void {
  let source: EventSource | null = null;
  let timer: ReturnType<typeof setTimeout> | undefined;
  let missed = false;
  const open = () => {
    source = new EventSource(liveAddress());
    source.addEventListener('open', () => {
      become('live');
      if (missed) void client.invalidateQueries();
      missed = false;
    });
    source.addEventListener('changed', ({ data }: MessageEvent<string>) => {
      const { topics } = JSON.parse(data) as { topics: readonly string[] };
      void invalidateTopics(client, topics);
    });
    source.addEventListener('resync', () => void client.invalidateQueries());
    source.addEventListener('error', () => {
      missed = true;
      become('offline');
      if (source?.readyState === EventSource.CLOSED) timer = setTimeout(open, againMs);
    });
  };
  const close = () => {
    clearTimeout(timer);
    source?.close();
    source = null;
    missed = true;
    become('connecting');
  };
  const follow = () => {
    if (document.hidden) close();
    else if (source === null) open();
  };
  document.addEventListener('visibilitychange', follow);
  follow();
  return () => {
    document.removeEventListener('visibilitychange', follow);
    close();
  };
}

function liveAddress(): string {
  const storeId = isCustomerPlace() ? null : activeStoreId();
  return storeId === null ? '/api/v1/live' : `/api/v1/live?store=${storeId}`;
}
