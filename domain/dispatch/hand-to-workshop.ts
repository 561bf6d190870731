import type { dispatchContracts } from '#domain/dispatch/dispatch.contract.ts';
import { dispatchGuards } from '#domain/dispatch/dispatch.guards.ts';
import type { InputOf } from '#domain/kernel/contract.ts';
import { staffIdOf, type Decide } from '#domain/kernel/decision.ts';
import { firstRefusal, refuse } from '#domain/kernel/refusal.ts';
import { checkVisitAction } from '#domain/repair-order/guard.ts';
import { visitAnswer, type VisitChanged } from '#domain/repair-order/visit.contract.ts';
import { add, changeOrder, decided, type Visit } from '#domain/repair-order/visit.ts';
import { askAdvisor } from '#domain/workshop/waits-and-contacts.ts';

type Contracts = typeof dispatchContracts;
type Rule<Name extends keyof Contracts, Facts = undefined> = Decide<
  Visit,
  InputOf<Contracts[Name]>,
  VisitChanged,
  Facts
>;

/** What goes with the car from hand to hand (R150, R200). */
export const custodyItems: readonly string[] = ['key', 'repair_order', 'reception_form'];

/** Whether the person named is active staff of the store. */
export type ReceiverFacts = { readonly receiverKnown: boolean };

/** Key, order and reception form go to the supervisor, with the priority that was spoken of (R150, R152, R153). */
export const handToWorkshop: Rule<'handToWorkshop', ReceiverFacts> = (visit, input, context) => {
  const { toStaffId, place, notes = null, priority } = input;
  const refusal = firstRefusal(
    () => checkVisitAction(visit, 'hand_to_workshop', { ...context, guard: dispatchGuards.hand_to_workshop }),
    () => (context.facts.receiverKnown ? null : refuse('not_found', { field: 'toStaffId' })),
  );
  if (refusal) return refusal;
  const transferId = context.newId();
  const handed = add(visit, 'custody', {
    transferId,
    direction: 'to_workshop',
    items: [...custodyItems],
    place,
    notes,
    fromStaffId: staffIdOf(context.actor),
    toStaffId,
    movedAt: context.now,
  });
  const next = changeOrder(handed, { inWorkshopSince: visit.order.inWorkshopSince ?? context.now, priority });
  const payload = { transferId, toStaffId, priority };
  return decided(next, { action: 'hand_to_workshop', payload }, visitAnswer(next, transferId));
};

/** In which order the supervisor wants the cars done (R154). */
export const setPriority: Rule<'setPriority'> = (visit, { priority }, context) => {
  const refusal = checkVisitAction(visit, 'set_priority', { ...context, guard: dispatchGuards.set_priority });
  if (refusal) return refusal;
  const next = changeOrder(visit, { priority });
  return decided(next, { action: 'set_priority', payload: { priority } }, visitAnswer(next));
};

/** The team takes the car over against the reception form; what differs goes to the advisor, who asks the customer (R151, R156). */
export const acceptCar: Rule<'acceptCar'> = (visit, { matchesReceptionForm, note }, context) => {
  const refusal = firstRefusal(
    () => checkVisitAction(visit, 'accept_car', { ...context, guard: dispatchGuards.accept_car }),
    () => (matchesReceptionForm || note ? null : refuse('reason_missing', { field: 'note' })),
  );
  if (refusal) return refusal;
  const carAcceptedBy = staffIdOf(context.actor);
  const accepted = changeOrder(visit, { carAcceptedAt: context.now, carAcceptedBy });
  const said = `车辆与接车登记表不符：${note ?? ''}`;
  const next = matchesReceptionForm ? accepted : askAdvisor(accepted, { purpose: 'other', said }, context);
  const payload = { carAcceptedBy, matchesReceptionForm };
  return decided(next, { action: 'accept_car', payload }, visitAnswer(next));
};
