import type { Instant } from '#domain/kernel/calendar.ts';

export type Waiting = {
  readonly kind: 'appointment' | 'walk_in';
  /** When the appointment begins; null without one. */
  readonly startsAt: Instant | null;
  readonly waitingSince: Instant;
};

/**
 * Who is received next (R056): who has an appointment before who has none, appointments by their time, the others as they came.
 */
export const inReceptionOrder = <W extends Waiting>(waiting: readonly W[]): W[] =>
  waiting.toSorted((a, b) => rank(a).localeCompare(rank(b)));

const rank = ({ kind, startsAt, waitingSince }: Waiting): string =>
  kind === 'appointment' ? `0 ${startsAt ?? ''} ${waitingSince}` : `1 ${waitingSince}`;
