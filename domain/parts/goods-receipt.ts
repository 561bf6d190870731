import type { ChargeLine } from '#domain/estimate/charge-line.ts';
import type { InputOf } from '#domain/kernel/contract.ts';
import { staffIdOf, type Context, type Decision } from '#domain/kernel/decision.ts';
import type { GoodsReceipt, Stock } from '#domain/parts/parts.ts';
import { openMilli, reserveLine } from '#domain/parts/reserve-part.ts';
import type { stockContracts } from '#domain/parts/stock.contract.ts';
import { availableMilli, noStock, putIn, reserveStock } from '#domain/parts/stock.ts';
import { decided, type Visit } from '#domain/repair-order/visit.ts';
import { liveGrant } from '#domain/repair-order/visit.rules.ts';

/** Goods that arrived, as their record keeps them; what they changed in stock stands in the movements. */
export type Receipt = { readonly receipt: GoodsReceipt };

export type Arrived = InputOf<typeof stockContracts.receiveGoods>;
export type Stocks = ReadonlyMap<string, Stock>;

/** The stock with everything that arrived, each line at its own cost. */
export function stockAfter(stocks: Stocks, lines: Arrived['lines']): Stocks {
  const after = new Map(stocks);
  for (const { partId, ...arrival } of lines) after.set(partId, putIn(after.get(partId) ?? noStock(partId), arrival));
  return after;
}

/** A line that waits for a part, and the order it belongs to. */
export type Awaiting = { readonly orderId: string; readonly line: ChargeLine };

/** Lines that still wait for a part. */
export const awaitingIn = (visit: Visit): readonly Awaiting[] =>
  visit.lines
    .filter((line) => line.partState === 'backordered' && line.removedAt === null && liveGrant(visit, line) !== null)
    .map((line) => ({ orderId: visit.order.orderId, line }));

export type Shared = { readonly stocks: Stocks; readonly fulfilled: readonly Awaiting[] };

/** Puts what is there aside for those who wait, oldest first; nobody is passed by for a smaller wish of the same part. */
export function shareOut(stocks: Stocks, oldestFirst: readonly Awaiting[]): Shared {
  const left = new Map(stocks);
  const short = new Set<string>();
  const fulfilled = oldestFirst.filter(({ line }) => {
    const partId = line.partId ?? '';
    const stock = left.get(partId);
    const fits = stock && !short.has(partId) && openMilli(line) <= availableMilli(stock);
    const reserved = fits ? reserveStock(stock, openMilli(line)) : null;
    if (reserved) left.set(partId, reserved);
    else short.add(partId);
    return reserved !== null;
  });
  return { stocks: left, fulfilled };
}

type Fulfilling = { readonly lineIds: readonly string[]; readonly receiptId: string };

/** What a visit waited for has come: its lines are reserved and wait no longer (R111). */
export function fulfil(
  visit: Visit,
  { lineIds, receiptId }: Fulfilling,
  context: Pick<Context, 'now' | 'actor'>,
): Decision<Visit, undefined> {
  const lines = visit.lines.filter(({ lineId }) => lineIds.includes(lineId));
  const next = lines.reduce((so, line) => reserveLine(so, line, context), visit);
  return decided(next, { action: 'reserve_part', payload: { lineIds: [...lineIds], receiptId } }, undefined);
}

type Numbered = { readonly receiptId: string; readonly receiptNo: string };

/** The record of an arrival: supplier and voucher, so that every part is traceable (机动车维修管理规定). */
export function openReceipt(
  input: Arrived,
  { receiptId, receiptNo }: Numbered,
  { actor, now }: Pick<Context, 'now' | 'actor'>,
): Decision<Receipt, undefined> {
  const { supplier, voucher, note = '' } = input;
  const receipt: GoodsReceipt = {
    receiptId,
    receiptNo,
    supplier,
    voucher,
    note,
    receivedBy: staffIdOf(actor),
    receivedAt: now,
    chainSeq: 0,
    chainHash: '',
    version: 1,
  };
  const lines = input.lines.map(({ partId, qtyMilli, unitCostFen }) => ({ partId, qtyMilli, unitCostFen }));
  return { next: { receipt }, activity: { action: 'receive_goods', payload: { lines } }, output: undefined };
}
