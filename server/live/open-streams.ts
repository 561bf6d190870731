import { refuse, type Refusal } from '#domain/kernel/refusal.ts';

/**
 * A browser holds at most six connections to one place, and those of a page that was left may linger for a heartbeat: twice six is
 * more than anybody needs who works in several windows.
 */
const mostOfOneSession = 12;

/** The event streams that are open, counted by session, so that nobody takes the places of all. */
export type OpenStreams = {
  /** A place for one stream and how to give it up, once; or the refusal `too_many_streams`. */
  take(session: string): (() => void) | Refusal;
};

/** Every stream costs a connection and a look at its session at each heartbeat, so there is an end to them in all too. */
export function openStreams(mostInAll: number): OpenStreams {
  const bySession = new Map<string, number>();
  let inAll = 0;
  const add = (session: string, count: number) => {
    const open = (bySession.get(session) ?? 0) + count;
    inAll += count;
    if (open > 0) bySession.set(session, open);
    else bySession.delete(session);
  };
  return {
    take(session) {
      const full = inAll >= mostInAll || (bySession.get(session) ?? 0) >= mostOfOneSession;
      if (full) return refuse('too_many_streams');
      add(session, 1);
      return () => add(session, -1);
    },
  };
}
