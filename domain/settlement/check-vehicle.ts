import type { InputOf } from '#domain/kernel/contract.ts';
import { staffIdOf, type Context, type Decide } from '#domain/kernel/decision.ts';
import { firstRefusal, isRefusal, refuse, type Refusal } from '#domain/kernel/refusal.ts';
import { voidChecks } from '#domain/quality/void-checks.ts';
import { checkVisitAction } from '#domain/repair-order/guard.ts';
import { visitAnswer, type VisitChanged } from '#domain/repair-order/visit.contract.ts';
import { add, change, decided, findLine, type Visit } from '#domain/repair-order/visit.ts';
import type { settlementContracts } from '#domain/settlement/settlement.contract.ts';
import { settlementGuards } from '#domain/settlement/settlement.guards.ts';
import { vehicleCheckItemNames, vehicleCheckItems } from '#domain/settlement/vehicle-check.items.ts';

type Input = InputOf<typeof settlementContracts.checkVehicle>;

/** The walk-through with the customer (R212–R223): accepted, or sent back to work, which voids the checks before (R188). */
export const checkVehicle: Decide<Visit, Input, VisitChanged> = (visit, input, context) => {
  const refusal = firstRefusal(
    () => checkVisitAction(visit, 'check_vehicle', { ...context, guard: settlementGuards.check_vehicle }),
    () => (input.result === 'pass' ? checkAnswered(visit, input) : checkFailure(visit, input)),
  );
  if (refusal) return refusal;
  const inspectionId = context.newId();
  const next = input.result === 'pass' ? accepted(visit, input, context) : sentBack(visit, input, context);
  const checked = addInspection(next, input, { ...context, newId: () => inspectionId });
  const { result, failedLines } = input;
  return decided(
    checked,
    {
      action: 'check_vehicle',
      payload: { inspectionId, result, failedLineIds: failedLines.map(({ lineId }) => lineId) },
    },
    visitAnswer(checked, inspectionId),
  );
};

/** Every point of the walk answered, none of them with a failure; old parts shown, kit out. */
function checkAnswered(visit: Visit, { items, oldPartsShown, kitRemoved }: Input): Refusal | null {
  const open = vehicleCheckItemNames.filter(
    (name) => !items.some(({ item, result }) => item === name && result !== 'fail'),
  );
  const unshown = !oldPartsShown && mustShowOldParts(visit) ? (['old_parts_shown'] as const) : [];
  const covered = !kitRemoved && hasKit(visit) ? (['kit_removed'] as const) : [];
  const missing = [...new Set([...open, ...unshown, ...covered])];
  if (missing.length === 0) return null;
  const names = missing.map((name) => vehicleCheckItems[name].zh).join('、');
  return refuse('check_incomplete', { field: 'items', values: { missing: names } });
}

const mustShowOldParts = ({ order, oldParts }: Visit): boolean =>
  order.oldPartChoice !== 'none' && oldParts.some(({ shownAt }) => shownAt === null);

const hasKit = ({ reception }: Visit): boolean => Boolean(reception?.kitFittedAt && !reception.kitRemovedAt);

function checkFailure(visit: Visit, { failedLines }: Input): Refusal | null {
  if (failedLines.length === 0) return refuse('fault_items_missing', { field: 'failedLines' });
  const unknown = failedLines.map(({ lineId }) => findLine(visit, lineId)).find(isRefusal);
  return unknown ?? checkWorked(visit, failedLines);
}

function checkWorked(visit: Visit, failedLines: Input['failedLines']): Refusal | null {
  const idle = failedLines.some(
    ({ lineId }) => visit.lines.find((line) => line.lineId === lineId)?.workState !== 'inspected',
  );
  return idle ? refuse('fault_items_missing', { field: 'failedLines' }) : null;
}

function accepted(visit: Visit, { oldPartsShown, kitRemoved }: Input, { now }: Context): Visit {
  const { reception } = visit;
  const removed = kitRemoved && reception && !reception.kitRemovedAt;
  const bare = removed
    ? { ...visit, reception: { ...reception, kitRemovedAt: now, version: reception.version + 1 } }
    : visit;
  if (!oldPartsShown) return bare;
  const unseen = bare.oldParts.filter(({ shownAt }) => shownAt === null);
  return unseen.reduce((so, part) => change(so, 'oldParts', part, { shownAt: now }), bare);
}

/** The failed lines are queued again; the order is open until they pass the checks anew. */
function sentBack(visit: Visit, { failedLines }: Input, context: Context): Visit {
  const reason = failedLines.map((each) => each.reason).join('；');
  const voided = voidChecks(visit, reason, context);
  const failed = voided.lines.filter(({ lineId }) => failedLines.some((each) => each.lineId === lineId));
  return failed.reduce(
    (so, line) => change(so, 'lines', line, { workState: 'queued', reworkCount: line.reworkCount + 1 }),
    voided,
  );
}

function addInspection(visit: Visit, input: Input, { newId, now, actor }: Context): Visit {
  return add(visit, 'inspections', {
    inspectionId: newId(),
    lineId: null,
    kind: 'vehicle_check',
    result: input.result,
    inspectorId: staffIdOf(actor),
    items: input.items,
    advice: null,
    note: input.customerOpinion ?? null,
    roadTestFromKm: null,
    roadTestToKm: null,
    accompaniedBy: null,
    signatureId: null,
    inspectedAt: now,
    voidedAt: null,
    voidReason: null,
  });
}
