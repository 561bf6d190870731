import type { z } from 'zod';
import { loadLocked } from '#db/aggregate/load.ts';
import { sha256 } from '#db/aggregate/record.ts';
import { saveAggregate } from '#db/aggregate/save.ts';
import type { AggregateShape } from '#db/aggregate/shape.ts';
import type { Contract } from '#domain/kernel/contract.ts';
import type { Context, Decide, Decision } from '#domain/kernel/decision.ts';
import { isRefusal, refuse, type Refusal } from '#domain/kernel/refusal.ts';
import { bind, type Binding } from '#server/http/bind.ts';
import type { Call } from '#server/http/call.ts';

/** An aggregate as the server keeps it: how it is stored and which boards show it. */
export type Kept = { readonly shape: AggregateShape; readonly board: string };

type Rule<A, Input, Output, Facts> = {
  readonly id: string;
  readonly input: Input;
  readonly decide: Decide<A, Input, Output, Facts>;
  /** Reads (and locks, where they will change) what the rule needs besides the aggregate. */
  readonly facts?: (call: Call, aggregate: A, input: Input) => Promise<Facts | Refusal>;
};

/** What a pure rule may know of a call. */
export const factsOf = <Facts>(call: Call, facts: Facts): Context<Facts> => ({
  actor: call.actor,
  now: call.now,
  newId: call.newId,
  sha256,
  settings: call.settings,
  facts,
});

/** Locks an aggregate, decides, saves the difference with its record; answers what it became and what the caller is told. */
export async function actOn<A extends object, Input, Output, Facts>(
  call: Call,
  kept: Kept,
  rule: Rule<A, Input, Output, Facts>,
): Promise<Decision<A, Output> | Refusal> {
  const before = await loadLocked<A>(call.tx, kept.shape, rule.id);
  if (before === null) return refuse('not_found');
  const facts = rule.facts ? await rule.facts(call, before, rule.input) : undefined;
  if (isRefusal(facts)) return facts;
  const decision = rule.decide(before, rule.input, factsOf(call, facts as Facts));
  if (isRefusal(decision)) return decision;
  keep(call, kept, { before, decision });
  return decision;
}

/** Stores a decision and appends its record; `before` is null for a new aggregate. */
export function keep<A extends object, Output>(
  call: Call,
  { shape, board }: Kept,
  { before, decision }: { before: A | null; decision: Decision<A, Output> },
): void {
  const recorded = { storeId: call.actor.storeId, actor: call.actor, at: call.now, activity: decision.activity };
  saveAggregate(call.tx, { shape, before, after: decision.next, recorded });
  call.changed(board);
}

type OnAggregate<A, Input, Output, Facts> = {
  readonly kept: Kept;
  readonly idOf: (input: Input) => string;
  readonly decide: Decide<A, Input, Output, Facts>;
  readonly facts?: (call: Call, aggregate: A, input: Input) => Promise<Facts | Refusal>;
  /** Stores what follows outside the aggregate, in the same transaction. */
  readonly after?: (call: Call, next: A, input: Input) => void | Promise<void>;
};

/** Binds a contract on one aggregate to its pure rule. */
export function onAggregate<
  A extends object,
  I extends z.ZodObject<z.ZodRawShape>,
  O extends z.ZodType,
  Facts = undefined,
>(contract: Contract<I, O>, { kept, idOf, ...rule }: OnAggregate<A, z.output<I>, z.input<O>, Facts>): Binding {
  return bind(contract, async (call, input) => {
    const done = await actOn(call, kept, { id: idOf(input), input, ...rule });
    if (isRefusal(done)) return done;
    await rule.after?.(call, done.next, input);
    return done.output;
  });
}
