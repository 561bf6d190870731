import type { ChargeLine } from '#domain/estimate/charge-line.ts';
import type { InputOf } from '#domain/kernel/contract.ts';
import { fromReserved, type IssueFacts } from '#domain/parts/issue-part.ts';
import type { partsContracts } from '#domain/parts/parts.contract.ts';
import type { StockFacts } from '#domain/parts/reserve-part.ts';
import { noStock, putIn, takeOut } from '#domain/parts/stock.ts';
import type { Visit } from '#domain/repair-order/visit.ts';
import { numberOfDay } from '#domain/settlement/statement-number.ts';
import { lockStock, lockStockAnew, recordMovements, writeStock } from '#server/features/parts/stock-rows.ts';
import { nextNumber } from '#server/features/store/counter.ts';
import type { Call } from '#server/http/call.ts';

type Contracts = typeof partsContracts;
type Issue = InputOf<Contracts['issuePart']>;
type Return = InputOf<Contracts['returnPart']>;
type OnLine = { readonly lineId: string };

const lineIn = (visit: Visit, { lineId }: OnLine): ChargeLine | undefined =>
  visit.lines.find((line) => line.lineId === lineId);

/** Stock of the line's part, locked. */
export async function stockFacts(call: Call, visit: Visit, input: OnLine): Promise<StockFacts> {
  const partId = lineIn(visit, input)?.partId ?? null;
  if (partId === null) return { stock: null };
  return { stock: (await lockStock(call, [partId])).get(partId) ?? null };
}

/** Besides, whether the one who draws the part works on cars here. */
export async function issueFacts(call: Call, visit: Visit, input: Issue): Promise<IssueFacts> {
  const technician = await call.tx
    .selectFrom('staff')
    .select('staff_id')
    .where('store_id', '=', call.actor.storeId)
    .where('staff_id', '=', input.technicianId)
    .where('active', '=', true)
    .executeTakeFirst();
  return { ...(await stockFacts(call, visit, input)), technicianKnown: technician !== undefined };
}

type Around<Input, Facts> = { readonly input: Input; readonly before: Visit; readonly facts: Facts };

/** What went out leaves the stock, on a slip with the grant and the technician's signature (R159, F6). */
export async function takeFromStock(
  call: Call,
  next: Visit,
  { input, before, facts }: Around<Issue, IssueFacts>,
): Promise<void> {
  const line = lineIn(before, input);
  const { stock } = facts;
  if (!line?.partId || !stock) return;
  const { qtyMilli, technicianId } = input;
  const left = takeOut(stock, { qtyMilli, fromReservedMilli: fromReserved(line, qtyMilli) });
  if (!left) throw new Error('more went out than the rule let out');
  await writeStock(call, [left]);
  const { partId, lineId, grantId } = line;
  const under = { orderId: next.order.orderId, lineId, grantId, technicianId };
  const signatureId = next.signatures.at(-1)?.signatureId ?? null;
  const slipNo = numberOfDay('CK', call.now, await nextNumber(call, 'issue_slip'));
  const moved = { partId, kind: 'issue', qtyMilli: -qtyMilli, unitCostFen: stock.averageCostFen } as const;
  await recordMovements(call, [{ ...moved, ...under, signatureId, slipNo }]);
}

/** What comes back is in stock again, at the cost at which it went out (F7). */
export async function putBackInStock(
  call: Call,
  next: Visit,
  { input, before }: Around<Return, undefined>,
): Promise<void> {
  const line = lineIn(before, input);
  if (!line?.partId) return;
  const { partId, lineId, grantId } = line;
  const { qtyMilli, reason } = input;
  const stock = (await lockStockAnew(call, [partId])).get(partId) ?? noStock(partId);
  const unitCostFen = (await costOfIssue(call, next.order.orderId, lineId)) ?? stock.averageCostFen;
  await writeStock(call, [putIn(stock, { qtyMilli, unitCostFen })]);
  const slipNo = numberOfDay('TL', call.now, await nextNumber(call, 'return_slip'));
  const under = { orderId: next.order.orderId, lineId, grantId };
  await recordMovements(call, [{ partId, kind: 'return', qtyMilli, unitCostFen, reason, slipNo, ...under }]);
}

/** The cost at which a line's part went out last. */
async function costOfIssue({ tx, actor }: Call, orderId: string, lineId: string): Promise<number | undefined> {
  const row = await tx
    .selectFrom('stock_movement')
    .select('unit_cost_fen')
    .where('store_id', '=', actor.storeId)
    .where('order_id', '=', orderId)
    .where('line_id', '=', lineId)
    .where('kind', '=', 'issue')
    .orderBy('movement_id', 'desc')
    .limit(1)
    .executeTakeFirst();
  return row?.unit_cost_fen;
}
