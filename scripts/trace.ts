import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { idsIn } from './docs/cited-tests.ts';
import { requirementIds } from './docs/requirements-page.ts';
import { projectRoot } from './program.ts';

type Report = { testResults: { assertionResults: { fullName: string; status: string }[] }[] };

const report = await readFile(join(projectRoot, '.results', 'tests.json'), 'utf8').catch(() => null);
if (report === null) {
  process.stderr.write('Run npm test first: the trace is made from the tests that passed in its last run.\n');
  process.exit(1);
}
const requirements = await requirementIds();
const tests = (JSON.parse(report) as Report).testResults.flatMap(({ assertionResults }) => assertionResults);
const shown = new Set(tests.filter(({ status }) => status === 'passed').flatMap(({ fullName }) => idsIn(fullName)));
const missing = requirements.filter((id) => !shown.has(id));
const summary = { requirements: requirements.length, shown: requirements.length - missing.length, missing };
if (!process.argv.includes('--json'))
  process.stdout.write(`${summary.shown} of ${summary.requirements} requirements are shown by a passing test\n`);
process.stdout.write(`${JSON.stringify(summary)}\n`);
