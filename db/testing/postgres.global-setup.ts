import { mkdir, mkdtemp, readdir, rm } from 'node:fs/promises';
import { tmpdir, userInfo } from 'node:os';
import { join } from 'node:path';
import type { TestProject } from 'vitest/node';
import { discardCluster, startEmbedded } from '#db/embedded.ts';
import { prepareDatabase, type DatabaseUrls } from '#db/prepare.ts';

export type TestPostgres = DatabaseUrls & { adminUrl: string; template: string };

declare module 'vitest' {
  interface ProvidedContext {
    postgres: TestPostgres;
  }
}

const runs = join(tmpdir(), `jiaoche-test-${userInfo().username}`);
const template = 'jiaoche_template';

/** One server per test run with a fully migrated template, which each test file copies. */
export async function setup(project: TestProject): Promise<() => Promise<void>> {
  await mkdir(runs, { recursive: true, mode: 0o700 });
  await discardAbandonedRuns();
  const dataDir = await mkdtemp(join(runs, 'run-'));
  const postgres = await startEmbedded({ dataDir, fast: true });
  const teardown = async () => {
    await postgres.stop();
    await rm(dataDir, { recursive: true, force: true });
  };
  try {
    const { adminUrl } = postgres;
    const urls = await prepareDatabase({ adminUrl, database: template, secretsDir: join(dataDir, 'secrets') });
    project.provide('postgres', { ...urls, adminUrl, template });
    return teardown;
  } catch (error) {
    await teardown();
    throw error;
  }
}

async function discardAbandonedRuns(): Promise<void> {
  const names = await readdir(runs);
  await Promise.allSettled(names.map((name) => discardCluster(join(runs, name))));
}
