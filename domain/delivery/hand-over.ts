import { checkCollector } from '#domain/delivery/collector.ts';
import type { deliveryContracts } from '#domain/delivery/delivery.contract.ts';
import { deliveryGuards } from '#domain/delivery/delivery.guards.ts';
import { currentPass } from '#domain/delivery/passes.ts';
import type { InputOf } from '#domain/kernel/contract.ts';
import { staffIdOf, type Context, type Decide } from '#domain/kernel/decision.ts';
import { firstRefusal, refuse, type Refusal } from '#domain/kernel/refusal.ts';
import { checkVisitAction } from '#domain/repair-order/guard.ts';
import { visitAnswer, type VisitChanged } from '#domain/repair-order/visit.contract.ts';
import { change, decided, type Visit } from '#domain/repair-order/visit.ts';

type Input = InputOf<typeof deliveryContracts.handOver>;

/** Key, papers and belongings go back to the one who fetches the car, and satisfaction is asked (R249, R253). */
export const handOver: Decide<Visit, Input, VisitChanged> = (visit, input, context) => {
  const refusal = firstRefusal(
    () => checkVisitAction(visit, 'hand_over', { ...context, guard: deliveryGuards.hand_over }),
    () => checkCollector(visit, { ...input, sha256: context.sha256 }),
    () => checkItems(visit, input.itemIds),
  );
  if (refusal) return refusal;
  const next = recordDelivery(nameCollector(returnItems(visit, input, context), input, context), input, context);
  const { collectorId, itemIds, satisfaction } = input;
  return decided(next, { action: 'hand_over', payload: { collectorId, itemIds, satisfaction } }, visitAnswer(next));
};

const heldItems = (visit: Visit) => visit.entrusted.filter(({ returnedAt }) => returnedAt === null);

function checkItems(visit: Visit, itemIds: readonly string[]): Refusal | null {
  const held = heldItems(visit);
  if (itemIds.some((itemId) => !held.some((item) => item.itemId === itemId))) {
    return refuse('item_not_held', { field: 'itemIds' });
  }
  const kept = held.filter(({ itemId }) => !itemIds.includes(itemId));
  if (kept.length === 0) return null;
  return refuse('items_not_returned', {
    field: 'itemIds',
    values: { items: kept.map(({ description }) => description).join('、') },
  });
}

const returnItems = (visit: Visit, { collectorName }: Input, { now }: Context): Visit =>
  heldItems(visit).reduce(
    (so, item) => change(so, 'entrusted', item, { returnedAt: now, returnedTo: collectorName }),
    visit,
  );

/** The pass names whoever really fetches the car; an authorization serves once. */
function nameCollector(visit: Visit, { collectorId, collectorName }: Input, { now }: Context): Visit {
  const pass = currentPass(visit, now);
  const named = pass && pass.collectorName !== collectorName ? change(visit, 'passes', pass, { collectorName }) : visit;
  const collector = named.collectors.find((each) => each.collectorId === collectorId);
  return collector ? change(named, 'collectors', collector, { usedAt: now }) : named;
}

function recordDelivery(visit: Visit, input: Input, { actor, now }: Context): Visit {
  const { collectorName, satisfaction } = input;
  const said = { satisfaction, opinion: input.opinion ?? null, otherService: input.otherService ?? null };
  const handed = { handedOverAt: now, handedOverBy: staffIdOf(actor), collectorName };
  return { ...visit, delivery: { ...handed, ...said, version: (visit.delivery?.version ?? 0) + 1 } };
}
