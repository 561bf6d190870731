import { once } from 'node:events';
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { deserialize } from 'node:v8';
import type { ChildProcess } from 'node:child_process';
import { startServerProcess, type ServerProcess } from '#e2e/journey/server-process.ts';
import { runLifecycle } from '#bench/lifecycle.ts';
import { reportOf, type Kept, type LifecycleReport, type Replayed, type Started } from '#bench/lifecycle-report.ts';
import { byLane, replay } from '#bench/replay.ts';
import { differences, rowCounts } from '#bench/row-counts.ts';

export type MeasureOptions = { readonly clients: number; readonly journeysEach: number; readonly warmUpEach: number };

/** Runs the journeys through the server, then replays their statements through the bare driver on a copy of the starting database. */
export async function measureLifecycle(options: MeasureOptions): Promise<LifecycleReport> {
  const dataDir = await mkdtemp(join(tmpdir(), 'jiaoche-bench-'));
  let server: ServerProcess | undefined;
  try {
    const starting = startServerProcess({
      script: 'scripts/serve-recording.ts',
      env: { DATA_DIR: dataDir, DEMO: '1' },
    });
    server = await starting;
    return await measure(server, { ...options, file: join(dataDir, 'transactions') });
  } finally {
    await server?.stop();
    await rm(dataDir, { recursive: true, force: true });
  }
}

type Measuring = MeasureOptions & { readonly file: string };

async function measure(server: ServerProcess, options: Measuring): Promise<LifecycleReport> {
  const { process: child, url, demo } = server;
  const started = await ask<Started>(child, { ask: 'started' });
  const lifecycle = await runLifecycle({
    ...options,
    baseUrl: url,
    credentials: demo,
    warm: async () => void (await ask(child, { ask: 'measure' })),
  });
  const { rss } = await ask<{ rss: number }>(child, { ask: 'transactions', file: options.file });
  const kept = deserialize(await readFile(options.file)) as Kept;
  return reportOf({ lifecycle, kept, rss, started, ...(await replayed(started, kept)) });
}

async function replayed({ ownerUrl, copy }: Started, { transactions, measuredFrom }: Kept): Promise<Replayed> {
  const parts = [byLane(transactions.slice(0, measuredFrom)), byLane(transactions.slice(measuredFrom))];
  const [, measuredMs = 0] = await replay(copy.appUrl, parts);
  const rowDifferences = differences(await rowCounts(ownerUrl), await rowCounts(copy.ownerUrl));
  return { replaySeconds: measuredMs / 1000, rowDifferences };
}

/** Asks the server's process and waits for its answer. */
async function ask<T>(child: ChildProcess, question: object): Promise<T> {
  const answer = once(child, 'message');
  child.send(question);
  const [message] = (await answer) as [T];
  return message;
}
