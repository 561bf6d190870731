import { isDeepStrictEqual } from 'node:util';
import { keptOf, type Tx } from '#db/transaction.ts';
import type { Activity } from '#domain/kernel/decision.ts';
import { wheelSteps, type WheelStep } from '#domain/kernel/wheel.ts';
import type { RecordedAct } from '#domain/repair-order/norms-of.ts';
import type { RepairOrder } from '#domain/repair-order/repair-order.ts';

/** The rows of a visit's record. */
export const activitiesOfVisit = (tx: Tx, orderId: string) =>
  tx.selectFrom('activity').where('aggregate', '=', 'repair_order').where('aggregate_id', '=', orderId);

/** An order row carries the head of its chain, so what was recorded up to it never changes (docs/decisions/0008). */
const known = new WeakMap<RepairOrder, readonly RecordedAct[]>();

/** The record of a visit up to the head that this order has, as norms and wheel read it, in order. */
export async function recordedActs(tx: Tx, order: RepairOrder): Promise<readonly RecordedAct[]> {
  const remembered = known.get(order);
  if (remembered && !keptOf(tx)?.compare) return remembered;
  const acts = await readActs(tx, order.orderId);
  if (remembered && !isDeepStrictEqual(remembered, acts)) throw new Error('a record was changed beside its chain');
  known.set(order, acts);
  return acts;
}

async function readActs(tx: Tx, orderId: string): Promise<readonly RecordedAct[]> {
  const rows = await activitiesOfVisit(tx, orderId)
    .select(['action', 'actor_id', 'at', 'payload'])
    .orderBy('seq')
    .execute();
  return rows.map(({ action, actor_id, at, payload }) => {
    const { step } = JSON.parse(payload) as Activity['payload'];
    return { action, actorId: actor_id, at, step: asStep(step) };
  });
}

const asStep = (value: unknown): WheelStep | null => wheelSteps.find((each) => each === value) ?? null;

type Moved = { readonly before: RepairOrder | null; readonly after: RepairOrder };

type Appended = { readonly activity: Activity; readonly actorId: string | null; readonly at: string };

/** The record has one row more: where it was known, it need not be read again. */
export function actAppended({ before, after }: Moved, { activity, actorId, at }: Appended): void {
  const acts = before === null ? [] : known.get(before);
  if (acts) known.set(after, [...acts, { action: activity.action, actorId, at, step: asStep(activity.payload.step) }]);
}
