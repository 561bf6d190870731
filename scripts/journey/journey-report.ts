import { wheel, wheelSteps } from '#domain/kernel/wheel.ts';
import { isRefused, type Tried } from '#e2e/journey/forbidden.ts';
import type { StepDone } from '#e2e/journey/drive-journey.ts';

/** What `npm run journey -- --json` says on its last line. */
export type JourneyReport = {
  readonly steps: readonly StepDone[];
  readonly refused: readonly Tried[];
  /** How many of the forbidden things the database itself refused the application's role; null where it was not asked. */
  readonly refusedBySql: number | null;
  /** Whether every chain and anchor was computed anew and fits; null where the database cannot be reached. */
  readonly verified: boolean | null;
  readonly order: string;
};

export const sqlAttempts = 6;
export const fewestForbidden = 20;

/** What is wrong with a run, a line each; empty when the promise was kept. */
export function shortcomings({ steps, refused, refusedBySql, verified }: JourneyReport): string[] {
  const missing = wheelSteps.filter((key) => !steps.some(({ step, commands }) => step === key && commands > 0));
  const done = refused.filter((tried) => !isRefused(tried));
  return [
    ...missing.map((step) => `${step} is missing`),
    ...done.map(
      ({ tried, expected, code, unchanged }) =>
        `${tried}: expected ${expected}, got ${code}${unchanged ? '' : ', rows changed'}`,
    ),
    ...(refused.length < fewestForbidden ? [`only ${refused.length} forbidden things were tried`] : []),
    ...(refusedBySql !== null && refusedBySql < sqlAttempts ? [`SQL refused ${refusedBySql} of ${sqlAttempts}`] : []),
    ...(verified === false ? ['a chain does not fit'] : []),
  ];
}

/** The run as a table for people. */
export function reportTable(report: JourneyReport): string {
  const steps = report.steps.map(
    ({ step, commands, ms, did }) =>
      `${String(wheel[step].number).padStart(2)} ${step.padEnd(17)}${String(commands).padStart(3)} commands ${String(ms).padStart(6)} ms  ${did}`,
  );
  const refused = report.refused.map(
    (tried) => `${isRefused(tried) ? '✓' : '✗'} ${tried.code.padEnd(28)}${tried.status}  ${tried.tried}`,
  );
  const sql =
    report.refusedBySql === null ? [] : [`SQL as the application: ${report.refusedBySql} of ${sqlAttempts} refused`];
  const verified = report.verified === null ? [] : [`chains and anchors ${report.verified ? 'fit' : 'DO NOT FIT'}`];
  return [...steps, '', ...refused, '', ...sql, ...verified, `order ${report.order}`].join('\n');
}
