import { shopTime } from '#domain/kernel/calendar.ts';

type Span = { readonly opensAt: string; readonly closesAt: string };

const minutesOf = (time: string): number => Number(time.slice(0, 2)) * 60 + Number(time.slice(3, 5));
const firstHour = ({ opensAt }: Span): number => Math.floor(minutesOf(opensAt) / 60);
const lastHour = ({ closesAt }: Span): number => Math.ceil(minutesOf(closesAt) / 60);

/** The hours that the grid shows, `08:00` … */
export const hoursBetween = (span: Span): string[] =>
  Array.from(
    { length: lastHour(span) - firstHour(span) },
    (_, index) => `${String(firstHour(span) + index).padStart(2, '0')}:00`,
  );

/** How many quarters of an hour the grid is wide. */
export const quarterCount = (span: Span): number => (lastHour(span) - firstHour(span)) * 4;

/** Where an instant lies, in quarters from the left, kept within the grid; fractions count. */
export function columnOf(instant: string, span: Span): number {
  const quarters = (minutesOf(shopTime(instant)) - firstHour(span) * 60) / 15;
  return Math.min(Math.max(quarters, 0), quarterCount(span));
}

export type Bar = { readonly from: number; readonly until: number };

/** Bars of one row that overlap lie under each other: the level of each, from 0, in the order given. */
export function levelsOf(bars: readonly Bar[]): readonly number[] {
  const ends: number[] = [];
  const levels = new Map<Bar, number>();
  for (const bar of bars.toSorted((a, b) => a.from - b.from)) {
    const free = ends.findIndex((end) => end <= bar.from);
    const level = free === -1 ? ends.length : free;
    ends[level] = bar.until;
    levels.set(bar, level);
  }
  return bars.map((bar) => levels.get(bar) ?? 0);
}
