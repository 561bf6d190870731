import type { Customer, Vehicle } from '#domain/customer/customer.ts';
import type { InputOf, OutputOf } from '#domain/kernel/contract.ts';
import { staffIdOf, type Context, type Decision } from '#domain/kernel/decision.ts';
import { checkAction } from '#domain/kernel/machine.ts';
import { firstRefusal, refuse, type Refusal } from '#domain/kernel/refusal.ts';
import type { receptionContracts } from '#domain/reception/reception.contract.ts';
import { emptyReception } from '#domain/reception/reception-row.ts';
import { orderNumber } from '#domain/repair-order/order-number.ts';
import type { RepairOrder } from '#domain/repair-order/repair-order.ts';
import { orderMachine } from '#domain/repair-order/repair-order.transitions.ts';
import { emptyOrder, emptyVisit } from '#domain/repair-order/empty-visit.ts';
import { visitAnswer } from '#domain/repair-order/visit.contract.ts';
import { decided, type Visit } from '#domain/repair-order/visit.ts';

export type ReceiveInput = InputOf<typeof receptionContracts.receiveCar>;
type ReceiveOutput = OutputOf<typeof receptionContracts.receiveCar>;

/** What the rule needs to know, the vehicle's row locked. */
export type ReceiveFacts = {
  readonly vehicle: Vehicle;
  readonly customer: Customer;
  readonly parties: Visit['parties'];
  /** Number of the car's open order that is no internal one, if any. */
  readonly openOrderNo: string | null;
};

const withoutPresenter: ReadonlySet<string> = new Set(['internal', 'pdi']);

/** Why the car may not be received; asked before a number is taken. */
export function checkReceive(input: ReceiveInput, { actor, facts }: Context<ReceiveFacts>): Refusal | null {
  const { openOrderNo } = facts;
  return firstRefusal(
    () => checkAction(orderMachine, 'receive_car', { state: null, actor }),
    () =>
      input.presenter || withoutPresenter.has(input.kind) ? null : refuse('presenter_missing', { field: 'presenter' }),
    () =>
      openOrderNo !== null && input.kind !== 'internal'
        ? refuse('vehicle_in_shop', { field: 'vehicleId', values: { orderNo: openOrderNo } })
        : null,
  );
}

/** Opens a visit for a car that `checkReceive` lets in (R053, R063); `seq` comes from the store's counter. */
export function receiveCar(
  input: ReceiveInput,
  seq: number,
  context: Context<ReceiveFacts>,
): Decision<Visit, ReceiveOutput> {
  const order = newOrder(input, seq, context);
  const { vehicle, customer, parties } = context.facts;
  const next = { ...emptyVisit({ order, vehicle, customer, parties }), reception: emptyReception };
  const { kind, vehicleId, customerId, advisorId, appointmentId, comebackOf } = order;
  const payload = { kind, vehicleId, customerId, advisorId, appointmentId, comebackOf, orderSeq: seq };
  return decided(next, { action: 'receive_car', payload }, { ...visitAnswer(next), orderNo: order.orderNo });
}

function newOrder(input: ReceiveInput, seq: number, { actor, now, newId, facts }: Context<ReceiveFacts>): RepairOrder {
  const { presenter, advisorId, ...rest } = input;
  return {
    ...emptyOrder,
    ...rest,
    orderId: newId(),
    orderNo: orderNumber(now, seq),
    orderSeq: seq,
    state: 'open',
    step: 'reception',
    stepSince: now,
    presenterName: presenter?.name ?? facts.customer.name,
    presenterPhone: presenter?.phone ?? null,
    presenterEntrusted: presenter?.entrusted ?? false,
    advisorId: advisorId ?? staffIdOf(actor),
    arrivedAt: now,
    createdAt: now,
  };
}
