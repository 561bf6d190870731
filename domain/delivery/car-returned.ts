import type { VehicleFile } from '#domain/customer/customer-file.ts';
import type { deliveryContracts } from '#domain/delivery/delivery.contract.ts';
import { deliveryGuards } from '#domain/delivery/delivery.guards.ts';
import { checkOdometer } from '#domain/delivery/open-gate.ts';
import type { InputOf } from '#domain/kernel/contract.ts';
import { staffIdOrNull, type Decide } from '#domain/kernel/decision.ts';
import { firstRefusal } from '#domain/kernel/refusal.ts';
import { checkVisitAction } from '#domain/repair-order/guard.ts';
import { visitAnswer, type VisitChanged } from '#domain/repair-order/visit.contract.ts';
import { change, changeOrder, decided, type Visit } from '#domain/repair-order/visit.ts';
import { openWaits } from '#domain/repair-order/visit.rules.ts';

type Input = InputOf<typeof deliveryContracts.carReturned>;

/** The pass that the car is out on. */
export const passOut = (visit: Visit) =>
  visit.passes.find(({ kind, state, returnedAt }) => kind === 'temporary' && state === 'used' && returnedAt === null) ??
  null;

/** The car is back: the order waits for it no longer (R171). */
export const carReturned: Decide<Visit, Input, VisitChanged, VehicleFile> = (visit, { odometerKm }, context) => {
  const pass = passOut(visit);
  const refusal = firstRefusal(
    () => checkVisitAction(visit, 'car_returned', { ...context, guard: deliveryGuards.car_returned }),
    () => checkOdometer(context.facts, odometerKm),
  );
  if (refusal) return refusal;
  const ending = { endedAt: context.now, endedBy: staffIdOrNull(context.actor) };
  const ended = openWaits(visit)
    .filter(({ reason }) => reason === 'vehicle_away')
    .reduce((so, wait) => change(so, 'waits', wait, ending), visit);
  const back = pass ? change(ended, 'passes', pass, { returnedAt: context.now }) : ended;
  const next = changeOrder(back, { awaySince: null });
  const passId = pass?.passId ?? null;
  return decided(next, { action: 'car_returned', payload: { passId, odometerKm } }, visitAnswer(next, passId));
};
