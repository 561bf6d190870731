import { useSyncExternalStore } from 'react';

const tickMs = 20_000;
const listeners = new Set<() => void>();
let now = new Date().toISOString();
let timer: ReturnType<typeof setInterval> | undefined;

function tick(): void {
  now = new Date().toISOString();
  listeners.forEach((listener) => listener());
}

function subscribe(listener: () => void): () => void {
  listeners.add(listener);
  timer ??= setInterval(tick, tickMs);
  return () => {
    listeners.delete(listener);
    if (listeners.size > 0) return;
    clearInterval(timer);
    timer = undefined;
  };
}

function current(): string {
  if (timer === undefined && Date.now() - Date.parse(now) > tickMs) now = new Date().toISOString();
  return now;
}

/** This instant, ISO, renewed every 20 seconds wherever it is shown. */
export const useNow = (): string => useSyncExternalStore(subscribe, current);
