import { goodsReceiptShape } from '#db/aggregate/goods-receipt-shape.ts';
import { saveAggregate } from '#db/aggregate/save.ts';
import type { InputOf, OutputOf } from '#domain/kernel/contract.ts';
import { formatYuan, lineFenWithin, mostFen } from '#domain/kernel/money.ts';
import { formatQty } from '#domain/kernel/quantity.ts';
import { isRefusal, refuse, type Refusal } from '#domain/kernel/refusal.ts';
import { awaitingIn, fulfil, openReceipt, shareOut, stockAfter, type Awaiting } from '#domain/parts/goods-receipt.ts';
import type { Stock } from '#domain/parts/parts.ts';
import type { stockContracts } from '#domain/parts/stock.contract.ts';
import { adjustStock, availableMilli, noStock } from '#domain/parts/stock.ts';
import type { Visit } from '#domain/repair-order/visit.ts';
import { numberOfDay } from '#domain/settlement/statement-number.ts';
import { awaitedBy, unknownPart } from '#server/features/parts/awaited.queries.ts';
import { lockStockAnew, recordMovements, writeStock } from '#server/features/parts/stock-rows.ts';
import { lockVisit, saveVisit } from '#server/features/repair-order/on-visit.ts';
import { nextNumber } from '#server/features/store/counter.ts';
import { lockStore, recordStoreActivity } from '#server/features/store/store-activity.ts';
import type { Call } from '#server/http/call.ts';

type Contracts = typeof stockContracts;
type Receive = InputOf<Contracts['receiveGoods']>;

/**
 * Goods arrive: stock and average cost move, and cars that wait for them are served, oldest first (R111). Locks go as
 * everywhere: orders by id, stock by part, then the counter. Refusals `part_unknown`, `amount_too_large`.
 */
export async function receiveGoods(call: Call, input: Receive): Promise<OutputOf<Contracts['receiveGoods']> | Refusal> {
  const partIds = [...new Set(input.lines.map(({ partId }) => partId))];
  const unknown = await unknownPart(call, input.lines);
  if (unknown !== null) return refuse('part_unknown', { field: `lines.${unknown}.partId` });
  const beyond = input.lines.findIndex(({ unitCostFen, qtyMilli }) => lineFenWithin(unitCostFen, qtyMilli) === null);
  if (beyond >= 0)
    return refuse('amount_too_large', { field: `lines.${beyond}.qtyMilli`, values: { most: formatYuan(mostFen) } });
  const waiting = await lockWaiting(call, partIds);
  const arrived = stockAfter(await lockStockAnew(call, partIds), input.lines);
  const { stocks, fulfilled } = shareOut(arrived, waiting.oldestFirst);
  const receiptId = call.newId();
  serve(call, waiting.visits, { fulfilled, receiptId });
  writeStock(
    call,
    partIds.map((partId) => stocks.get(partId) ?? noStock(partId)),
  );
  recordMovements(
    call,
    input.lines.map((line) => ({ ...line, kind: 'receipt' as const, receiptId })),
  );
  const receiptNo = numberOfDay('RK', call.now, await nextNumber(call, 'goods_receipt'));
  keepReceipt(call, input, { receiptId, receiptNo });
  return { receiptId, receiptNo, fulfilled: fulfilled.map((each) => servedView(waiting.visits, each)) };
}

/** A line that waits no longer, with the car that people know it by. */
function servedView(visits: ReadonlyMap<string, Visit>, { orderId, line }: Awaiting) {
  const visit = visits.get(orderId);
  const { lineId, description } = line;
  return { orderId, lineId, description, orderNo: visit?.order.orderNo ?? '', plate: visit?.vehicle.plate ?? null };
}

type Waiting = { readonly visits: ReadonlyMap<string, Visit>; readonly oldestFirst: readonly Awaiting[] };

/** The orders that wait for these parts, locked, and their lines by who came first. */
async function lockWaiting(call: Call, partIds: readonly string[]): Promise<Waiting> {
  const rows = await awaitedBy(call, partIds);
  const visits = new Map<string, Visit>();
  for (const orderId of [...new Set(rows.map((row) => row.orderId))].toSorted()) {
    const visit = await lockVisit(call, orderId);
    if (!isRefusal(visit)) visits.set(orderId, visit);
  }
  const still = new Map([...visits.values()].flatMap(awaitingIn).map((each) => [each.line.lineId, each]));
  return { visits, oldestFirst: rows.flatMap(({ lineId }) => still.get(lineId) ?? []) };
}

type Serving = { readonly fulfilled: readonly Awaiting[]; readonly receiptId: string };

function serve(call: Call, visits: ReadonlyMap<string, Visit>, { fulfilled, receiptId }: Serving): void {
  for (const [orderId, visit] of visits) {
    const lineIds = fulfilled.filter((each) => each.orderId === orderId).map(({ line }) => line.lineId);
    if (lineIds.length > 0) saveVisit(call, visit, fulfil(visit, { lineIds, receiptId }, call));
  }
}

function keepReceipt(
  call: Call,
  input: Receive,
  numbered: { readonly receiptId: string; readonly receiptNo: string },
): void {
  const { next, activity } = openReceipt(input, numbered, call);
  const recorded = { storeId: call.actor.storeId, actor: call.actor, at: call.now, activity };
  saveAggregate(call.tx, { shape: goodsReceiptShape, before: null, after: next, recorded });
}

type Adjust = InputOf<Contracts['adjustStock']>;

/** Counted differently than booked, with the reason; the store's record keeps it. Refusals `part_unknown`, `stock_short`. */
export async function adjust(
  call: Call,
  { partId, byMilli, reason }: Adjust,
): Promise<OutputOf<Contracts['adjustStock']> | Refusal> {
  if ((await unknownPart(call, [{ partId }])) !== null) return refuse('part_unknown', { field: 'partId' });
  await lockStore(call);
  const stock: Stock = (await lockStockAnew(call, [partId])).get(partId) ?? noStock(partId);
  const adjusted = adjustStock(stock, byMilli);
  if (!adjusted) {
    return refuse('stock_short', { field: 'byMilli', values: { available: formatQty(availableMilli(stock)) } });
  }
  writeStock(call, [adjusted]);
  const unitCostFen = stock.averageCostFen;
  recordMovements(call, [{ partId, kind: 'adjustment', qtyMilli: byMilli, unitCostFen, reason }]);
  await recordStoreActivity(call, { action: 'adjust_stock', payload: { partId, byMilli, unitCostFen } });
  return adjusted;
}
