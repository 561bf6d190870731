import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { projectRoot, type ProgramResult } from '../program.ts';
import { permissionsPage } from './permissions-page.ts';
import { processPage } from './process-page.ts';
import { requirementsFile, requirementsPage } from './requirements-page.ts';

/** Every generated page of the documentation, by file. */
async function generatedPages(): Promise<Record<string, string>> {
  return {
    [requirementsFile]: await requirementsPage(),
    [join('docs', 'process.md')]: processPage(),
    [join('docs', 'permissions.md')]: permissionsPage(),
  };
}

/** Writes the generated pages. */
export async function writePages(): Promise<string[]> {
  const pages = await generatedPages();
  await Promise.all(Object.entries(pages).map(([file, text]) => writeFile(join(projectRoot, file), text)));
  return Object.keys(pages);
}

/** Whether the committed pages still say what the code says. */
export async function checkPages(): Promise<ProgramResult> {
  const pages = Object.entries(await generatedPages());
  const stale = await Promise.all(
    pages.map(async ([file, text]) => ((await readCommitted(file)) === text ? [] : [file])),
  );
  const files = stale.flat();
  return {
    ok: files.length === 0,
    output: files.length === 0 ? '' : `stale: ${files.join(', ')}; run npm run generate\n`,
  };
}

const readCommitted = (file: string): Promise<string> => readFile(join(projectRoot, file), 'utf8').catch(() => '');
