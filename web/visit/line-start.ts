import type { VisitView } from '#domain/repair-order/visit-view.contract.ts';
import { isOwnCar } from '#domain/repair-order/visit.rules.ts';

/** What the form of a new line starts with, by field. */
export type LineStart = Readonly<Record<string, string | number | null>>;

/** A job that the customer asked for and pays; on the dealership's own car the house does. */
export const blankLine = (view: VisitView): LineStart => ({
  kind: 'labour',
  source: 'customer_instruction',
  payer: isOwnCar(view) ? 'internal' : 'customer',
  necessity: 'normal',
  qtyMilli: 1000,
  discountFen: 0,
});

/** What the catalogue settles: the kind, and the fields that only other kinds have. */
export function notAskedOf({ operationId, partId }: LineStart): LineStart {
  if (operationId) return { kind: 'labour', parentLineId: null, unit: null, capFen: null, partOrigin: null };
  return partId ? { kind: 'part', flatRateHoursCenti: null, trade: null, capFen: null } : {};
}

/** The fields that the form asks: ids are known and not typed. */
export function withoutIds({ operationId: _operation, partId: _part, ...rest }: LineStart): LineStart {
  return rest;
}
