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

/** Hears what changes elsewhere and asks again what listens to it. Answers how to stop. */
export function startLive(client: QueryClient): () => void {
  let source: EventSource | null = null;
  let timer: ReturnType<typeof setTimeout> | undefined;
  const open = () => {
    source = new EventSource(liveAddress());
    source.addEventListener('open', () => become('live'));
    source.addEventListener('changed', ({ data }: MessageEvent<string>) => {
      const { topics } = JSON.parse(data) as { topics: readonly string[] };
      void invalidateTopics(client, topics);
    });
    source.addEventListener('resync', () => void client.invalidateQueries());
    source.addEventListener('error', () => {
      become('offline');
      if (source?.readyState === EventSource.CLOSED) timer = setTimeout(open, againMs);
    });
  };
  open();
  return () => {
    clearTimeout(timer);
    source?.close();
    become('connecting');
  };
}

function liveAddress(): string {
  const storeId = isCustomerPlace() ? null : activeStoreId();
  return storeId === null ? '/api/v1/live' : `/api/v1/live?store=${storeId}`;
}
