import { addMonths, shopDateTime, shopDay, type Instant } from '#domain/kernel/calendar.ts';

/** 呆滞: how long a part has lain without anybody drawing it. */
export const idleKinds = ['moving', 'slow', 'dead'] as const;
export type Idle = (typeof idleKinds)[number];

/** Six months without an issue are worth a look, a year is dead stock (KPI 呆滞率). */
const months = { slow: 6, dead: 12 } as const;

/** What was last drawn before these is slow, or dead. */
export const idleBounds = (now: Instant): Readonly<Record<keyof typeof months, Instant>> => ({
  slow: shopDateTime(addMonths(shopDay(now), -months.slow), '00:00'),
  dead: shopDateTime(addMonths(shopDay(now), -months.dead), '00:00'),
});

type Lying = {
  readonly onHandMilli: number;
  /** The last issue, or where there never was one, the first arrival; null when nothing ever moved. */
  readonly stillSince: Instant | null;
};

/** Whether a part moves; what is not there cannot lie about. */
export function idleOf({ onHandMilli, stillSince }: Lying, now: Instant): Idle {
  if (onHandMilli <= 0 || stillSince === null) return 'moving';
  const { slow, dead } = idleBounds(now);
  if (stillSince < dead) return 'dead';
  return stillSince < slow ? 'slow' : 'moving';
}
