import type { InputOf } from '#domain/kernel/contract.ts';
import { staffIdOrNull, type Context, type Decide } from '#domain/kernel/decision.ts';
import { firstRefusal, isRefusal, refuse, type Refusal } from '#domain/kernel/refusal.ts';
import { checkVisitAction } from '#domain/repair-order/guard.ts';
import type { CustomerContact, WaitReason } from '#domain/repair-order/repair-order.ts';
import { visitAnswer, type VisitChanged } from '#domain/repair-order/visit.contract.ts';
import { add, change, changeOrder, decided, findLine, type Visit } from '#domain/repair-order/visit.ts';
import { liveGrant, openWaits } from '#domain/repair-order/visit.rules.ts';
import { endWaits, openPunchOf, startWaiting } from '#domain/workshop/punches.ts';
import type { workshopContracts } from '#domain/workshop/workshop.contract.ts';

type Contracts = typeof workshopContracts;
type Rule<Name extends keyof Contracts> = Decide<Visit, InputOf<Contracts[Name]>, VisitChanged>;

type NewContact = Pick<CustomerContact, 'purpose' | 'channel' | 'said' | 'reached'> & Partial<CustomerContact>;

/** A contact with the customer made now, or still to be made where nobody was reached. */
export function addContact(visit: Visit, contact: NewContact, { actor, now, newId }: Context<unknown>): Visit {
  const usual = { contactId: newId(), answer: null, newPromisedAt: null };
  return add(visit, 'contacts', { ...usual, contactedBy: staffIdOrNull(actor), contactedAt: now, ...contact });
}

/** What the workshop asks the advisor to tell the customer: a contact that has not reached anybody yet. */
export const askAdvisor = (
  visit: Visit,
  { purpose, said }: Pick<CustomerContact, 'purpose' | 'said'>,
  context: Context<unknown>,
): Visit => {
  const channel = visit.order.waitsInShop ? 'face_to_face' : visit.customer.preferredChannel;
  return addContact(visit, { purpose, said, channel, reached: false }, context);
};

const unknownLine = (visit: Visit, lineId: string | null): Refusal | null => {
  const line = lineId === null ? null : findLine(visit, lineId);
  return isRefusal(line) ? line : null;
};

const ownAffairs: readonly WaitReason[] = ['technician', 'bay'];

/** A delay goes to supervisor and advisor at once; the customer is still to be told (R171). */
export const reportDelay: Rule<'reportDelay'> = (visit, input, context) => {
  const { lineId, reason, note, expectedAt } = input;
  const refusal = firstRefusal(
    () => checkVisitAction(visit, 'report_delay', context),
    () => unknownLine(visit, lineId),
  );
  if (refusal) return refusal;
  const asked = askAdvisor(visit, { purpose: 'delay', said: note }, context);
  const running = lineId === null ? visit.punches.some(({ endedAt }) => endedAt === null) : openPunchOf(visit, lineId);
  const next =
    running || ownAffairs.includes(reason)
      ? asked
      : startWaiting(asked, { lineId, reason, note, expectedUntil: expectedAt }, context);
  const contactId = next.contacts.at(-1)?.contactId ?? null;
  const payload = { lineId, reason, expectedAt, contactId };
  return decided(next, { action: 'report_delay', payload }, visitAnswer(next, contactId));
};

/** What the customer was told, how, and the answer; a new promise needs that the customer was reached (R170, R171, R173). */
export const tellCustomer: Rule<'tellCustomer'> = (visit, input, context) => {
  const { purpose, channel, said, answer = null, reached, newPromisedAt } = input;
  const refusal = firstRefusal(
    () => checkVisitAction(visit, 'tell_customer', context),
    () =>
      newPromisedAt !== null && newPromisedAt <= context.now
        ? refuse('promise_in_past', { field: 'newPromisedAt' })
        : null,
  );
  if (refusal) return refusal;
  const told = addContact(visit, { purpose, channel, said, answer, reached, newPromisedAt }, context);
  const next = reached && newPromisedAt !== null ? promise(told, newPromisedAt) : told;
  const contactId = next.contacts.at(-1)?.contactId ?? null;
  const payload = { contactId, purpose, channel, reached, newPromisedAt };
  return decided(next, { action: 'tell_customer', payload }, visitAnswer(next, contactId));
};

/** The first promise stays on record. */
function promise(visit: Visit, promisedAt: string): Visit {
  const { state, firstPromisedAt } = visit.order;
  if (state === 'delivered') return visit;
  return changeOrder(visit, { promisedAt, firstPromisedAt: firstPromisedAt ?? promisedAt });
}

/** The order or a line waits for something (R171). */
export const startWait: Rule<'startWait'> = (visit, input, context) => {
  const refusal = firstRefusal(
    () => checkVisitAction(visit, 'start_wait', context),
    () => unknownLine(visit, input.lineId),
  );
  if (refusal) return refusal;
  const next = startWaiting(visit, input, context);
  const { lineId, reason, expectedUntil } = input;
  const waitId =
    next.waits.find((each) => each.endedAt === null && each.lineId === lineId && each.reason === reason)?.waitId ??
    null;
  const payload = { waitId, lineId, reason, expectedUntil };
  return decided(next, { action: 'start_wait', payload }, visitAnswer(next, waitId));
};

/** What was waited for is there. */
export const endWait: Rule<'endWait'> = (visit, { waitId }, context) => {
  const refusal = checkVisitAction(visit, 'end_wait', context);
  if (refusal) return refusal;
  const wait = openWaits(visit).find((each) => each.waitId === waitId);
  if (!wait) return refuse('not_found', { field: 'waitId' });
  if (wait.reason === 'vehicle_away' && visit.order.awaySince !== null) return refuse('vehicle_away');
  const ending = { endedAt: context.now, endedBy: staffIdOrNull(context.actor) };
  const next = change(visit, 'waits', wait, ending);
  const { lineId, reason } = wait;
  return decided(next, { action: 'end_wait', payload: { waitId, lineId, reason } }, visitAnswer(next, waitId));
};

/** Sublet or other work is done, by whom and how in the note (R164). */
export const performOther: Rule<'performOther'> = (visit, { lineId, note }, context) => {
  const refusal = checkVisitAction(visit, 'perform_other', context);
  if (refusal) return refusal;
  const line = findLine(visit, lineId);
  if (isRefusal(line)) return line;
  if (line.kind !== 'sublet' && line.kind !== 'other') return refuse('line_not_found', { field: 'lineId' });
  if (!liveGrant(visit, line)) return refuse('no_grant', { field: 'lineId' });
  const performed = change(visit, 'lines', line, { performedAt: line.performedAt ?? context.now, workDone: note });
  const next = endWaits(performed, { lineIds: [lineId], reasons: ['sublet'], context });
  return decided(next, { action: 'perform_other', payload: { lineId, grantId: line.grantId } }, visitAnswer(next));
};
