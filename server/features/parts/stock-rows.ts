import { sql } from 'kysely';
import { sendAhead } from '#db/transaction.ts';
import { staffIdOrNull } from '#domain/kernel/decision.ts';
import type { Stock, StockMovement } from '#domain/parts/parts.ts';
import type { Call } from '#server/http/call.ts';

/** Stock of parts, locked in the order of their ids; parts that the store never had are missing. */
export async function lockStock(
  { tx, actor }: Pick<Call, 'tx' | 'actor'>,
  partIds: readonly string[],
): Promise<ReadonlyMap<string, Stock>> {
  const wanted = [...new Set(partIds)];
  if (wanted.length === 0) return new Map();
  const rows = await tx
    .selectFrom('stock')
    .select([
      'part_id as partId',
      'on_hand_milli as onHandMilli',
      'reserved_milli as reservedMilli',
      'average_cost_fen as averageCostFen',
    ])
    .where('store_id', '=', actor.storeId)
    .where('part_id', 'in', wanted)
    .orderBy('part_id')
    .forUpdate()
    .execute();
  return new Map(rows.map((row) => [row.partId, row]));
}

/** As `lockStock`, with a row for parts that the store has never had, so that two first arrivals queue up too. */
export async function lockStockAnew(call: Call, partIds: readonly string[]): Promise<ReadonlyMap<string, Stock>> {
  const rows = [...new Set(partIds)].toSorted().map((partId) => ({ store_id: call.actor.storeId, part_id: partId }));
  await call.tx
    .insertInto('stock')
    .values(rows)
    .onConflict((conflict) => conflict.doNothing())
    .execute();
  return lockStock(call, partIds);
}

/** Stores what the locked stock of a part has become. */
export function writeStock(call: Call, stocks: readonly Stock[]): void {
  if (stocks.length === 0) return;
  const written = call.tx
    .insertInto('stock')
    .values(
      stocks.map(({ partId, onHandMilli, reservedMilli, averageCostFen }) => ({
        store_id: call.actor.storeId,
        part_id: partId,
        on_hand_milli: onHandMilli,
        reserved_milli: reservedMilli,
        average_cost_fen: averageCostFen,
      })),
    )
    .onConflict((conflict) =>
      conflict.columns(['store_id', 'part_id']).doUpdateSet({
        on_hand_milli: sql`excluded.on_hand_milli`,
        reserved_milli: sql`excluded.reserved_milli`,
        average_cost_fen: sql`excluded.average_cost_fen`,
      }),
    );
  sendAhead(call.tx, [written.compile()]);
  call.changed('board:parts');
}

export type NewMovement = Pick<StockMovement, 'partId' | 'kind' | 'qtyMilli' | 'unitCostFen'> & Partial<StockMovement>;

/** Every movement is a row, never changed. */
export function recordMovements(call: Call, movements: readonly NewMovement[]): void {
  const { storeId } = call.actor;
  const recorded = call.tx.insertInto('stock_movement').values(
    movements.map((each) => ({
      store_id: storeId,
      part_id: each.partId,
      movement_id: call.newId(),
      kind: each.kind,
      qty_milli: each.qtyMilli,
      unit_cost_fen: each.unitCostFen,
      receipt_id: each.receiptId ?? null,
      order_id: each.orderId ?? null,
      line_id: each.lineId ?? null,
      grant_id: each.grantId ?? null,
      slip_no: each.slipNo ?? null,
      technician_id: each.technicianId ?? null,
      signature_id: each.signatureId ?? null,
      reason: each.reason ?? null,
      moved_by: staffIdOrNull(call.actor),
      moved_at: call.now,
    })),
  );
  sendAhead(call.tx, [recorded.compile()]);
}
