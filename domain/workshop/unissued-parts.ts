import type { ChargeLine } from '#domain/estimate/charge-line.ts';
import { refuse, type Refusal } from '#domain/kernel/refusal.ts';
import type { Visit } from '#domain/repair-order/visit.ts';
import { linesOf, liveGrant } from '#domain/repair-order/visit.rules.ts';

/** Parts that the customer agreed to for this line and that are not all out yet; those of the order where no line is named. */
export const unissuedParts = (visit: Visit, lineId?: string): readonly ChargeLine[] =>
  linesOf(visit).filter(
    (part) =>
      part.kind === 'part' &&
      (lineId === undefined || part.parentLineId === lineId) &&
      liveGrant(visit, part) !== null &&
      part.partState !== 'issued' &&
      part.partState !== 'returned',
  );

export function checkPartsIssued(visit: Visit, line: ChargeLine): Refusal | null {
  const missing = unissuedParts(visit, line.lineId);
  if (missing.length === 0) return null;
  return refuse('parts_not_issued', { values: { parts: missing.map(({ description }) => description).join('、') } });
}
