import { loadLocked } from '#db/aggregate/load.ts';
import { saveAggregate } from '#db/aggregate/save.ts';
import { visitShape } from '#db/aggregate/visit-shape.ts';
import type { z } from 'zod';
import type { Contract } from '#domain/kernel/contract.ts';
import type { Activity, Decide, Decision } from '#domain/kernel/decision.ts';
import { isRefusal, refuse, type Refusal } from '#domain/kernel/refusal.ts';
import { actorId } from '#domain/kernel/role.ts';
import type { WheelStep } from '#domain/kernel/wheel.ts';
import { deriveStep } from '#domain/repair-order/derive-step.ts';
import type { Visit } from '#domain/repair-order/visit.ts';
import { factsOf } from '#server/features/record/on-aggregate.ts';
import { actAppended } from '#server/features/repair-order/recorded-acts.ts';
import { bind, type Binding } from '#server/http/bind.ts';
import type { Call } from '#server/http/call.ts';

type OnVisit = { readonly orderId: string };

type Around<Input, Facts> = {
  /** Reads (and locks, where they will change) what the rule needs besides the visit. */
  readonly facts?: (call: Call, visit: Visit, input: Input) => Promise<Facts | Refusal>;
  /** Stores what the decision means outside the visit, in the same transaction: stock, messages, follow-ups. */
  readonly after?: (
    call: Call,
    next: Visit,
    around: { input: Input; before: Visit; facts: Facts },
  ) => void | Promise<void>;
};

/**
 * Binds a contract on a visit to its pure rule: lock, decide, save what changed, append the record, all in the binder's
 * transaction. Lock order: the order, then whatever `facts` locks (stock by id), then counters.
 */
export function onVisit<I extends z.ZodObject<z.ZodRawShape>, O extends z.ZodType, Facts = undefined>(
  contract: Contract<I, O>,
  decide: Decide<Visit, z.output<I>, z.input<O>, Facts>,
  around: Around<z.output<I>, Facts> = {},
): Binding {
  return bind(contract, (call, input) => actOnVisit(call, input as z.output<I> & OnVisit, { decide, ...around }));
}

type Rule<Input, Output, Facts> = Around<Input, Facts> & { readonly decide: Decide<Visit, Input, Output, Facts> };

/** The six beats on a visit, for commands that find their visit in another way. */
export async function actOnVisit<Input extends OnVisit, Output, Facts>(
  call: Call,
  input: Input,
  { decide, facts, after }: Rule<Input, Output, Facts>,
): Promise<Output | Refusal> {
  const visit = await lockVisit(call, input.orderId);
  if (isRefusal(visit)) return visit;
  const known = facts ? await facts(call, visit, input) : undefined;
  if (isRefusal(known)) return known;
  const decision = decide(visit, input, factsOf(call, known as Facts));
  if (isRefusal(decision)) return decision;
  const next = saveVisit(call, visit, decision);
  await after?.(call, next, { input, before: visit, facts: known as Facts });
  return decision.output;
}

/** The visit, locked; a customer's link opens its own visit alone. */
export async function lockVisit(call: Call, orderId: string): Promise<Visit | Refusal> {
  if (call.actor.kind === 'customer' && call.actor.orderId !== orderId) return refuse('not_found');
  return (await loadLocked<Visit>(call.tx, visitShape, orderId)) ?? refuse('not_found');
}

/** Derives the step anew, stores the difference, appends the record, and tells the boards. `before` is null for a new visit. */
export function saveVisit<Output>(call: Call, before: Visit | null, decision: Decision<Visit, Output>): Visit {
  const step = deriveStep(decision.next);
  const { order } = decision.next;
  const moved = step !== order.step;
  const next = moved ? { ...decision.next, order: { ...order, step, stepSince: call.now } } : decision.next;
  const activity = moved || before === null ? withStep(decision.activity, step) : decision.activity;
  const recorded = { storeId: call.actor.storeId, actor: call.actor, at: call.now, activity };
  call.changed(`order:${order.orderId}`);
  call.changed('board:visits');
  const saved = saveAggregate(call.tx, { shape: visitShape, before, after: next, recorded });
  const moving = { before: before && before.order, after: saved.order };
  actAppended(moving, { activity, actorId: actorId(call.actor), at: call.now });
  return saved;
}

/** The record says which step the car reached by an act: the wheel of a visit is read from it. */
const withStep = ({ action, payload }: Activity, step: WheelStep): Activity => ({
  action,
  payload: { ...payload, step },
});
