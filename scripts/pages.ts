import { cp, readdir, readFile, rename, rm, stat, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { constants, brotliCompress, gzip } from 'node:zlib';
import { projectRoot, runProgram } from './program.ts';

const folder = join(projectRoot, 'web', 'dist');
const sources = ['web', 'domain', 'documents', 'package-lock.json'].map((name) => join(projectRoot, name));
const aside = /^(?:dist|node_modules|.*\.test\.tsx?)$/;

/** Builds the interface when it is missing or older than its sources. */
export async function buildPages(): Promise<void> {
  const built = await changedAt(join(folder, 'index.html'));
  const newest = Math.max(...(await Promise.all(sources.map(newestIn))));
  if (built > newest) return;
  const fresh = join(folder, `.fresh-${process.pid}`);
  try {
    await build(fresh);
  } finally {
    await rm(fresh, { recursive: true, force: true });
  }
}

async function build(fresh: string): Promise<void> {
  const options = ['--config', 'web/vite.config.ts', '--outDir', fresh, '--emptyOutDir', '--logLevel', 'warn'];
  const { ok, output } = await runProgram(['vite', 'build', ...options], { env: { NODE_ENV: 'production' } });
  if (!ok) throw new Error(`the interface could not be built:\n${output}`);
  await compressFiles(fresh);
  await replace(fresh);
}

/** Whoever is reading the old files finds them until the new ones stand beside them. */
async function replace(fresh: string): Promise<void> {
  await cp(fresh, folder, { recursive: true, filter: (path) => !path.endsWith('index.html') });
  await rename(join(fresh, 'index.html'), join(folder, 'index.html'));
}

async function newestIn(path: string): Promise<number> {
  const found = await stat(path).catch(() => null);
  if (!found?.isDirectory()) return found?.mtimeMs ?? 0;
  const names = (await readdir(path)).filter((name) => !aside.test(name));
  return Math.max(0, ...(await Promise.all(names.map((name) => newestIn(join(path, name))))));
}

const changedAt = async (file: string): Promise<number> => (await stat(file).catch(() => null))?.mtimeMs ?? -1;

const compressors = {
  br: (bytes: Buffer) => promisify(brotliCompress)(bytes, { params: { [constants.BROTLI_PARAM_QUALITY]: 6 } }),
  gz: (bytes: Buffer) => promisify(gzip)(bytes),
};

async function compressFiles(root: string): Promise<void> {
  const files = (await readdir(root, { recursive: true })).filter((name) => /\.(?:js|css|svg|json)$/.test(name));
  for (const name of files) {
    const bytes = await readFile(join(root, name));
    for (const [ending, compress] of Object.entries(compressors))
      await writeFile(join(root, `${name}.${ending}`), await compress(bytes));
  }
}
