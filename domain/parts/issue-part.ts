import type { ChargeLine, PartState } from '#domain/estimate/charge-line.ts';
import type { InputOf } from '#domain/kernel/contract.ts';
import { staffIdOrNull, type Context, type Decide } from '#domain/kernel/decision.ts';
import { formatQty } from '#domain/kernel/quantity.ts';
import { firstRefusal, isRefusal, refuse, type Refusal } from '#domain/kernel/refusal.ts';
import type { partsContracts } from '#domain/parts/parts.contract.ts';
import type { OldPart, Stock } from '#domain/parts/parts.ts';
import { partFor, type StockFacts } from '#domain/parts/reserve-part.ts';
import { takeOut } from '#domain/parts/stock.ts';
import { checkVisitAction } from '#domain/repair-order/guard.ts';
import { sign } from '#domain/repair-order/sign.ts';
import { visitAnswer, type VisitChanged } from '#domain/repair-order/visit.contract.ts';
import { add, change, decided, findLine, type Visit } from '#domain/repair-order/visit.ts';
import { addWorker, endWaits } from '#domain/workshop/punches.ts';
import { checkDidNotInspect } from '#domain/workshop/workshop.guards.ts';

type Contracts = typeof partsContracts;
type IssueInput = InputOf<Contracts['issuePart']>;
type ReturnInput = InputOf<Contracts['returnPart']>;

/** Besides the stock: whether the one who draws the part is active staff who works on cars. */
export type IssueFacts = StockFacts & { readonly technicianKnown: boolean };

/** How much of an issue comes out of what was put aside for the line. */
export const fromReserved = ({ reservedQtyMilli }: ChargeLine, qtyMilli: number): number =>
  Math.min(reservedQtyMilli, qtyMilli);

/** Gives a part out against the order, with the technician's signature; never more than was agreed (R159, process rule 1). */
export const issuePart: Decide<Visit, IssueInput, VisitChanged, IssueFacts> = (visit, input, context) => {
  const line = partFor(visit, input.lineId, { action: 'issue_part', context });
  if (isRefusal(line)) return line;
  const refusal = checkIssue(line, input, context.facts) ?? checkDidNotInspect(visit, input.technicianId);
  if (refusal) return refusal;
  const signed = sign(visit, input.signature, { purpose: 'part_issue', context });
  if (isRefusal(signed)) return signed;
  const { lineId, qtyMilli, technicianId } = input;
  const next = withHands(issued(signed.visit, line, { qtyMilli, context }), technicianId, context);
  const { signatureId, strokesHash } = signed;
  const payload = { lineId, grantId: line.grantId, partId: line.partId, qtyMilli, technicianId, strokesHash };
  return decided(next, { action: 'issue_part', payload }, visitAnswer(next, signatureId));
};

/** Whoever draws parts for the order, and whoever hands them out, had a hand in it and inspects it no more (R183). */
export function withHands(visit: Visit, technicianId: string, { actor, now }: Context<unknown>): Visit {
  const clerkId = staffIdOrNull(actor);
  const drawn = addWorker(visit, technicianId, now);
  return clerkId === null ? drawn : addWorker(drawn, clerkId, now);
}

/** Within the grant, drawn by somebody who works here, and in stock. */
export function checkIssue(
  line: ChargeLine,
  { qtyMilli }: Pick<IssueInput, 'qtyMilli'>,
  { stock, technicianKnown }: IssueFacts,
): Refusal | null {
  return firstRefusal(
    () => checkWithinGrant(line, qtyMilli),
    () => (technicianKnown ? null : refuse('technician_signature_missing', { field: 'technicianId' })),
    () => checkInStock(line, qtyMilli, stock),
  );
}

function checkWithinGrant({ grantedQtyMilli, issuedQtyMilli }: ChargeLine, qtyMilli: number): Refusal | null {
  const granted = grantedQtyMilli ?? 0;
  if (issuedQtyMilli + qtyMilli <= granted) return null;
  return refuse('above_grant', { field: 'qtyMilli', values: { granted: formatQty(granted) } });
}

function checkInStock(line: ChargeLine, qtyMilli: number, stock: Stock | null): Refusal | null {
  if (line.partId === null) return null;
  if (stock && takeOut(stock, { qtyMilli, fromReservedMilli: fromReserved(line, qtyMilli) })) return null;
  const available = stock ? stock.onHandMilli - stock.reservedMilli + line.reservedQtyMilli : 0;
  return refuse('stock_short', { field: 'qtyMilli', values: { available: formatQty(available) } });
}

type Issuing = { readonly qtyMilli: number; readonly context: Context<unknown> };

/** The line with what went out of it; what is all out is waited for no longer. */
export function issued(visit: Visit, line: ChargeLine, { qtyMilli, context }: Issuing): Visit {
  const issuedQtyMilli = line.issuedQtyMilli + qtyMilli;
  const reservedQtyMilli = line.reservedQtyMilli - fromReserved(line, qtyMilli);
  const whole = issuedQtyMilli >= (line.grantedQtyMilli ?? 0);
  const partState: PartState = whole ? 'issued' : reservedQtyMilli > 0 ? 'reserved' : 'requested';
  const out = change(visit, 'lines', line, { issuedQtyMilli, reservedQtyMilli, partState });
  return whole ? endWaits(out, { lineIds: [line.lineId], reasons: ['parts'], context }) : out;
}

/** A part comes back to stock, at the cost at which it went out, with the reason. */
export const returnPart: Decide<Visit, ReturnInput, VisitChanged> = (visit, { lineId, qtyMilli }, context) => {
  const line = partFor(visit, lineId, { action: 'return_part', context });
  if (isRefusal(line)) return line;
  const issuedQtyMilli = line.issuedQtyMilli - qtyMilli;
  if (issuedQtyMilli < 0) {
    return refuse('return_above_issued', { field: 'qtyMilli', values: { issued: formatQty(line.issuedQtyMilli) } });
  }
  const next = change(visit, 'lines', line, { issuedQtyMilli, partState: afterReturn(line, issuedQtyMilli) });
  const payload = { lineId, grantId: line.grantId, partId: line.partId, qtyMilli };
  return decided(next, { action: 'return_part', payload }, visitAnswer(next));
};

/** What was all out is given back for good; a line that is still being served stays to be picked. */
function afterReturn({ partState }: ChargeLine, issuedQtyMilli: number): PartState | null {
  if (partState !== 'issued') return partState;
  return issuedQtyMilli === 0 ? 'returned' : 'issued';
}

/** The old part that came off, and what becomes of it (R132, R205, R303). */
export const recordOldPart: Decide<Visit, InputOf<Contracts['recordOldPart']>, VisitChanged> = (
  visit,
  { lineId, description, qtyMilli, disposition, bagLabel },
  context,
) => {
  const refusal = checkVisitAction(visit, 'record_old_part', context);
  if (refusal) return refusal;
  const line = findLine(visit, lineId);
  if (isRefusal(line)) return line;
  if (line.grantId === null) return refuse('no_grant', { field: 'lineId' });
  const oldPart: OldPart = {
    oldPartId: context.newId(),
    lineId,
    description,
    qtyMilli,
    disposition,
    bagLabel,
    recordedBy: staffIdOrNull(context.actor),
    recordedAt: context.now,
    confirmedAt: null,
    shownAt: null,
  };
  const next = add(visit, 'oldParts', oldPart);
  const { oldPartId } = oldPart;
  const payload = { oldPartId, lineId, qtyMilli, disposition };
  return decided(next, { action: 'record_old_part', payload }, visitAnswer(next, oldPartId));
};
