import type { z } from 'zod';
import { inStore } from '#db/transaction.ts';
import { isRefusal } from '#domain/kernel/refusal.ts';
import { openCall, type Call } from '#server/http/call.ts';
import type { ServerDeps } from '#server/http/server-deps.ts';

/** What a job may use. */
export type JobTools = {
  readonly deps: Pick<ServerDeps, 'database' | 'settings' | 'live' | 'now' | 'disk' | 'publicUrl'>;
  /** The mail server of the whole installation, where a store names none of its own. */
  readonly smtpUrl: string | undefined;
};

/** A job by name, run at least once for each time it was enqueued. */
export type StoreTask = {
  readonly identifier: string;
  readonly run: (tools: JobTools, payload: unknown) => Promise<void>;
};

/** Joins a job's name, the shape of its payload and what it does. */
export const storeTask = <P extends z.ZodObject>(
  identifier: string,
  payload: P,
  run: (tools: JobTools, payload: z.output<P>) => Promise<void>,
): StoreTask => ({ identifier, run: (tools, sent) => run(tools, payload.parse(sent)) });

/** What recurs in every store, each store in a transaction of its own. */
export type StoreSchedule = {
  readonly identifier: string;
  /** Minute, hour, day, month and weekday, in UTC. */
  readonly cron: string;
  readonly inEachStore: (call: Call) => Promise<void>;
};

/** Does work in one store as the system: one transaction, then the live events. A refusal rolls back and is answered. */
export async function asSystem<T>(
  deps: JobTools['deps'],
  storeId: string,
  work: (call: Call) => Promise<T>,
): Promise<T> {
  const done = await inStore(deps.database, storeId, async (tx) => {
    const settings = await deps.settings.of(tx, storeId);
    const actor = { kind: 'system', storeId } as const;
    const origin = deps.publicUrl ?? null;
    const { call, topics } = openCall({ tx, actor, settings, files: [], origin, disk: deps.disk, now: deps.now() });
    const answer = await work(call);
    return isRefusal(answer) ? answer : { answer, topics };
  });
  if (isRefusal(done)) return done as T;
  if (done.topics.size > 0) deps.live.publish(storeId, done.topics);
  return done.answer;
}
