import type { ChargeLine } from '#domain/estimate/charge-line.ts';
import type { InputOf } from '#domain/kernel/contract.ts';
import type { Context, Decide } from '#domain/kernel/decision.ts';
import { isRefusal, type Refusal } from '#domain/kernel/refusal.ts';
import type { Stocks } from '#domain/parts/goods-receipt.ts';
import { checkIssue, issued, withHands } from '#domain/parts/issue-part.ts';
import type { partsContracts } from '#domain/parts/parts.contract.ts';
import { partFor } from '#domain/parts/reserve-part.ts';
import { takeOut } from '#domain/parts/stock.ts';
import { sign } from '#domain/repair-order/sign.ts';
import { visitAnswer, type VisitChanged } from '#domain/repair-order/visit.contract.ts';
import { decided, type Visit } from '#domain/repair-order/visit.ts';
import { checkDidNotInspect } from '#domain/workshop/workshop.guards.ts';

type SlipInput = InputOf<(typeof partsContracts)['issueParts']>;
type SlipLine = SlipInput['lines'][number];

/** Stock of every part on the slip, locked, and whether the one who draws works here. */
export type SlipFacts = { readonly stocks: Stocks; readonly technicianKnown: boolean };

type Draw = { readonly visit: Visit; readonly stocks: Stocks };

/** A line of the order and how much more of it went out. */
type Drawn = { readonly line: ChargeLine; readonly qtyMilli: number; readonly fromReservedMilli: number };

/** What went out between two states of a visit, by line. */
export const drawnBetween = (before: Visit, next: Visit): readonly Drawn[] =>
  next.lines.flatMap((line) => {
    const was = before.lines.find(({ lineId }) => lineId === line.lineId);
    const qtyMilli = line.issuedQtyMilli - (was?.issuedQtyMilli ?? 0);
    if (qtyMilli <= 0) return [];
    return [{ line, qtyMilli, fromReservedMilli: (was?.reservedQtyMilli ?? 0) - line.reservedQtyMilli }];
  });

/** The stock after what was drawn; a part that the customer brought leaves it as it is. */
export function stocksAfter(stocks: Stocks, drawn: readonly Drawn[]): Stocks {
  const left = new Map(stocks);
  for (const { line, qtyMilli, fromReservedMilli } of drawn) {
    const stock = left.get(line.partId ?? '');
    if (!stock) continue;
    const taken = takeOut(stock, { qtyMilli, fromReservedMilli });
    if (!taken) throw new Error('more went out than the rule let out');
    left.set(stock.partId, taken);
  }
  return left;
}

/** Gives several parts out on one slip, with one signature of the technician: all of it or nothing (R159). */
export const issueSlip: Decide<Visit, SlipInput, VisitChanged, SlipFacts> = (visit, input, context) => {
  const refusal = checkDidNotInspect(visit, input.technicianId);
  if (refusal) return refusal;
  let going: Draw = { visit, stocks: context.facts.stocks };
  for (const [index, wanted] of input.lines.entries()) {
    const next = draw(going, wanted, context);
    if (isRefusal(next)) return atLine(next, index);
    going = next;
  }
  const signed = sign(going.visit, input.signature, { purpose: 'part_issue', context });
  if (isRefusal(signed)) return signed;
  const { signatureId, strokesHash } = signed;
  const lines = drawnBetween(visit, going.visit).map(({ line: { lineId, grantId, partId }, qtyMilli }) => ({
    lineId,
    grantId,
    partId,
    qtyMilli,
  }));
  const { technicianId } = input;
  const next = withHands(signed.visit, technicianId, context);
  const payload = { lines, technicianId, strokesHash };
  return decided(next, { action: 'issue_part', payload }, visitAnswer(next, signatureId));
};

function draw({ visit, stocks }: Draw, wanted: SlipLine, context: Context<SlipFacts>): Draw | Refusal {
  const { lineId, qtyMilli } = wanted;
  const line = partFor(visit, lineId, { action: 'issue_part', context });
  if (isRefusal(line)) return line;
  const stock = stocks.get(line.partId ?? '') ?? null;
  const refusal = checkIssue(line, wanted, { stock, technicianKnown: context.facts.technicianKnown });
  if (refusal) return refusal;
  const next = issued(visit, line, { qtyMilli, context });
  return { visit: next, stocks: stocksAfter(stocks, drawnBetween(visit, next)) };
}

const perLine: ReadonlySet<string> = new Set(['lineId', 'qtyMilli']);

/** The refusal beside the row of the slip that caused it. */
const atLine = (refusal: Refusal, index: number): Refusal =>
  refusal.field !== undefined && perLine.has(refusal.field)
    ? { ...refusal, field: `lines.${index}.${refusal.field}` }
    : refusal;
