import { custodyItems, type ReceiverFacts } from '#domain/dispatch/hand-to-workshop.ts';
import type { InputOf } from '#domain/kernel/contract.ts';
import { staffIdOf, type Context, type Decide } from '#domain/kernel/decision.ts';
import { firstRefusal, refuse, type Refusal } from '#domain/kernel/refusal.ts';
import { checkAllGood } from '#domain/quality/check-items.ts';
import { newInspection } from '#domain/quality/new-inspection.ts';
import type { qualityContracts } from '#domain/quality/quality.contract.ts';
import { checkOffPeak } from '#domain/quality/off-peak.ts';
import { qualityGuards } from '#domain/quality/quality.guards.ts';
import { voidChecks } from '#domain/quality/void-checks.ts';
import { checkVisitAction } from '#domain/repair-order/guard.ts';
import { visitAnswer, type VisitChanged } from '#domain/repair-order/visit.contract.ts';
import { add, changeOrder, decided, type Visit } from '#domain/repair-order/visit.ts';
import { checkFailedLines, sendBack } from '#domain/workshop/send-back.ts';
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

/** The car is washed and clean (R190–R192). */
export const wash: Rule<'wash'> = (visit, _, context) => {
  const refusal = checkVisitAction(visit, 'wash', { ...context, guard: qualityGuards.wash });
  if (refusal) return refusal;
  const next = changeOrder(visit, { washedAt: context.now });
  return decided(next, { action: 'wash', payload: {} }, visitAnswer(next));
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

type CheckInput = InputOf<Contracts['internalCheck']>;

/** The advisor checks papers and car before the customer is called; a failure goes back to work (R202–R207, R188). */
export const internalCheck: Rule<'internalCheck'> = (visit, input, context) => {
  const refusal = firstRefusal(
    () => checkVisitAction(visit, 'internal_check', { ...context, guard: qualityGuards.internal_check }),
    () => checkFindings(visit, input),
  );
  if (refusal) return refusal;
  const { result, items, note, failedLines } = input;
  const judged = result === 'pass' ? confirmOldParts(visit, context.now) : backToWork(visit, input, context);
  const check = newInspection({ kind: 'internal_check', result, items, note: note || null }, context);
  const next = add(judged, 'inspections', check);
  const { inspectionId } = check;
  const payload = { inspectionId, result, failedLineIds: failedLines.map(({ lineId }) => lineId) };
  return decided(next, { action: 'internal_check', payload }, visitAnswer(next, inspectionId));
};

const everything = { trades: [], categories: [] } as const;

function checkFindings(visit: Visit, { result, items, failedLines }: CheckInput): Refusal | null {
  if (result === 'fail') return checkFailedLines(visit, failedLines);
  if (failedLines.length > 0) return refuse('fault_items_missing', { field: 'failedLines' });
  return checkAllGood({ kind: 'internal_check', items, scope: everything });
}

function confirmOldParts(visit: Visit, now: string): Visit {
  if (visit.oldParts.every(({ confirmedAt }) => confirmedAt !== null)) return visit;
  const oldParts = visit.oldParts.map((each) => (each.confirmedAt === null ? { ...each, confirmedAt: now } : each));
  return { ...visit, oldParts };
}

function backToWork(visit: Visit, { failedLines }: CheckInput, context: Context): Visit {
  const reason = failedLines.map((each) => each.reason).join('；');
  const reopened = voidChecks(visit, reason, context);
  return failedLines.reduce((so, failed) => sendBack(so, failed, context.now), reopened);
}

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
