import type { IssueSlipLine, IssueSlipView } from '#documents/issue-slip/issue-slip.view.ts';
import type { PaperFrame } from '#documents/paper.view.ts';
import type { StockMovement } from '#domain/parts/parts.ts';
import { nameOf, signatureView, staffSignature, type PaperSources } from '#server/features/papers/paper-sources.ts';
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

/** One slip as it was signed (F6), or as parts came back (F7). */
export function issueSlipPaper(
  sources: PaperSources,
  [first, ...rest]: readonly [SlipMovement, ...SlipMovement[]],
  frame: PaperFrame,
): IssueSlipView {
  const { vehicle } = sources.visit;
  const { kind, technicianId, signatureId, movedBy, movedAt, reason } = first;
  const technician = nameOf(sources, technicianId);
  return {
    frame,
    kind: kind === 'issue' ? 'issue' : 'return',
    vehicleModel: `${vehicle.brand} ${vehicle.model}`.trim(),
    movedAt,
    storekeeper: nameOf(sources, movedBy),
    technician,
    reason,
    lines: [first, ...rest].map((movement) => lineView(sources, movement)),
    technicianSignature: signatureView(sources, { name: technician, channel: null, at: movedAt, signatureId }),
    storekeeperSignature: staffSignature(sources, movedBy, movedAt),
  };
}

function lineView({ visit }: PaperSources, movement: SlipMovement): IssueSlipLine {
  const { code, name, bin, unit, qtyMilli, unitCostFen, lineId, priceFen } = movement;
  const line = visit.lines.find((each) => each.lineId === lineId);
  return {
    code,
    name,
    bin,
    unit,
    origin: line?.partOrigin ?? null,
    payer: line?.payer ?? 'internal',
    grantedMilli: line?.grantedQtyMilli ?? 0,
    movedMilli: Math.abs(qtyMilli),
    unitCostFen,
    unitPriceFen: line?.unitPriceFen ?? priceFen,
  };
}
