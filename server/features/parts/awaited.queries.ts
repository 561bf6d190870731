import type { Call } from '#server/http/call.ts';

/** Which of the lines names a part that this store does not have; null when it has all. */
export async function unknownPart(
  { tx, actor }: Call,
  lines: readonly { readonly partId: string }[],
): Promise<number | null> {
  const wanted = [...new Set(lines.map(({ partId }) => partId))];
  const rows = await tx
    .selectFrom('part')
    .select('part_id')
    .where('store_id', '=', actor.storeId)
    .where('part_id', 'in', wanted)
    .execute();
  const known = new Set(rows.map((row) => row.part_id));
  const index = lines.findIndex(({ partId }) => !known.has(partId));
  return index === -1 ? null : index;
}

/** Lines that wait for these parts, the car that came first in front. */
export const awaitedBy = ({ tx, actor }: Call, partIds: readonly string[]) =>
  tx
    .selectFrom('charge_line as l')
    .innerJoin('repair_order as o', (join) =>
      join.onRef('o.store_id', '=', 'l.store_id').onRef('o.order_id', '=', 'l.order_id'),
    )
    .select(['l.order_id as orderId', 'l.line_id as lineId'])
    .where('l.store_id', '=', actor.storeId)
    .where('l.part_state', '=', 'backordered')
    .where('l.part_id', 'in', partIds)
    .where('o.state', '=', 'open')
    .orderBy('o.arrived_at')
    .orderBy('l.order_id')
    .orderBy('l.line_no')
    .limit(500)
    .execute();
