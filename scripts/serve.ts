import { seedDemo } from '#db/seed/seed.ts';
import { startWorker } from '#server/jobs/worker.ts';
import { startServer, type RunningServer, type ServerOptions, type StartJobs } from '#server/main.ts';
import { readSettings } from '#server/settings.ts';
import { demoTable } from './demo-table.ts';

type Extras = Pick<ServerOptions, 'pagesReady' | 'checkAnswers'>;

/** Starts the server for a person at a terminal and stops it in order when asked to. */
export async function serve(extras: Extras, afterwards: () => Promise<void> = async () => {}): Promise<RunningServer> {
  const settings = readSettings(process.env);
  const startJobs: StartJobs = (parts) =>
    startWorker({ ...parts, smtpUrl: settings.smtpUrl, schedules: settings.schedules });
  const starting = startServer({ ...settings, seedDemo, startJobs, ...extras });
  stopWhenAsked(async () => {
    await afterwards();
    await (await starting).stop();
  });
  const server = await starting;
  if (server.demo) print(demoTable(server.demo));
  if (server.firstRunToken !== null) print(`first-run token: ${server.firstRunToken}`);
  print(`listening on ${server.url}`);
  return server;
}

/** One plain line for whoever started it; the stack is for bugs alone. */
export function fail(error: unknown): never {
  process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`);
  process.exit(1);
}

const print = (line: string): void => void process.stdout.write(`${line}\n`);

function stopWhenAsked(stop: () => Promise<void>): void {
  let stopping = false;
  const end = () => {
    if (stopping) return;
    stopping = true;
    stop().then(() => process.exit(0), fail);
  };
  process.on('SIGTERM', end);
  process.on('SIGINT', end);
}
