import { goodsReceiptShape } from '#db/aggregate/goods-receipt-shape.ts';
import { openReceipt } from '#domain/parts/goods-receipt.ts';
import type { StockMovement } from '#domain/parts/parts.ts';
import { putIn, takeOut } from '#domain/parts/stock.ts';
import { fromReserved, issuePart } from '#domain/parts/issue-part.ts';
import { reservePart } from '#domain/parts/reserve-part.ts';
import type { ChargeLine } from '#domain/estimate/charge-line.ts';
import { numberOfDay } from '#domain/settlement/statement-number.ts';
import { contextOf, recorded } from '#db/seed/engine/record.ts';
import { acting, keepRow, known, newId, nextNumber, oneOf, type Colleague, type World } from '#db/seed/engine/world.ts';
import { act, signature, visitOf, type Going } from '#db/seed/stories/going.ts';

const nothing = {
  receiptId: null,
  orderId: null,
  lineId: null,
  grantId: null,
  slipNo: null,
  technicianId: null,
  signatureId: null,
  reason: null,
} as const;

type Moving = Pick<StockMovement, 'partId' | 'kind' | 'qtyMilli' | 'unitCostFen'> & Partial<StockMovement>;

function move(world: World, by: Colleague, movement: Moving): void {
  const made = { movementId: newId(world), movedBy: by.staffId, movedAt: world.now };
  world.movements.push({ ...nothing, ...movement, ...made });
}

/** Gives a granted part out to the technician, against a signature (R159). */
export function issue(going: Going, { lineId, partId, qtyMilli }: ChargeLine, technician: Colleague): void {
  const { world } = going;
  const clerk = oneOf(world, 'parts_clerk');
  const stock = known(world.stock, partId ?? '');
  const line = visitOf(going).lines.find((each) => each.lineId === lineId);
  if (!line) throw new Error('the part stands on the order');
  const taken = takeOut(stock, { qtyMilli, fromReservedMilli: fromReserved(line, qtyMilli) });
  const input = { lineId, qtyMilli, technicianId: technician.staffId, signature: signature(world, technician.name) };
  const { id } = act(going, clerk, { decide: issuePart, input, facts: { stock, technicianKnown: true } });
  if (!taken) throw new Error('the part is on the shelf');
  world.stock.set(stock.partId, taken);
  move(world, clerk, {
    partId: stock.partId,
    kind: 'issue',
    qtyMilli: -qtyMilli,
    unitCostFen: stock.averageCostFen,
    orderId: going.orderId,
    lineId,
    grantId: line.grantId,
    slipNo: numberOfDay('CK', world.now, nextNumber(world, 'issue_slip')),
    technicianId: technician.staffId,
    signatureId: id,
  });
}

/** A part that came in is put aside for the order that waits for it. */
export function reserve(going: Going, { lineId, partId }: ChargeLine): void {
  const stock = known(going.world.stock, partId ?? '');
  act(going, oneOf(going.world, 'parts_clerk'), { decide: reservePart, input: { lineId }, facts: { stock } });
}

type Delivery = { readonly partId: string; readonly qtyMilli: number };

/** Goods come in: one receipt with a movement for each part. */
export function receiveGoods(world: World, supplier: string, goods: readonly Delivery[]): void {
  const clerk = oneOf(world, 'parts_clerk');
  const actor = acting(world, clerk);
  const lines = goods.map(({ partId, qtyMilli }) => {
    const { averageCostFen } = known(world.stock, partId);
    return {
      partId,
      qtyMilli,
      unitCostFen: Math.max(1, Math.round((averageCostFen * world.random.int(96, 104)) / 100)),
    };
  });
  const voucher = `SH${world.random.int(100_000, 999_999)}`;
  const receiptNo = numberOfDay('RK', world.now, nextNumber(world, 'goods_receipt'));
  const numbered = { receiptId: newId(world), receiptNo };
  const opened = openReceipt({ supplier, voucher, note: '', lines }, numbered, contextOf(world, actor, undefined));
  keepRow(world, 'goods_receipt', recorded(world, goodsReceiptShape, { ...opened, actor }).receipt);
  for (const { partId, qtyMilli, unitCostFen } of lines) {
    world.stock.set(partId, putIn(known(world.stock, partId), { qtyMilli, unitCostFen }));
    move(world, clerk, { partId, kind: 'receipt', qtyMilli, unitCostFen, receiptId: numbered.receiptId });
  }
}
