import type { ChargeLine } from '#domain/estimate/charge-line.ts';
import { staffIdOrNull } from '#domain/kernel/decision.ts';
import { firstRefusal, refuse, type Refusal } from '#domain/kernel/refusal.ts';
import type { LineGuards } from '#domain/repair-order/guard.ts';
import type { Visit } from '#domain/repair-order/visit.ts';
import { checkDidNotInspect, checkGranted } from '#domain/workshop/workshop.guards.ts';

const checkPart = ({ kind }: ChargeLine): Refusal | null =>
  kind === 'part' ? null : refuse('not_a_part', { field: 'lineId' });

const checkGrantedPart = (visit: Visit, line: ChargeLine): Refusal | null =>
  firstRefusal(
    () => checkPart(line),
    () => checkGranted(visit, line),
  );

/** Rules that need no input, per action on a line. */
export const partsLineGuards = {
  reserve_part: checkGrantedPart,
  backorder_part: checkGrantedPart,
  issue_part: (visit, line, { actor }) =>
    firstRefusal(
      () => checkGrantedPart(visit, line),
      () => (visit.order.inWorkshopSince ? null : refuse('not_in_workshop')),
      () => checkDidNotInspect(visit, staffIdOrNull(actor)),
    ),
  return_part: (_, line) =>
    firstRefusal(
      () => checkPart(line),
      () => (line.issuedQtyMilli > 0 ? null : refuse('return_above_issued', { values: { issued: '0' } })),
    ),
} as const satisfies LineGuards;
