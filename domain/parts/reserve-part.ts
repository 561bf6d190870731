import type { ChargeLine } from '#domain/estimate/charge-line.ts';
import type { InputOf } from '#domain/kernel/contract.ts';
import type { Context, Decide } from '#domain/kernel/decision.ts';
import { formatQty } from '#domain/kernel/quantity.ts';
import { firstRefusal, isRefusal, refuse, type Refusal } from '#domain/kernel/refusal.ts';
import type { Stock } from '#domain/parts/parts.ts';
import type { partsContracts } from '#domain/parts/parts.contract.ts';
import { partsLineGuards } from '#domain/parts/parts.guards.ts';
import { availableMilli } from '#domain/parts/stock.ts';
import { checkVisitAction, type LineGuard } from '#domain/repair-order/guard.ts';
import type { OrderAction } from '#domain/repair-order/repair-order.transitions.ts';
import { visitAnswer, type VisitChanged } from '#domain/repair-order/visit.contract.ts';
import { change, decided, findLine, type Visit } from '#domain/repair-order/visit.ts';
import { endWaits, startWaiting } from '#domain/workshop/punches.ts';

type Contracts = typeof partsContracts;

/** Stock of the line's part, locked; null where the line has none of ours. */
export type StockFacts = { readonly stock: Stock | null };

type PartAction = OrderAction & keyof typeof partsLineGuards;

/** The line of a command on a part, or the refusal. */
export function partFor(
  visit: Visit,
  lineId: string,
  { action, context }: { readonly action: PartAction; readonly context: Context<unknown> },
): ChargeLine | Refusal {
  const line = findLine(visit, lineId);
  const guard: LineGuard = partsLineGuards[action];
  const refusal = firstRefusal(
    () => checkVisitAction(visit, action, context),
    () => (isRefusal(line) ? line : guard(visit, line, context)),
  );
  return refusal ?? line;
}

/** What of the line is neither out nor put aside yet, in thousandths. */
export const openMilli = ({ qtyMilli, issuedQtyMilli, reservedQtyMilli }: ChargeLine): number =>
  qtyMilli - issuedQtyMilli - reservedQtyMilli;

/** Puts aside what the line still needs; it waits for parts no longer (R110). */
export function reserveLine(visit: Visit, line: ChargeLine, context: Pick<Context, 'now' | 'actor'>): Visit {
  const reservedQtyMilli = line.reservedQtyMilli + openMilli(line);
  const reserved = change(visit, 'lines', line, { partState: 'reserved', reservedQtyMilli, backorderEta: null });
  return endWaits(reserved, { lineIds: [line.lineId], reasons: ['parts'], context });
}

/** Reserves a granted part while stock lasts (R110). */
export const reservePart: Decide<Visit, InputOf<Contracts['reservePart']>, VisitChanged, StockFacts> = (
  visit,
  { lineId },
  context,
) => {
  const line = partFor(visit, lineId, { action: 'reserve_part', context });
  if (isRefusal(line)) return line;
  const { stock } = context.facts;
  const available = stock ? availableMilli(stock) : 0;
  const wanted = openMilli(line);
  if (wanted > available)
    return refuse('stock_short', { field: 'lineId', values: { available: formatQty(available) } });
  const next = wanted > 0 ? reserveLine(visit, line, context) : visit;
  const payload = { lineId, partId: line.partId, qtyMilli: wanted };
  return decided(next, { action: 'reserve_part', payload }, visitAnswer(next));
};

/** The part has to come first: the line waits, until when if that is known (R111). What was put aside for it is free again. */
export const backorderPart: Decide<Visit, InputOf<Contracts['backorderPart']>, VisitChanged> = (
  visit,
  { lineId, eta },
  context,
) => {
  const line = partFor(visit, lineId, { action: 'backorder_part', context });
  if (isRefusal(line)) return line;
  const { issuedQtyMilli, qtyMilli } = line;
  if (issuedQtyMilli >= qtyMilli) return refuse('above_grant', { values: { granted: formatQty(qtyMilli) } });
  const ordered = change(visit, 'lines', line, { partState: 'backordered', reservedQtyMilli: 0, backorderEta: eta });
  const next = startWaiting(ordered, { lineId, reason: 'parts', expectedUntil: eta }, context);
  return decided(next, { action: 'backorder_part', payload: { lineId, partId: line.partId, eta } }, visitAnswer(next));
};
