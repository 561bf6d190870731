import { checkNonePresented, withDraftVersion } from '#domain/estimate/draft.ts';
import type { estimateContracts } from '#domain/estimate/estimate.contract.ts';
import type { InputOf } from '#domain/kernel/contract.ts';
import { staffIdOf, type Context, type Decide } from '#domain/kernel/decision.ts';
import { firstRefusal, refuse } from '#domain/kernel/refusal.ts';
import { words, type Words } from '#domain/kernel/words.ts';
import { checkVisitAction } from '#domain/repair-order/guard.ts';
import type { TickItem } from '#domain/repair-order/norms.ts';
import { visitAnswer, type VisitChanged } from '#domain/repair-order/visit.contract.ts';
import { add, change, changeOrder, checkVersion, decided, type Visit } from '#domain/repair-order/visit.ts';

type Promise = InputOf<typeof estimateContracts.setPromise>;
type Choices = InputOf<typeof estimateContracts.recordChoices>;

const procedureTick: TickItem = 'delivery_procedure';

/** Sets the promised time of the draft version (R119): the customer agrees to it with the work. */
export const setPromise: Decide<Visit, Promise, VisitChanged> = (visit, { promisedAt }, context) => {
  const refusal = firstRefusal(
    () => checkVisitAction(visit, 'set_promise', { ...context, guard: checkNonePresented }),
    () => (promisedAt > context.now ? null : refuse('promise_in_past', { field: 'promisedAt' })),
  );
  if (refusal) return refusal;
  const { visit: drafted, draft } = withDraftVersion(visit, context);
  const next = change(drafted, 'versions', draft, { promisedAt });
  const payload = { versionId: draft.versionId, promisedAt };
  return decided(next, { action: 'set_promise', payload }, visitAnswer(next, draft.versionId));
};

/** Records how the customer pays, what becomes of old parts, wash and wait (R130–R134), and that the delivery was explained (R131). */
export const recordChoices: Decide<Visit, Choices, VisitChanged> = (visit, input, context) => {
  const { orderId: _, version, deliveryProcedureExplained, ...choices } = input;
  const refusal = firstRefusal(
    () => checkVisitAction(visit, 'record_choices', { ...context, guard: checkNonePresented }),
    () => checkVersion(visit.order, version),
    () =>
      context.settings.paymentMethods.includes(choices.paymentMethod)
        ? null
        : refuse('invalid_input', { field: 'paymentMethod' }),
  );
  if (refusal) return refusal;
  const chosen = changeOrder(visit, choices);
  const next = deliveryProcedureExplained ? explained(chosen, context) : chosen;
  const payload = { ...choices, deliveryProcedureExplained };
  return decided(next, { action: 'record_choices', payload }, visitAnswer(next));
};

const isExplained = (visit: Visit): boolean => visit.ticks.some(({ item }) => item === procedureTick);

function explained(visit: Visit, { actor, now }: Pick<Context, 'actor' | 'now'>): Visit {
  if (isExplained(visit)) return visit;
  return add(visit, 'ticks', { item: procedureTick, tickedBy: staffIdOf(actor), tickedAt: now, note: null });
}

/** What the customer was not asked or told yet (R130–R133). */
export function missingChoices(visit: Visit): readonly Words[] {
  const { paymentMethod, oldPartChoice, washWanted } = visit.order;
  return [
    ...(paymentMethod === null ? [words('付费方式', 'the way to pay')] : []),
    ...(oldPartChoice === null ? [words('旧件处理方式', 'what becomes of old parts')] : []),
    ...(washWanted === null ? [words('是否洗车', 'whether the car is to be washed')] : []),
    ...(isExplained(visit) ? [] : [words('说明交车程序', 'the delivery procedure, explained')]),
  ];
}
