import { Pool } from 'pg';
import { Logger, parseCronItems, run, type TaskList } from 'graphile-worker';
import { storeSchedules, storeTasks } from '#server/jobs/tasks.ts';
import { asSystem, type JobTools, type StoreSchedule } from '#server/jobs/task.ts';

export type WorkerOptions = JobTools & {
  readonly jobsUrl: string;
  /** False takes jobs alone and lets nothing recur. */
  readonly schedules?: boolean;
};

export type RunningWorker = {
  /** Whether the worker still takes jobs. */
  ready: () => Promise<boolean>;
  stop: () => Promise<void>;
};

const jobsAtOnce = 4;

/** Starts taking jobs and keeping the schedules; `stop` lets running jobs end. Several processes share the queue. */
export async function startWorker({ jobsUrl, schedules = true, ...tools }: WorkerOptions): Promise<RunningWorker> {
  let living = true;
  const pool = new Pool({ connectionString: jobsUrl, max: jobsAtOnce + 2 });
  // A connection that breaks is made anew: by the pool when it was idle, by the runner when it was in use.
  pool.on('error', () => {});
  pool.on('connect', (client) => client.on('error', () => {}));
  const runner = await run({
    pgPool: pool,
    taskList: taskList(tools),
    parsedCronItems: parseCronItems(
      (schedules ? storeSchedules : []).map(({ identifier, cron }) => ({
        task: identifier,
        match: cron,
        options: { backfillPeriod: 0 },
      })),
    ),
    concurrency: jobsAtOnce,
    noHandleSignals: true,
    logger: quiet,
  });
  const ended = () => {
    living = false;
  };
  runner.promise.then(ended, ended);
  return {
    ready: () => Promise.resolve(living),
    stop: async () => {
      if (living) await runner.stop();
      await pool.end();
    },
  };
}

/** Every job by name. */
export function taskList(tools: JobTools): TaskList {
  const tasks = storeTasks.map(({ identifier, run: task }) => [identifier, (payload: unknown) => task(tools, payload)]);
  const schedules = storeSchedules.map((schedule) => [schedule.identifier, () => inEveryStore(tools, schedule)]);
  return Object.fromEntries([...tasks, ...schedules]) as TaskList;
}

/** One store's failure does not keep the others from theirs; it fails the job afterwards, to be tried again. */
async function inEveryStore({ deps }: JobTools, { identifier, inEachStore }: StoreSchedule): Promise<void> {
  const stores = await deps.database.db.selectFrom('store').select('store_id').orderBy('store_id').execute();
  const failed: unknown[] = [];
  for (const { store_id: storeId } of stores) {
    await asSystem(deps, storeId, inEachStore).catch((error: unknown) => failed.push(error));
  }
  if (failed.length > 0) throw new AggregateError(failed, `${identifier} failed in ${failed.length} stores`);
}

/** Warnings and errors alone, each on one line, without payloads. */
const quiet = new Logger(() => (level, message) => {
  if (level === 'error' || level === 'warning') process.stderr.write(`jobs: ${message.split('\n')[0]}\n`);
});
