import { minutesBetween } from '#domain/kernel/calendar.ts';
import { minutesOver, type Actual, type Board, type Plan } from '#web/features/dispatch/grid-tags.ts';

/** What a bay's row on the wall says. */
export type WallRow = {
  readonly bayId: string;
  readonly name: string;
  /** Work that runs there now; several lines of one car, or several hands. */
  readonly running: readonly (Actual & { readonly minutesOver: number | null })[];
  /** Begun there and paused. */
  readonly paused: readonly Plan[];
  readonly next: (Plan & { readonly minutesBehind: number }) | null;
};

const isBusy = ({ running, paused }: WallRow): boolean => running.length + paused.length > 0;

/** Whether a car stands in the bay or is to come. */
export const isUsed = (row: WallRow): boolean => isBusy(row) || row.next !== null;

/** Bays that work on something first, then those with something to come, then the free ones; each in the order of the shop. */
export function wallRows(board: Board, now: string): readonly WallRow[] {
  const rows = board.bays.map((bay) => rowOf(board, bay, now));
  const rank = (row: WallRow) => (isBusy(row) ? 0 : isUsed(row) ? 1 : 2);
  return rows.toSorted((a, b) => rank(a) - rank(b));
}

function rowOf(board: Board, { bayId, name }: Board['bays'][number], now: string): WallRow {
  const plans = board.plans.filter((plan) => plan.bayId === bayId && plan.state === 'planned');
  const next = plans.find(({ workState }) => workState === 'queued');
  return {
    bayId,
    name,
    running: board.actuals
      .filter((actual) => actual.bayId === bayId && actual.until === null)
      .map((actual) => ({ ...actual, minutesOver: minutesOver(actual, board.actuals, now) })),
    paused: plans.filter(({ workState }) => workState === 'paused'),
    next: next ? { ...next, minutesBehind: Math.max(0, minutesBetween(next.from, now)) } : null,
  };
}
