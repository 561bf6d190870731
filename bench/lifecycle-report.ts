import type { Sent } from '#e2e/journey/api-client.ts';
import type { Lifecycle } from '#bench/lifecycle.ts';
import { rounded, timesOf, type Times } from '#bench/percentiles.ts';
import type { RecordedTransaction } from '#bench/replay.ts';

/** What the server's process says of its start, and where a copy of its first database lies. */
export type Started = {
  readonly coldStartMs: number;
  readonly ownerUrl: string;
  readonly copy: { readonly appUrl: string; readonly ownerUrl: string };
};
export type Kept = { readonly transactions: readonly RecordedTransaction[]; readonly measuredFrom: number };
export type Replayed = { readonly replaySeconds: number; readonly rowDifferences: readonly string[] };
export type Measured = Replayed & {
  readonly lifecycle: Lifecycle;
  readonly kept: Kept;
  readonly rss: number;
  readonly started: Started;
};

/** What `npm run bench -- --json lifecycle` says on its last line. */
export type LifecycleReport = {
  readonly journeysPerS: number;
  readonly commandsPerS: number;
  /** Statements per command, beginning and commit among them. */
  readonly statementsPerCommand: number;
  /** The same statements through the bare driver at the same concurrency. */
  readonly replayJourneysPerS: number;
  readonly ratio: number;
  readonly commands: Readonly<Record<string, Times>>;
  readonly rssMb: number;
  readonly coldStartMs: number;
  /** Tables where the replay left another number of rows than the journeys; empty when it did the same. */
  readonly rowDifferences: readonly string[];
};

export function reportOf({ lifecycle, kept, rss, started, replaySeconds, rowDifferences }: Measured): LifecycleReport {
  const { journeys, seconds, sent } = lifecycle;
  const commands = sent.filter(({ kind }) => kind === 'command');
  const journeysPerS = journeys / seconds;
  const replayJourneysPerS = journeys / replaySeconds;
  return {
    journeysPerS: rounded(journeysPerS),
    commandsPerS: rounded(commands.length / seconds),
    statementsPerCommand: rounded(statementsPerCommand(kept.transactions.slice(kept.measuredFrom))),
    replayJourneysPerS: rounded(replayJourneysPerS),
    ratio: rounded(journeysPerS / replayJourneysPerS),
    commands: timesByName(commands),
    rssMb: Math.round(rss / 1_048_576),
    coldStartMs: started.coldStartMs,
    rowDifferences,
  };
}

/** A command keeps a receipt; what only reads runs in a snapshot. */
function statementsPerCommand(transactions: readonly RecordedTransaction[]): number {
  const own = transactions.filter(({ lane, statements }) => lane !== '' && !isSnapshot(statements[0]?.text ?? ''));
  const total = own.reduce((sum, { statements }) => sum + statements.length, 0);
  return total / Math.max(1, own.length);
}

const isSnapshot = (begin: string): boolean => begin.includes('read only');

function timesByName(commands: readonly Sent[]): Record<string, Times> {
  const names = [...new Set(commands.map(({ name }) => name))].toSorted();
  const of = (wanted: string) => commands.filter(({ name }) => name === wanted).map(({ ms }) => ms);
  return Object.fromEntries(names.map((name) => [name, timesOf(of(name))]));
}

const aims = { statements: 8, ratio: 0.5, p99Ms: 50, coldStartMs: 15_000 };

/** Each figure beside what it is measured against. */
export function lifecycleTable(report: LifecycleReport): string {
  const { journeysPerS, commandsPerS, replayJourneysPerS, ratio } = report;
  const replayCommandsPerS = ratio === 0 ? 0 : rounded(commandsPerS / ratio);
  const rows: readonly (readonly [string, string, string])[] = [
    ['', 'server', 'reference'],
    ['journeys/s', String(journeysPerS), `${replayJourneysPerS} (same statements, bare driver)`],
    ['commands/s', String(commandsPerS), `${replayCommandsPerS} (same statements, bare driver)`],
    ['ratio', String(ratio), `≥ ${aims.ratio}`],
    ['statements per command', String(report.statementsPerCommand), `≤ ${aims.statements}`],
    ['memory (MB, with the recording)', String(report.rssMb), ''],
    ['first start with demo (ms)', String(report.coldStartMs), `< ${aims.coldStartMs}`],
  ];
  const commands = Object.entries(report.commands).toSorted(([, a], [, b]) => b.p99Ms - a.p99Ms);
  const times = commands.map(
    ([name, { p50Ms, p99Ms }]) => [name, `${p50Ms} / ${p99Ms}`, `p99 < ${aims.p99Ms}`] as const,
  );
  const lines = [...rows, ['command', 'p50 / p99 ms', ''] as const, ...times].map(
    ([what, figure, reference]) => `${what.padEnd(34)}${figure.padEnd(18)}${reference}`,
  );
  const same =
    report.rowDifferences.length === 0
      ? 'replay left the same rows'
      : `replay differs: ${report.rowDifferences.join(', ')}`;
  return [...lines, same].join('\n');
}
