import { recordRow, sha256 } from '#db/aggregate/record.ts';
import type { AggregateShape } from '#db/aggregate/shape.ts';
import { visitShape } from '#db/aggregate/visit-shape.ts';
import type { Activity, Context, Decision } from '#domain/kernel/decision.ts';
import { isRefusal, type Refusal } from '#domain/kernel/refusal.ts';
import type { Actor } from '#domain/kernel/role.ts';
import { deriveStep } from '#domain/repair-order/derive-step.ts';
import type { Visit } from '#domain/repair-order/visit.ts';
import { newId, type World } from '#db/seed/engine/world.ts';

/** What a rule may know at this moment of the story. */
export const contextOf = <Facts>(world: World, actor: Actor, facts: Facts): Context<Facts> => ({
  actor,
  now: world.now,
  newId: () => newId(world),
  sha256,
  settings: world.settings,
  facts,
});

/** What a rule decided; a story that is refused is a mistake in the story. */
export function allowed<Decided>(decided: Decided | Refusal, doing: string): Decided {
  if (isRefusal(decided))
    throw new Error(
      `${doing}: ${decided.code} ${decided.words.en} ${JSON.stringify(decided.issues ?? decided.field ?? '')}`,
    );
  return decided;
}

type Recorded = { readonly actor: Actor; readonly activity: Activity };

/** The aggregate with its chain one longer; the row of the record is kept. */
export function recorded<A extends object>(world: World, shape: AggregateShape, at: Recorded & { next: A }): A {
  const { property } = shape.root;
  const root = (at.next as Record<string, unknown>)[property] as Record<string, unknown>;
  const { actor, activity } = at;
  const done = recordRow(shape, root, { storeId: world.storeId, actor, at: world.now, activity });
  world.activities.push(done.activity);
  return { ...at.next, [property]: { ...root, chainSeq: done.chainSeq, chainHash: done.chainHash } };
}

/** A visit as it is after a decision: its step derived, its record one longer. */
export function recordVisit(
  world: World,
  before: Visit | null,
  at: Decision<Visit, unknown> & { actor: Actor },
): Visit {
  const step = deriveStep(at.next);
  const { order } = at.next;
  const moved = step !== order.step;
  const stepped = moved ? { ...at.next, order: { ...order, step, stepSince: world.now } } : at.next;
  const { action, payload } = at.activity;
  const activity = moved || before === null ? { action, payload: { ...payload, step } } : at.activity;
  const next = recorded(world, visitShape, { next: stepped, actor: at.actor, activity });
  world.visits.set(order.orderId, next);
  const gone = order.state === 'delivered' || order.state === 'cancelled';
  if (gone) world.open.delete(order.orderId);
  else world.open.add(order.orderId);
  return next;
}
