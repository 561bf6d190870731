import { minutesBetween, type Instant } from '#domain/kernel/calendar.ts';

type Span = { readonly startedAt: Instant; readonly endedAt: Instant | null };

/** Minutes worked: the punches together, the open one until now. */
export const minutesSpent = (punches: readonly Span[], now: Instant): number =>
  punches.reduce((sum, { startedAt, endedAt }) => sum + Math.max(minutesBetween(startedAt, endedAt ?? now), 0), 0);

/** `0:07`, `1:25`: hours and minutes as a clock shows them. */
export const clockOf = (minutes: number): string =>
  `${Math.floor(minutes / 60)}:${String(minutes % 60).padStart(2, '0')}`;
