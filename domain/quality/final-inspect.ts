import type { VehicleFile } from '#domain/customer/customer-file.ts';
import { checkReading } from '#domain/customer/read-odometer.ts';
import type { InputOf } from '#domain/kernel/contract.ts';
import { staffIdOf, type Context, type Decide } from '#domain/kernel/decision.ts';
import { firstRefusal, isRefusal, refuse, type Refusal } from '#domain/kernel/refusal.ts';
import { checkAllGood, checkItems, refuseIncomplete } from '#domain/quality/check-items.ts';
import type { Inspection } from '#domain/quality/inspection.ts';
import { newInspection } from '#domain/quality/new-inspection.ts';
import type { qualityContracts } from '#domain/quality/quality.contract.ts';
import { qualityGuards } from '#domain/quality/quality.guards.ts';
import { checkVisitAction } from '#domain/repair-order/guard.ts';
import { sign } from '#domain/repair-order/sign.ts';
import { visitAnswer, type VisitChanged } from '#domain/repair-order/visit.contract.ts';
import { add, changeOrder, decided, type Visit } from '#domain/repair-order/visit.ts';
import { performedLines } from '#domain/repair-order/visit.rules.ts';
import { raise } from '#domain/kernel/raise.ts';
import { scopeOf } from '#domain/workshop/check-scope.ts';
import { checkFailedLines, sendBack } from '#domain/workshop/send-back.ts';

type Input = InputOf<typeof qualityContracts.finalInspect>;

/** The car's odometer series. */
export type FinalFacts = { readonly vehicle: VehicleFile };

/**
 * The 100 % final inspection (R183–R185): appearance, functions, road test with its kilometres, signed. A pass makes the
 * car ready; a failure sends its lines back to work (R188).
 */
export const finalInspect: Decide<Visit, Input, VisitChanged, FinalFacts> = (visit, input, context) => {
  const refusal = firstRefusal(
    () => checkVisitAction(visit, 'final_inspect', { ...context, guard: qualityGuards.final_inspect }),
    () => (input.result === 'pass' ? checkPass(visit, input) : checkFailedLines(visit, input.failedLines)),
    () => (input.roadTest ? checkDriven(input.roadTest, context.facts.vehicle, 'roadTest') : null),
  );
  if (refusal) return refusal;
  const signed = sign(visit, input.signature, { purpose: 'final_inspection', context });
  if (isRefusal(signed)) return signed;
  const check = newInspection({ ...inspected(input), signatureId: signed.signatureId }, context);
  const judged = input.result === 'pass' ? pass(signed.visit, context) : fail(signed.visit, input, context.now);
  const next = add(judged, 'inspections', check);
  const { inspectionId, result } = check;
  const failedLineIds = input.failedLines.map(({ lineId }) => lineId);
  const payload = { inspectionId, result, failedLineIds, roadTest: input.roadTest, strokesHash: signed.strokesHash };
  return decided(next, { action: 'final_inspect', payload }, visitAnswer(next, inspectionId));
};

function checkPass(visit: Visit, { items, failedLines, roadTest }: Input): Refusal | null {
  if (failedLines.length > 0) return refuse('fault_items_missing', { field: 'failedLines' });
  const driven = items.some(({ item, result }) => item === 'road_test' && result === 'pass');
  return firstRefusal(
    () => checkAllGood({ kind: 'final_inspection', items, scope: scopeOf(performedLines(visit)) }),
    () => (driven && !roadTest ? refuseIncomplete([`${checkItems.road_test.zh}里程`]) : null),
  );
}

type Driven = { readonly fromKm: number; readonly toKm: number };

/** The kilometres of a road test go on from the last reading. */
export function checkDriven({ fromKm, toKm }: Driven, vehicle: VehicleFile, field: string): Refusal | null {
  if (toKm < fromKm) return refuse('odometer_backwards', { field: `${field}.toKm`, values: { last: fromKm } });
  const refusal = checkReading(vehicle, { km: fromKm, reason: null });
  return refusal && { ...refusal, field: `${field}.fromKm` };
}

type Found = Pick<Inspection, 'kind' | 'result' | 'items' | 'note' | 'roadTestFromKm' | 'roadTestToKm'>;

function inspected({ result, items, roadTest, note }: Input): Found {
  const driven = { roadTestFromKm: roadTest?.fromKm ?? null, roadTestToKm: roadTest?.toKm ?? null };
  return { kind: 'final_inspection', result, items, note: note || null, ...driven };
}

function pass(visit: Visit, context: Context<FinalFacts>): Visit {
  const lines = visit.lines.map((line) =>
    line.workState === 'leader_checked' || line.workState === 'self_checked'
      ? raise(line, { workState: 'inspected' })
      : line,
  );
  return changeOrder(addInspector({ ...visit, lines }, context), { state: 'ready', readyAt: context.now });
}

/** Whoever looks for faults is an inspector of this order, and works on it no more. */
function addInspector(visit: Visit, { actor, now }: Context<FinalFacts>): Visit {
  const staffId = staffIdOf(actor);
  const known = visit.participations.some((each) => each.staffId === staffId && each.capacity === 'final_inspection');
  return known ? visit : add(visit, 'participations', { staffId, capacity: 'final_inspection', since: now });
}

const fail = (visit: Visit, { failedLines }: Input, now: string): Visit =>
  failedLines.reduce((so, failed) => sendBack(so, failed, now), visit);
