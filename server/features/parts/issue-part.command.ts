import type { ChargeLine } from '#domain/estimate/charge-line.ts';
import type { InputOf } from '#domain/kernel/contract.ts';
import type { Stocks } from '#domain/parts/goods-receipt.ts';
import type { IssueFacts } from '#domain/parts/issue-part.ts';
import { drawnBetween, stocksAfter, type SlipFacts } from '#domain/parts/issue-slip.ts';
import type { partsContracts } from '#domain/parts/parts.contract.ts';
import type { StockFacts } from '#domain/parts/reserve-part.ts';
import { noStock, putIn } from '#domain/parts/stock.ts';
import type { Visit } from '#domain/repair-order/visit.ts';
import { numberOfDay } from '#domain/settlement/statement-number.ts';
import { lockStock, lockStockAnew, recordMovements, writeStock } from '#server/features/parts/stock-rows.ts';
import { nextNumber } from '#server/features/store/counter.ts';
import type { Call } from '#server/http/call.ts';

type Contracts = typeof partsContracts;
type Issue = InputOf<Contracts['issuePart']>;
type IssueSlip = InputOf<Contracts['issueParts']>;
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
  const [technicianKnown, facts] = await Promise.all([
    isMechanic(call, input.technicianId),
    stockFacts(call, visit, input),
  ]);
  return { ...facts, technicianKnown };
}

const worksOnCars = ['technician', 'team_leader'] as const;

async function isMechanic({ tx, actor }: Call, staffId: string): Promise<boolean> {
  const row = await tx
    .selectFrom('staff as s')
    .innerJoin('membership as m', (join) =>
      join.onRef('m.store_id', '=', 's.store_id').onRef('m.user_id', '=', 's.user_id'),
    )
    .select('s.staff_id')
    .where('s.store_id', '=', actor.storeId)
    .where('s.staff_id', '=', staffId)
    .where('s.active', '=', true)
    .where('m.role', 'in', worksOnCars)
    .executeTakeFirst();
  return row !== undefined;
}

type Around<Input, Facts> = { readonly input: Input; readonly before: Visit; readonly facts: Facts };

/** What went out leaves the stock, on a slip with the grant and the technician's signature (R159). */
export async function takeFromStock(
  call: Call,
  next: Visit,
  { input: { technicianId }, before, facts: { stock } }: Around<Issue, IssueFacts>,
): Promise<void> {
  await moveOut(call, next, { before, technicianId, stocks: new Map(stock ? [[stock.partId, stock]] : []) });
}

/** Stock of every part on a slip, locked in the order of their ids, and whether the one who draws works here. */
export async function slipFacts(call: Call, visit: Visit, { lines, technicianId }: IssueSlip): Promise<SlipFacts> {
  const partIds = lines.flatMap((line) => lineIn(visit, line)?.partId ?? []);
  const [technicianKnown, stocks] = await Promise.all([isMechanic(call, technicianId), lockStock(call, partIds)]);
  return { technicianKnown, stocks };
}

/** As `takeFromStock`, several parts on one slip. */
export async function takeSlipFromStock(
  call: Call,
  next: Visit,
  { input: { technicianId }, before, facts: { stocks } }: Around<IssueSlip, SlipFacts>,
): Promise<void> {
  await moveOut(call, next, { before, stocks, technicianId });
}

type MovingOut = { readonly before: Visit; readonly stocks: Stocks; readonly technicianId: string };

async function moveOut(call: Call, next: Visit, { before, stocks, technicianId }: MovingOut): Promise<void> {
  const drawn = drawnBetween(before, next).filter(({ line }) => line.partId !== null);
  if (drawn.length === 0) return;
  writeStock(call, [...stocksAfter(stocks, drawn).values()]);
  const signatureId = next.signatures.at(-1)?.signatureId ?? null;
  const slipNo = numberOfDay('CK', call.now, await nextNumber(call, 'issue_slip'));
  const under = { kind: 'issue' as const, orderId: next.order.orderId, technicianId, signatureId, slipNo };
  recordMovements(
    call,
    drawn.map(({ line: { lineId, grantId, partId }, qtyMilli }) => {
      const stock = stocks.get(partId ?? '');
      if (!stock) throw new Error('a part went out that is not in stock');
      return {
        ...under,
        partId: stock.partId,
        lineId,
        grantId,
        qtyMilli: -qtyMilli,
        unitCostFen: stock.averageCostFen,
      };
    }),
  );
}

/** What comes back is in stock again, at the cost at which it went out. */
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
  writeStock(call, [putIn(stock, { qtyMilli, unitCostFen })]);
  const slipNo = numberOfDay('TL', call.now, await nextNumber(call, 'return_slip'));
  const under = { orderId: next.order.orderId, lineId, grantId };
  recordMovements(call, [{ partId, kind: 'return', qtyMilli, unitCostFen, reason, slipNo, ...under }]);
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
