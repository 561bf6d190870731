import type { VehicleFile } from '#domain/customer/customer-file.ts';
import type { InputOf } from '#domain/kernel/contract.ts';
import type { Context, Decide } from '#domain/kernel/decision.ts';
import { firstRefusal, refuse, type Refusal } from '#domain/kernel/refusal.ts';
import { checkAllGood, everything } from '#domain/quality/check-items.ts';
import { checkDriven } from '#domain/quality/final-inspect.ts';
import { newInspection } from '#domain/quality/new-inspection.ts';
import type { qualityContracts } from '#domain/quality/quality.contract.ts';
import { qualityGuards } from '#domain/quality/quality.guards.ts';
import { voidChecks } from '#domain/quality/void-checks.ts';
import { checkVisitAction } from '#domain/repair-order/guard.ts';
import { visitAnswer, type VisitChanged } from '#domain/repair-order/visit.contract.ts';
import { add, decided, type Visit } from '#domain/repair-order/visit.ts';
import { checkFailedLines, sendBack } from '#domain/workshop/send-back.ts';

type Input = InputOf<typeof qualityContracts.internalCheck>;

/** The car's odometer series, where the car was driven. */
export type InternalFacts = { readonly vehicle: VehicleFile | null };

/**
 * The advisor checks papers and car before the customer is called, and drives it with a technician where that is needed; a
 * failure goes back to work (R186, R202–R207, R188).
 */
export const internalCheck: Decide<Visit, Input, VisitChanged, InternalFacts> = (visit, input, context) => {
  const refusal = firstRefusal(
    () => checkVisitAction(visit, 'internal_check', { ...context, guard: qualityGuards.internal_check }),
    () => checkFindings(visit, input),
    () => checkJointDrive(visit, input, context.facts),
  );
  if (refusal) return refusal;
  const { result, items, note, failedLines, jointDrive } = input;
  const judged = result === 'pass' ? confirmOldParts(visit, context.now) : backToWork(visit, input, context);
  const driven = {
    roadTestFromKm: jointDrive?.fromKm ?? null,
    roadTestToKm: jointDrive?.toKm ?? null,
    accompaniedBy: jointDrive?.technicianId ?? null,
  };
  const check = newInspection({ kind: 'internal_check', result, items, note: note || null, ...driven }, context);
  const next = add(judged, 'inspections', check);
  const { inspectionId } = check;
  const payload = { inspectionId, result, failedLineIds: failedLines.map(({ lineId }) => lineId), jointDrive };
  return decided(next, { action: 'internal_check', payload }, visitAnswer(next, inspectionId));
};

function checkFindings(visit: Visit, { result, items, failedLines }: Input): Refusal | null {
  if (result === 'fail') return checkFailedLines(visit, failedLines);
  if (failedLines.length > 0) return refuse('fault_items_missing', { field: 'failedLines' });
  return checkAllGood({ kind: 'internal_check', items, scope: everything });
}

/** Along comes a technician who worked on the car, and the kilometres go on from the last reading. */
function checkJointDrive({ punches }: Visit, { jointDrive }: Input, { vehicle }: InternalFacts): Refusal | null {
  if (!jointDrive) return null;
  if (!vehicle) throw new Error('a drive needs the odometer series of its car');
  if (!punches.some(({ technicianId }) => technicianId === jointDrive.technicianId))
    return refuse('technician_not_on_order', { field: 'jointDrive.technicianId' });
  return checkDriven(jointDrive, vehicle, 'jointDrive');
}

function confirmOldParts(visit: Visit, now: string): Visit {
  if (visit.oldParts.every(({ confirmedAt }) => confirmedAt !== null)) return visit;
  const oldParts = visit.oldParts.map((each) => (each.confirmedAt === null ? { ...each, confirmedAt: now } : each));
  return { ...visit, oldParts };
}

function backToWork(visit: Visit, { failedLines }: Input, context: Context<unknown>): Visit {
  const reason = failedLines.map((each) => each.reason).join('；');
  const reopened = voidChecks(visit, reason, context);
  return failedLines.reduce((so, failed) => sendBack(so, failed, context.now), reopened);
}
