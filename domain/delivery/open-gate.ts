import type { z } from 'zod';
import type { VehicleFile } from '#domain/customer/customer-file.ts';
import { checkReading } from '#domain/customer/read-odometer.ts';
import { checkMayLeave } from '#domain/delivery/delivery.guards.ts';
import type { deliveryContracts } from '#domain/delivery/delivery.contract.ts';
import type { GatePass } from '#domain/delivery/delivery.ts';
import type { Instant } from '#domain/kernel/calendar.ts';
import type { InputOf } from '#domain/kernel/contract.ts';
import { staffIdOf, type Context, type Decide } from '#domain/kernel/decision.ts';
import { firstRefusal, refuse, type Refusal } from '#domain/kernel/refusal.ts';
import { checkVisitAction } from '#domain/repair-order/guard.ts';
import { visitAnswer } from '#domain/repair-order/visit.contract.ts';
import { add, change, changeOrder, decided, type Visit } from '#domain/repair-order/visit.ts';
import { openWaits } from '#domain/repair-order/visit.rules.ts';

type Contract = typeof deliveryContracts.openGate;
type Input = InputOf<Contract> & { readonly orderId: string };

/** Opens the gate once: for good, which delivers the car, or out and back, which makes the order wait for it (R230). */
export const openGate: Decide<Visit, Input, z.input<Contract['output']>, VehicleFile> = (visit, input, context) => {
  const pass = visit.passes.find(({ code }) => code === input.code);
  if (!pass) return refuse('no_gate_pass', { field: 'code' });
  const odometerKm = input.odometerKm ?? pass.odometerKm;
  const refusal = firstRefusal(
    () => checkPass(visit, pass, context.now),
    () => checkVisitAction(visit, 'open_gate', context),
    () => checkOdometer(context.facts, odometerKm),
  );
  if (refusal) return refusal;
  const { passId, passNo, collectorName, kind } = pass;
  const used = change(visit, 'passes', pass, { state: 'used', usedAt: context.now });
  const opening = { passId, openedBy: staffIdOf(context.actor), openedAt: context.now, odometerKm };
  const opened = add(used, 'openings', opening);
  const next = kind === 'final' ? delivered(opened, context.now) : away(opened, pass, context);
  return decided(
    next,
    { action: 'open_gate', payload: { passId, kind, odometerKm, state: next.order.state } },
    { ...visitAnswer(next, passId), plate: visit.vehicle.plate, collectorName, passNo },
  );
};

/** Why the gate stays shut for a pass: used, void, out of time; for good also not handed over, not settled any more. */
export function checkPass(visit: Visit, pass: GatePass, now: Instant): Refusal | null {
  if (pass.state === 'used') return refuse('pass_used');
  if (pass.state === 'void') return refuse('pass_void');
  if (pass.validUntil <= now) return refuse('pass_expired');
  if (pass.kind === 'temporary') return null;
  const handed = visit.delivery?.handedOverAt;
  return handed && handed >= pass.issuedAt ? checkMayLeave(visit) : refuse('not_handed_over');
}

/** The odometer only goes on. */
export const checkOdometer = (file: VehicleFile, km: number | null): Refusal | null =>
  km === null ? null : checkReading(file, { km, reason: null });

function delivered(visit: Visit, now: Instant): Visit {
  const ended = openWaits(visit).reduce((so, wait) => change(so, 'waits', wait, { endedAt: now }), visit);
  if (visit.order.state !== 'ready') return changeOrder(ended, {});
  return changeOrder(ended, { state: 'delivered', deliveredAt: now });
}

function away(visit: Visit, { expectedReturnAt }: GatePass, { newId, now, actor }: Context<unknown>): Visit {
  const wait = {
    waitId: newId(),
    lineId: null,
    reason: 'vehicle_away' as const,
    note: null,
    since: now,
    expectedUntil: expectedReturnAt,
    startedBy: staffIdOf(actor),
    endedAt: null,
    endedBy: null,
  };
  return changeOrder(add(visit, 'waits', wait), { awaySince: now });
}
