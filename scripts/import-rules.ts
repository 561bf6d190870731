import { join } from 'node:path';
import { presentZones } from './zones.ts';
import { projectRoot, runProgram, type ProgramResult } from './program.ts';

type Cruise = {
  modules: unknown[];
  summary: { totalCruised: number; violations: { from: string; to: string; rule: { name: string } }[] };
};

/** The rules that the files of scripts/canary break, one file each. */
const canaryMustBreak = [
  'domain-alone',
  'domain-no-node',
  'no-cycles',
  'server-routes-private',
  'web-zone',
  'web-features-apart',
];

/** Cruises the project and the canary: the first must break no rule, the second each rule it was written for. */
export async function checkImports(): Promise<ProgramResult> {
  const project = await cruise(projectRoot, await presentZones());
  const canary = await cruise(join(projectRoot, 'scripts', 'canary'), ['domain', 'server', 'web']);
  if (typeof project === 'string') return { ok: false, output: project };
  if (typeof canary === 'string') return { ok: false, output: canary };
  const broken = project.summary.violations.map(({ rule, from, to }) => `${rule.name}: ${from} → ${to}`);
  const caught = new Set(canary.summary.violations.map(({ rule }) => rule.name));
  const missed = canaryMustBreak
    .filter((rule) => !caught.has(rule))
    .map((rule) => `${rule}: the canary was not caught`);
  const count = `${project.summary.totalCruised} modules, ${caught.size} rules seen to bite`;
  return { ok: broken.length + missed.length === 0, output: `${[...broken, ...missed, count].join('\n')}\n` };
}

async function cruise(cwd: string, folders: string[]): Promise<Cruise | string> {
  const config = join(projectRoot, '.dependency-cruiser.mjs');
  const { output } = await runProgram(['depcruise', '--config', config, '--output-type', 'json', ...folders], { cwd });
  const json = output.slice(output.indexOf('{'), output.lastIndexOf('}') + 1);
  try {
    const result = JSON.parse(json) as Cruise;
    return result.summary.totalCruised > 0 ? result : 'dependency-cruiser read no module';
  } catch {
    return output;
  }
}
