import { checkReading, type NewReading } from '#domain/customer/read-odometer.ts';
import type { VehicleFile } from '#domain/customer/customer-file.ts';
import type { InputOf } from '#domain/kernel/contract.ts';
import { staffIdOf, type Decide } from '#domain/kernel/decision.ts';
import { firstRefusal, refuse } from '#domain/kernel/refusal.ts';
import type { receptionContracts } from '#domain/reception/reception.contract.ts';
import { receptionGuards } from '#domain/reception/reception.guards.ts';
import { changeReception } from '#domain/reception/reception-row.ts';
import { checkVisitAction } from '#domain/repair-order/guard.ts';
import { visitAnswer, type VisitChanged } from '#domain/repair-order/visit.contract.ts';
import { add, decided, type Visit } from '#domain/repair-order/visit.ts';

type Contracts = typeof receptionContracts;
type Rule<Name extends keyof Contracts, Facts = undefined> = Decide<
  Visit,
  InputOf<Contracts[Name]>,
  VisitChanged,
  Facts
>;

/** The protective kit is on: before anything else is done in the car (R070). A second time changes nothing. */
export const fitKit: Rule<'fitKit'> = (visit, _, context) => {
  const refusal = checkVisitAction(visit, 'fit_kit', context);
  if (refusal) return refusal;
  const fitted = { kitFittedAt: context.now, kitFittedBy: staffIdOf(context.actor) };
  const next = visit.reception?.kitFittedAt ? visit : changeReception(visit, fitted);
  return decided(next, { action: 'fit_kit', payload: {} }, visitAnswer(next));
};

/** Odometer and fuel or charge as the car came in (R062, R071); the car's own series follows. Refusal `odometer_backwards`. */
export const recordReadings: Rule<'recordReadings', VehicleFile> = (visit, input, context) => {
  const reading = readingOf(visit, input);
  const refusal = firstRefusal(
    () => checkVisitAction(visit, 'record_readings', context),
    () => checkReading(context.facts, reading),
  );
  if (refusal) return refusal;
  const { odometerKm, fuelEighths, chargePercent, lowerReason } = input;
  const next = changeReception(visit, { odometerKm, fuelEighths, chargePercent });
  const payload = { odometerKm, fuelEighths, chargePercent, lowered: lowerReason !== null };
  return decided(next, { action: 'record_readings', payload }, visitAnswer(next));
};

/** The reading as the car's series keeps it. */
export const readingOf = (visit: Visit, input: InputOf<Contracts['recordReadings']>): NewReading => ({
  kind: 'in',
  km: input.odometerKm,
  orderId: visit.order.orderId,
  reason: input.lowerReason,
});

/** What the walk around the car showed, outside and inside (R072, R076). A later walk adds to it. */
export const recordWalkAround: Rule<'recordWalkAround'> = (visit, { items, spareWheelOk, toolsOk }, context) => {
  const guard = receptionGuards.record_walk_around;
  const refusal = checkVisitAction(visit, 'record_walk_around', { ...context, guard });
  if (refusal) return refusal;
  const unknown = items.findIndex(({ attachmentId }) => attachmentId !== null && !isAttached(visit, attachmentId));
  if (unknown >= 0) return refuse('not_found', { field: `items.${unknown}.attachmentId` });
  const rows = items.map((item) => ({
    ...item,
    itemId: context.newId(),
    note: item.note ?? null,
    foundAt: context.now,
  }));
  const checked = { walkAroundDoneAt: context.now, spareWheelOk, toolsOk };
  const next = changeReception(add(visit, 'walkAround', ...rows), checked);
  const payload = { items: rows.map(({ itemId, area, damage }) => ({ itemId, area, damage })), spareWheelOk, toolsOk };
  return decided(next, { action: 'record_walk_around', payload }, visitAnswer(next));
};

const isAttached = ({ attachments }: Visit, attachmentId: string): boolean =>
  attachments.some((each) => each.attachmentId === attachmentId);

/** Keys, papers and belongings that the shop takes into custody (R078, R161). */
export const takeItems: Rule<'takeItems'> = (visit, { items }, context) => {
  const refusal = checkVisitAction(visit, 'take_items', context);
  if (refusal) return refusal;
  const taken = { takenAt: context.now, takenBy: staffIdOf(context.actor), returnedAt: null, returnedTo: null };
  const rows = items.map((item) => ({ ...item, itemId: context.newId(), ...taken }));
  const next = add(visit, 'entrusted', ...rows);
  const payload = { items: rows.map(({ itemId, kind, quantity }) => ({ itemId, kind, quantity })) };
  return decided(next, { action: 'take_items', payload }, visitAnswer(next));
};
