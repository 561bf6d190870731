import type { authorizationContracts } from '#domain/authorization/authorization.contract.ts';
import type { InputOf } from '#domain/kernel/contract.ts';
import type { Decide } from '#domain/kernel/decision.ts';
import { checkVisitAction } from '#domain/repair-order/guard.ts';
import type { CustomerContact } from '#domain/repair-order/repair-order.ts';
import { visitAnswer, type VisitChanged } from '#domain/repair-order/visit.contract.ts';
import { decided, type Visit } from '#domain/repair-order/visit.ts';
import { addContact } from '#domain/workshop/waits-and-contacts.ts';

type Ask = InputOf<typeof authorizationContracts.askQuestion>;

/** The customer asks about plan or price; the question waits for the advisor's answer (R122). */
export const askQuestion: Decide<Visit, Ask, VisitChanged> = (visit, { question }, context) => {
  const refusal = checkVisitAction(visit, 'ask_question', context);
  if (refusal) return refusal;
  const asked = { purpose: 'question', channel: 'wechat', said: question, reached: false } as const;
  const next = addContact(visit, asked, context);
  const contactId = next.contacts.at(-1)?.contactId ?? null;
  return decided(next, { action: 'ask_question', payload: { contactId } }, visitAnswer(next, contactId));
};

/** Questions and answers in the order in which they were said. A question is what nobody of the shop said. */
export const conversation = ({ contacts }: Visit): readonly (CustomerContact & { readonly asked: boolean })[] =>
  contacts
    .filter(({ purpose }) => purpose === 'question')
    .map((each) => ({ ...each, asked: each.contactedBy === null }))
    .toSorted((a, b) => a.contactedAt.localeCompare(b.contactedAt));
