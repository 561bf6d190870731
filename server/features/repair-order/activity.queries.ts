import type { InputOf, OutputOf } from '#domain/kernel/contract.ts';
import { refuse, type Refusal } from '#domain/kernel/refusal.ts';
import { actionWords } from '#domain/repair-order/action-words.ts';
import type { visitViewContracts } from '#domain/repair-order/visit-view.contract.ts';
import { activitiesOfVisit } from '#server/features/repair-order/recorded-acts.ts';
import { staffNames } from '#server/features/repair-order/staff-names.ts';
import type { Call } from '#server/http/call.ts';

const readPayload = (text: string): Record<string, unknown> => JSON.parse(text) as Record<string, unknown>;

type Activities = typeof visitViewContracts.activities;

/** The history of a visit with names and words, and the head of its chain. Refusal `not_found`. */
export async function activitiesOf(
  { tx }: Call,
  { orderId, after, limit }: InputOf<Activities>,
): Promise<OutputOf<Activities> | Refusal> {
  const order = await tx
    .selectFrom('repair_order')
    .select(['chain_seq', 'chain_hash'])
    .where('order_id', '=', orderId)
    .executeTakeFirst();
  if (!order) return refuse('not_found');
  const rows = await activitiesOfVisit(tx, orderId)
    .selectAll()
    .where('seq', '>', after)
    .orderBy('seq')
    .limit(limit)
    .execute();
  const names = await staffNames(
    tx,
    rows.flatMap(({ actor_id }) => actor_id ?? []),
  );
  const shown = rows.map((row) => ({
    seq: row.seq,
    action: row.action,
    ...actionWords(row.action),
    at: row.at,
    actorKind: row.actor_kind,
    actorName: row.actor_id === null ? null : (names[row.actor_id] ?? null),
    payload: readPayload(row.payload),
    hash: row.hash,
    previousHash: row.previous_hash,
  }));
  return { rows: shown, total: order.chain_seq, chainHash: order.chain_hash };
}
