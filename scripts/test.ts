import { mkdir, readFile, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { checks, runCheck } from './checks.ts';
import { projectRoot, runProgram } from './program.ts';

type Tally = { passed: number; failed: number };

const results = join(projectRoot, '.results');
const report = join(results, 'tests.json');

await mkdir(results, { recursive: true });
const tallies = [await runChecks(), await runTests()];
const passed = tallies.reduce((sum, tally) => sum + tally.passed, 0);
const failed = tallies.reduce((sum, tally) => sum + tally.failed, 0);
process.stdout.write(`\n${passed} passed, ${failed} failed\n`);
process.exitCode = failed === 0 ? 0 : 1;

async function runChecks(): Promise<Tally> {
  const tally = { passed: 0, failed: 0 };
  for (const [name, check] of Object.entries(checks)) {
    const { ok, output } = await runCheck(check);
    process.stdout.write(`${ok ? '✓' : '✗'} ${name}\n${ok ? '' : output}`);
    tally[ok ? 'passed' : 'failed'] += 1;
  }
  return tally;
}

/** Counts tests from vitest's report; a file that could not run, or a run that broke otherwise, is a failure too. */
async function runTests(): Promise<Tally> {
  await rm(report, { force: true });
  const reporters = ['--reporter=default', '--reporter=json', `--outputFile.json=${report}`];
  const { ok } = await runProgram(['vitest', 'run', ...reporters, ...process.argv.slice(2)], { echo: true });
  const counts = await readFile(report, 'utf8').then(
    (text) => JSON.parse(text) as { numPassedTests: number; numFailedTests: number; numFailedTestSuites: number },
    () => undefined,
  );
  const failed = counts?.numFailedTests ?? 0;
  return { passed: counts?.numPassedTests ?? 0, failed: !ok && failed === 0 ? 1 : failed };
}
