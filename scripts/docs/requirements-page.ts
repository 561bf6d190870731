import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { projectRoot } from '../program.ts';
import { citedTests, type CitedTest } from './cited-tests.ts';

export const requirementsFile = join('docs', 'requirements.md');
const row = /^\| (R\d{3}) \| (.*) \| (.*) \| .*\|$/;

/** The IDs of the requirements page, in order. */
export async function requirementIds(): Promise<string[]> {
  const page = await readFile(join(projectRoot, requirementsFile), 'utf8');
  return page.split('\n').flatMap((line) => row.exec(line)?.[1] ?? []);
}

/** The page with its last column made anew from the tests that cite each ID. */
export async function requirementsPage(): Promise<string> {
  const [page, tests] = await Promise.all([readFile(join(projectRoot, requirementsFile), 'utf8'), citedTests()]);
  const rows = page.split('\n').map((line) => {
    const [, id, requirement, chinese] = row.exec(line) ?? [];
    return id === undefined ? line : `| ${id} | ${requirement} | ${chinese} | ${testsOf(tests, id)} |`;
  });
  return rows.join('\n');
}

function testsOf(tests: readonly CitedTest[], id: string): string {
  return tests
    .filter(({ requirements }) => requirements.includes(id))
    .map(({ file, name }) => `\`${file}\` ${name.replaceAll('|', '/').replaceAll(/\s+/g, ' ')}`)
    .join('<br>');
}
