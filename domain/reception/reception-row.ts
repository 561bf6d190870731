import type { Reception } from '#domain/reception/reception.ts';
import type { Visit } from '#domain/repair-order/visit.ts';

/** A reception form with nothing filled in. */
export const emptyReception: Reception = {
  kitFittedAt: null,
  kitFittedBy: null,
  kitRemovedAt: null,
  odometerKm: null,
  fuelEighths: null,
  chargePercent: null,
  walkAroundDoneAt: null,
  spareWheelOk: null,
  toolsOk: null,
  preliminaryJudgement: null,
  inWarranty: null,
  symptomClass: null,
  interview: {},
  signatureId: null,
  handedOverAt: null,
  copiesHandedAt: null,
  seatedInLoungeAt: null,
  version: 1,
};

/** The visit with its reception form changed and the form's version raised. */
export function changeReception(visit: Visit, changes: Partial<Reception>): Visit {
  const reception = visit.reception ?? emptyReception;
  return { ...visit, reception: { ...reception, ...changes, version: reception.version + 1 } };
}
