import type { authorizationContracts } from '#domain/authorization/authorization.contract.ts';
import { authorizationGuards } from '#domain/authorization/authorization.guards.ts';
import type { InputOf } from '#domain/kernel/contract.ts';
import type { Decide } from '#domain/kernel/decision.ts';
import { raise } from '#domain/kernel/raise.ts';
import { checkVisitAction } from '#domain/repair-order/guard.ts';
import { visitAnswer, type VisitChanged } from '#domain/repair-order/visit.contract.ts';
import { decided, type Visit } from '#domain/repair-order/visit.ts';

type Copies = InputOf<typeof authorizationContracts.handOverCopies>;
type Link = InputOf<typeof authorizationContracts.makeLink>;

/** The customer has the copies of reception form and order (R137). */
export const handOverCopies: Decide<Visit, Copies, VisitChanged> = (visit, _, context) => {
  const guard = authorizationGuards.hand_over_copies;
  const refusal = checkVisitAction(visit, 'hand_over_copies', { ...context, guard });
  if (refusal) return refusal;
  const { reception } = visit;
  if (!reception) throw new Error('copies are handed over after a reception');
  const next = { ...visit, reception: raise(reception, { copiesHandedAt: context.now }) };
  return decided(next, { action: 'hand_over_copies', payload: {} }, visitAnswer(next));
};

/** The record that a page was opened to the customer; the link itself is kept nowhere. */
export const makeLink: Decide<Visit, Link, VisitChanged> = (visit, _, context) => {
  const refusal = checkVisitAction(visit, 'make_link', context);
  return refusal ?? decided(visit, { action: 'make_link', payload: {} }, visitAnswer(visit));
};
