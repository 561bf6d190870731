import type { dispatchBoardContracts } from '#domain/dispatch/dispatch-board.contract.ts';
import { minutesBetween, shopDateTime, shopDayRange, shopTime, type ShopDay } from '#domain/kernel/calendar.ts';
import type { OutputOf } from '#domain/kernel/contract.ts';
import type { Tone } from '#web/ui/theme.ts';

export type Board = OutputOf<typeof dispatchBoardContracts.board>;
export type Plan = Board['plans'][number];
export type Actual = Board['actuals'][number];
export type Queued = Board['queue'][number];

/** How long work should take, in minutes: its standard hours, at least a quarter; an hour where none are set. */
export const standardMinutes = (hoursCenti: number | null): number =>
  hoursCenti === null ? 60 : Math.max(15, Math.ceil((hoursCenti * 60) / 100));

type Times = { readonly from: string; readonly until: string };

/** The part of a time that lies within a day of the shop; what lasts longer is cut at its ends. */
export function within({ from, until }: Times, day: ShopDay): Times {
  const range = shopDayRange(day);
  const last = shopDateTime(day, '23:59');
  return { from: from < range.from ? range.from : from, until: until > last ? last : until };
}

/** Where a plan lies on the board: work that is done lies where it happened, the rest where it is planned. */
export function shownTimes({ state, lineId, from, until }: Plan, actuals: readonly Actual[]): Times {
  const worked = state === 'done' ? actuals.filter((each) => each.lineId === lineId) : [];
  const starts = worked.map((each) => each.from).toSorted();
  const ends = worked.map((each) => each.until ?? until).toSorted();
  return { from: starts[0] ?? from, until: ends.at(-1) ?? until };
}

/** Done is quiet; running is alive; a plan that should run or should be over by now warns. */
export function planTone({ state, workState, from, until }: Plan, now: string): Tone {
  if (state === 'done') return 'good';
  if (until <= now) return 'bad';
  if (workState === 'working') return 'active';
  return from <= now || workState === 'paused' ? 'warn' : 'neutral';
}

const minutesOf = ({ from, until }: Actual, now: string): number => minutesBetween(from, until ?? now);

/** Minutes that a job took beyond its standard time so far; negative while there is time left, null where none is set. */
export function minutesOver(
  job: Pick<Actual, 'lineId' | 'hoursCenti'>,
  actuals: readonly Actual[],
  now: string,
): number | null {
  if (job.hoursCenti === null) return null;
  const worked = actuals
    .filter(({ lineId }) => lineId === job.lineId)
    .reduce((sum, each) => sum + minutesOf(each, now), 0);
  return worked - standardMinutes(job.hoursCenti);
}

/** Work beyond its standard time is red; a pause is orange. */
export function actualTone(actual: Actual, actuals: readonly Actual[], now: string): Tone {
  if ((minutesOver(actual, actuals, now) ?? 0) > 0) return 'bad';
  if (actual.until === null) return 'active';
  return actual.endReason === 'finished' ? 'good' : 'warn';
}

/** The hours that the board shows: the shop's, and earlier or later where something is planned or happened then. */
export function hoursShown({ day, now, opensAt, closesAt, plans, actuals, expected }: Board): {
  readonly opensAt: string;
  readonly closesAt: string;
} {
  const all = [...plans, ...expected, ...actuals.map(({ from, until }) => ({ from, until: until ?? now }))];
  const times = all.map((each) => within(each, day));
  const starts = [opensAt, ...times.map(({ from }) => shopTime(from))].toSorted();
  const ends = [closesAt, ...times.map(({ until }) => shopTime(until))].toSorted();
  return { opensAt: starts[0] ?? opensAt, closesAt: ends.at(-1) ?? closesAt };
}
