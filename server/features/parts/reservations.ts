import { sql } from 'kysely';
import type { Visit } from '#domain/repair-order/visit.ts';
import type { Call } from '#server/http/call.ts';

export type ReservationChange = { readonly partId: string; readonly qtyMilli: number };

/** Locks the stock of parts by id and answers what is free of each: on hand less reserved, in thousandths. */
export async function lockAvailability(
  { tx, actor }: Pick<Call, 'tx' | 'actor'>,
  partIds: readonly string[],
): Promise<ReadonlyMap<string, number>> {
  if (partIds.length === 0) return new Map();
  const rows = await tx
    .selectFrom('stock')
    .select(['part_id', 'on_hand_milli', 'reserved_milli'])
    .where('store_id', '=', actor.storeId)
    .where('part_id', 'in', [...new Set(partIds)])
    .orderBy('part_id')
    .forUpdate()
    .execute();
  return new Map(rows.map((row) => [row.part_id, Number(row.on_hand_milli) - Number(row.reserved_milli)]));
}

/** What a command on a visit reserves or gives up, by part. */
export function reservationChanges(before: Visit, next: Visit): readonly ReservationChange[] {
  const had = new Map(before.lines.map(({ lineId, reservedQtyMilli }) => [lineId, reservedQtyMilli]));
  const changes = new Map<string, number>();
  for (const { lineId, partId, reservedQtyMilli } of next.lines) {
    const more = reservedQtyMilli - (had.get(lineId) ?? 0);
    if (partId !== null && more !== 0) changes.set(partId, (changes.get(partId) ?? 0) + more);
  }
  return [...changes].map(([partId, qtyMilli]) => ({ partId, qtyMilli })).filter(({ qtyMilli }) => qtyMilli !== 0);
}

/** Reserves (above zero) or releases stock, in the order of part ids. The database keeps on hand ≥ reserved ≥ 0 (process rule 3). */
export async function adjustReservations(call: Call, changes: readonly ReservationChange[]): Promise<void> {
  for (const { partId, qtyMilli } of changes.toSorted((a, b) => (a.partId < b.partId ? -1 : 1))) {
    const { numUpdatedRows } = await call.tx
      .updateTable('stock')
      .set({ reserved_milli: sql`reserved_milli + ${qtyMilli}` })
      .where('store_id', '=', call.actor.storeId)
      .where('part_id', '=', partId)
      .executeTakeFirstOrThrow();
    if (numUpdatedRows !== 1n) throw new Error(`no stock of part ${partId}`);
  }
  if (changes.length > 0) call.changed('board:parts');
}

/** For the `after` of commands that reserve or release. */
export const keepReservations = (call: Call, next: Visit, { before }: { readonly before: Visit }): Promise<void> =>
  adjustReservations(call, reservationChanges(before, next));
