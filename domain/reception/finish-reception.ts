import type { InputOf } from '#domain/kernel/contract.ts';
import { staffIdOf, type Decide } from '#domain/kernel/decision.ts';
import { firstRefusal, isRefusal } from '#domain/kernel/refusal.ts';
import type { receptionContracts } from '#domain/reception/reception.contract.ts';
import { receptionGuards } from '#domain/reception/reception.guards.ts';
import { changeReception } from '#domain/reception/reception-row.ts';
import { checkVisitAction } from '#domain/repair-order/guard.ts';
import { checkNotAhead } from '#domain/repair-order/norm-ahead.ts';
import { sign } from '#domain/repair-order/sign.ts';
import { warrantyOf } from '#domain/reception/warranty-of.ts';
import { visitAnswer, type VisitChanged } from '#domain/repair-order/visit.contract.ts';
import { add, changeOrder, checkVersion, decided, type Visit } from '#domain/repair-order/visit.ts';

type Contracts = typeof receptionContracts;
type Rule<Name extends keyof Contracts> = Decide<Visit, InputOf<Contracts[Name]>, VisitChanged>;

/**
 * The customer's concern in the customer's words, and what the interview brought out (R074, R075). Whether the car is in
 * warranty is judged by its sale and kilometres where nobody says otherwise (R077).
 */
export const recordInterview: Rule<'recordInterview'> = (visit, input, context) => {
  const refusal = firstRefusal(
    () => checkVersion(visit.order, input.version),
    () => checkVisitAction(visit, 'record_interview', context),
  );
  if (refusal) return refusal;
  const { complaint, interview, symptomClass } = input;
  const inWarranty = input.inWarranty ?? warrantyOf(visit, context).inWarranty;
  const preliminaryJudgement = input.preliminaryJudgement ?? null;
  const asked = changeReception(visit, { interview, preliminaryJudgement, inWarranty, symptomClass });
  const next = changeOrder(asked, { complaint });
  return decided(next, { action: 'record_interview', payload: { inWarranty, symptomClass } }, visitAnswer(next));
};

/** The customer signs the complete reception form and gets it (R073, R137). Refusals `reception_incomplete`, `signature_empty`. */
export const handOverReceptionForm: Rule<'handOverReceptionForm'> = (visit, { signature }, context) => {
  const guard = receptionGuards.hand_over_reception_form;
  const refusal = checkVisitAction(visit, 'hand_over_reception_form', { ...context, guard });
  if (refusal) return refusal;
  const signed = sign(visit, signature, { purpose: 'reception_form', context });
  if (isRefusal(signed)) return signed;
  const { signatureId, strokesHash } = signed;
  const next = changeReception(signed.visit, { signatureId, handedOverAt: context.now });
  const payload = { signatureId, strokesHash };
  return decided(next, { action: 'hand_over_reception_form', payload }, visitAnswer(next, signatureId));
};

/** Notes that norms were kept (process rule 10). What was ticked before keeps its first time. */
export const tick: Rule<'tick'> = (visit, { items, note }, context) => {
  const refusal =
    checkVisitAction(visit, 'tick', context) ??
    firstRefusal(...items.map((item) => () => checkNotAhead(item, visit.order)));
  if (refusal) return refusal;
  const known = new Set(visit.ticks.map(({ item }) => item));
  const fresh = [...new Set(items)].filter((item) => !known.has(item));
  const row = { tickedBy: staffIdOf(context.actor), tickedAt: context.now, note: note ?? null };
  const next = add(visit, 'ticks', ...fresh.map((item) => ({ item, ...row })));
  return decided(next, { action: 'tick', payload: { items: fresh } }, visitAnswer(next));
};

/** The customer rests in the lounge and waits in the shop (R079, R140). Refusal `reception_not_finished`. */
export const seatInLounge: Rule<'seatInLounge'> = (visit, _, context) => {
  const guard = receptionGuards.seat_in_lounge;
  const refusal = checkVisitAction(visit, 'seat_in_lounge', { ...context, guard });
  if (refusal) return refusal;
  const seated = changeReception(visit, { seatedInLoungeAt: context.now });
  const next = visit.order.waitsInShop ? seated : changeOrder(seated, { waitsInShop: true });
  return decided(next, { action: 'seat_in_lounge', payload: {} }, visitAnswer(next));
};
