import { checks, runCheck } from './checks.ts';

const asJson = process.argv.includes('--json');
const named = process.argv.slice(2).filter((argument) => !argument.startsWith('--'));
const unknown = named.filter((name) => !(name in checks));
if (unknown.length > 0)
  throw new Error(`no such check: ${unknown.join(', ')}; known: ${Object.keys(checks).join(', ')}`);

const outcomes: { check: string; ok: boolean; seconds: number; output: string }[] = [];
for (const [check, program] of Object.entries(checks)) {
  if (named.length > 0 && !named.includes(check)) continue;
  const startedAt = performance.now();
  const { ok, output } = await runCheck(program);
  const seconds = Math.round((performance.now() - startedAt) / 100) / 10;
  outcomes.push({ check, ok, seconds, output });
  if (!asJson) process.stdout.write(`${ok ? '✓' : '✗'} ${check} (${seconds} s)\n${ok ? '' : output}`);
}

if (asJson) process.stdout.write(`${JSON.stringify(outcomes, null, 2)}\n`);
if (outcomes.some(({ ok }) => !ok)) process.exitCode = 1;
