import type { StockMovement } from '#domain/parts/parts.ts';
import type { Call } from '#server/http/call.ts';

/** A movement of a slip with the part that it moved. */
export type SlipMovement = Pick<
  StockMovement,
  'kind' | 'qtyMilli' | 'unitCostFen' | 'lineId' | 'technicianId' | 'signatureId' | 'reason' | 'movedBy' | 'movedAt'
> & {
  readonly movementId: string;
  readonly slipNo: string | null;
  readonly code: string;
  readonly name: string;
  readonly unit: string;
  readonly bin: string;
  readonly priceFen: number;
};

/** What moved on the slips of an order, in the order of its bins. */
export const slipMovements = ({ tx, actor }: Call, orderId: string): Promise<SlipMovement[]> =>
  tx
    .selectFrom('stock_movement as m')
    .innerJoin('part as p', (join) => join.onRef('p.store_id', '=', 'm.store_id').onRef('p.part_id', '=', 'm.part_id'))
    .select([
      'm.movement_id as movementId',
      'm.slip_no as slipNo',
      'm.kind',
      'm.qty_milli as qtyMilli',
      'm.unit_cost_fen as unitCostFen',
    ])
    .select(['m.line_id as lineId', 'm.technician_id as technicianId', 'm.signature_id as signatureId', 'm.reason'])
    .select(['m.moved_by as movedBy', 'm.moved_at as movedAt'])
    .select(['p.code', 'p.name', 'p.unit', 'p.bin', 'p.price_fen as priceFen'])
    .where('m.store_id', '=', actor.storeId)
    .where('m.order_id', '=', orderId)
    .where('m.slip_no', 'is not', null)
    .orderBy('p.bin')
    .orderBy('m.movement_id')
    .execute();
