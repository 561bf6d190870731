import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { checkPages } from './docs/pages.ts';
import { checkImports } from './import-rules.ts';
import { projectRoot, runProgram, type ProgramResult } from './program.ts';
import { generateSchemaTypes } from './schema-types.ts';
import { presentZones } from './zones.ts';

type Check = () => Promise<ProgramResult>;

/** Every check that `npm run check` runs, by the name that `npm run check:<name>` takes. */
export const checks: Record<string, Check> = {
  types: checkTypes,
  lint: async () => runProgram(['oxlint', '--type-aware', '--deny-warnings', ...(await lintedPaths())]),
  format: async () => runProgram(['oxfmt', '--check', ...(await lintedPaths())]),
  imports: checkImports,
  dead: () => runProgram(['knip', '--no-progress']),
  schema: () => generateSchemaTypes({ verify: true }),
  docs: checkPages,
};

/** Runs one check; a check that breaks has failed. */
export async function runCheck(check: Check): Promise<ProgramResult> {
  try {
    return await check();
  } catch (error) {
    return { ok: false, output: `${error instanceof Error ? error.stack : String(error)}\n` };
  }
}

/** What lint and format look at. */
export async function lintedPaths(): Promise<string[]> {
  return [...(await presentZones()), 'vitest.config.ts'];
}

async function checkTypes(): Promise<ProgramResult> {
  const zones = await presentZones();
  const projects = ['.', ...['domain', 'web', 'e2e'].filter((zone) => zones.includes(zone))];
  const present = projects.filter((project) => existsSync(join(projectRoot, project, 'tsconfig.json')));
  const results = await Promise.all(present.map((project) => runProgram(['tsc', '--pretty', 'false', '-p', project])));
  return { ok: results.every((result) => result.ok), output: results.map((result) => result.output).join('') };
}
