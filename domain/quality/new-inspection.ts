import { staffIdOrNull, type Context } from '#domain/kernel/decision.ts';
import type { Inspection } from '#domain/quality/inspection.ts';

type Known = Pick<Inspection, 'kind' | 'result' | 'items'> & Partial<Inspection>;

/** An inspection made now by whoever acts; fields that a kind does not have are null. */
export function newInspection(
  known: Known,
  { actor, now, newId }: Pick<Context, 'actor' | 'now' | 'newId'>,
): Inspection {
  return {
    inspectionId: newId(),
    lineId: null,
    inspectorId: staffIdOrNull(actor),
    advice: null,
    note: null,
    roadTestFromKm: null,
    roadTestToKm: null,
    accompaniedBy: null,
    signatureId: null,
    inspectedAt: now,
    voidedAt: null,
    voidReason: null,
    ...known,
  };
}
