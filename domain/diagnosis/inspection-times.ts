import type { Instant } from '#domain/kernel/calendar.ts';
import type { Visit } from '#domain/repair-order/visit.ts';

export type InspectionTime = {
  readonly lineId: string;
  readonly description: string;
  readonly from: Instant;
  readonly until: Instant;
};

/** When the car is to be tested and inspected, by the plan of its diagnosis lines; moves with the plan (R092). */
export const inspectionTimes = ({ lines, assignments }: Visit): readonly InspectionTime[] =>
  assignments
    .filter(({ state }) => state === 'planned')
    .flatMap(({ lineId, plannedFrom, plannedUntil }) =>
      lines
        .filter((line) => line.lineId === lineId && line.kind === 'diagnosis')
        .map(({ description }) => ({ lineId, description, from: plannedFrom, until: plannedUntil })),
    )
    .toSorted((a, b) => a.from.localeCompare(b.from));
