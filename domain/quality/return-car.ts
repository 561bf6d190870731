import { custodyItems, type ReceiverFacts } from '#domain/dispatch/hand-to-workshop.ts';
import type { InputOf } from '#domain/kernel/contract.ts';
import { staffIdOf, type Decide } from '#domain/kernel/decision.ts';
import { firstRefusal, refuse } from '#domain/kernel/refusal.ts';
import { checkAllGood, everything } from '#domain/quality/check-items.ts';
import { newInspection } from '#domain/quality/new-inspection.ts';
import type { qualityContracts } from '#domain/quality/quality.contract.ts';
import { checkOffPeak } from '#domain/quality/off-peak.ts';
import { qualityGuards } from '#domain/quality/quality.guards.ts';
import { checkVisitAction } from '#domain/repair-order/guard.ts';
import { visitAnswer, type VisitChanged } from '#domain/repair-order/visit.contract.ts';
import { add, changeOrder, decided, type Visit } from '#domain/repair-order/visit.ts';
import { addContact } from '#domain/workshop/waits-and-contacts.ts';

type Contracts = typeof qualityContracts;
type Rule<Name extends keyof Contracts, Facts = undefined> = Decide<
  Visit,
  InputOf<Contracts[Name]>,
  VisitChanged,
  Facts
>;

/** Where the shop's setting lets it, the service manager does without the leader's check for one order; the reason is printed (R181). */
export const waiveLeaderCheck: Rule<'waiveLeaderCheck'> = (visit, { reason }, context) => {
  const refusal = firstRefusal(
    () => checkVisitAction(visit, 'waive_leader_check', context),
    () => (context.settings.leaderCheckWaivable ? null : refuse('forbidden')),
  );
  if (refusal) return refusal;
  const next = changeOrder(visit, { leaderCheckWaivedReason: reason });
  return decided(next, { action: 'waive_leader_check', payload: {} }, visitAnswer(next));
};

/** The car stands in the wash bay; supervisor and advisor see since when (R190). */
export const startWash: Rule<'startWash'> = (visit, _, context) => {
  const refusal = checkVisitAction(visit, 'start_wash', { ...context, guard: qualityGuards.start_wash });
  if (refusal) return refusal;
  const next = changeOrder(visit, { washStartedAt: context.now });
  return decided(next, { action: 'start_wash', payload: {} }, visitAnswer(next));
};

/** The car is washed; what the washer looked at is kept (R190–R192). */
export const wash: Rule<'wash'> = (visit, { items, note }, context) => {
  const refusal = firstRefusal(
    () => checkVisitAction(visit, 'wash', { ...context, guard: qualityGuards.wash }),
    () => checkAllGood({ kind: 'wash_check', items, scope: everything }),
  );
  if (refusal) return refusal;
  const check = newInspection({ kind: 'wash_check', result: 'pass', items, note: note || null }, context);
  const next = add(changeOrder(visit, { washedAt: context.now }), 'inspections', check);
  const { inspectionId } = check;
  return decided(next, { action: 'wash', payload: { inspectionId } }, visitAnswer(next, inspectionId));
};

/** Where the finished car stands (R193). */
export const park: Rule<'park'> = (visit, { place }, context) => {
  const refusal = checkVisitAction(visit, 'park', { ...context, guard: qualityGuards.park });
  if (refusal) return refusal;
  const next = changeOrder(visit, { parkingPlace: place });
  return decided(next, { action: 'park', payload: { place } }, visitAnswer(next));
};

/** Key, order and reception form come back, and with them the parking place (R200, R201). */
export const returnCustody: Rule<'returnCustody', ReceiverFacts> = (visit, { toStaffId, notes }, context) => {
  const refusal = firstRefusal(
    () => checkVisitAction(visit, 'return_custody', { ...context, guard: qualityGuards.return_custody }),
    () => (context.facts.receiverKnown ? null : refuse('not_found', { field: 'toStaffId' })),
  );
  if (refusal) return refusal;
  const transferId = context.newId();
  const next = add(visit, 'custody', {
    transferId,
    direction: 'to_advisor',
    items: [...custodyItems],
    place: visit.order.parkingPlace,
    notes: notes || null,
    fromStaffId: staffIdOf(context.actor),
    toStaffId,
    movedAt: context.now,
  });
  return decided(next, { action: 'return_custody', payload: { transferId, toStaffId } }, visitAnswer(next, transferId));
};

/** The customer is called; only who was reached knows that the car is ready and when to come (R189, R210). */
export const tellReady: Rule<'tellReady'> = (visit, { channel, said, reached, pickUpAt }, context) => {
  const refusal = firstRefusal(
    () => checkVisitAction(visit, 'tell_ready', { ...context, guard: qualityGuards.tell_ready }),
    () => checkOffPeak(visit, reached ? pickUpAt : null, context.settings.peakHours),
  );
  if (refusal) return refusal;
  const called = addContact(visit, { purpose: 'ready', channel, said, reached }, context);
  const next = reached ? changeOrder(called, { customerToldReadyAt: context.now, pickUpAt }) : called;
  const contactId = next.contacts.at(-1)?.contactId ?? null;
  return decided(next, { action: 'tell_ready', payload: { contactId, channel, reached, pickUpAt } }, visitAnswer(next));
};
