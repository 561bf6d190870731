import { sum, type Fen } from '#domain/kernel/money.ts';
import type { Payment, Statement } from '#domain/settlement/settlement.ts';
import { add, change, type Visit } from '#domain/repair-order/visit.ts';
import { allocatedFen, dueFen, liveStatements, receivedFen } from '#domain/repair-order/visit.rules.ts';

/** What a withdrawn statement had been paid is free again: its allocations no longer count. */
function allocatedOf(visit: Visit, { paymentId }: Payment): Fen {
  const live = new Set(liveStatements(visit).map(({ statementId }) => statementId));
  return sum(
    visit.allocations
      .filter((each) => each.paymentId === paymentId && live.has(each.statementId))
      .map(({ amountFen }) => amountFen),
  );
}

/** Money held for the order that no statement has taken: deposits, and what withdrawn statements had been paid. */
export const freeFen = (visit: Visit): Fen =>
  receivedFen(visit) - sum(liveStatements(visit).map(({ statementId }) => allocatedFen(visit, statementId)));

/** What may be given back: the overpayment of a statement after its credit note, or of none the free money. */
export const refundableFen = (visit: Visit, statementId: string | null): Fen =>
  Math.max(0, statementId === null ? freeFen(visit) : -dueFen(visit, statementId));

/** Credit notes on a statement, in fen. */
export const creditedFen = (visit: Visit, statementId: string): Fen =>
  sum(visit.creditNotes.filter((each) => each.statementId === statementId).map(({ amountFen }) => amountFen));

/** Lets free money pay a statement, the earliest first, as far as it goes. */
export function allocateFree(visit: Visit, statementId: string, now: string): Visit {
  let wanted = Math.min(freeFen(visit), dueFen(visit, statementId));
  let next = visit;
  for (const payment of visit.payments.filter(({ kind }) => kind !== 'refund')) {
    const amountFen = Math.min(wanted, payment.amountFen - allocatedOf(visit, payment));
    if (amountFen <= 0) continue;
    next = add(next, 'allocations', { paymentId: payment.paymentId, statementId, amountFen, allocatedAt: now });
    wanted -= amountFen;
  }
  return next;
}

/** A statement that asks for nothing more is paid. */
export function closeIfPaid(visit: Visit, statementId: string): Visit {
  const statement = findStatement(visit, statementId);
  const open = statement && (['presented', 'signed', 'credited'] as const).some((state) => state === statement.state);
  return open && dueFen(visit, statementId) <= 0 ? change(visit, 'statements', statement, { state: 'paid' }) : visit;
}

/** A statement in force, by id. */
export const findStatement = (visit: Visit, statementId: string): Statement | null =>
  liveStatements(visit).find((each) => each.statementId === statementId) ?? null;

/** No money stands on it any more, or everything on it was credited back: it may be withdrawn and reissued. */
export function isWithdrawable(visit: Visit, { statementId, payer, state, totalFen }: Statement): boolean {
  if (totalFen > 0 && creditedFen(visit, statementId) === totalFen) return true;
  const untouched = allocatedFen(visit, statementId) === 0;
  if (state === 'credited' || payer !== 'customer') return untouched && state !== 'paid';
  return state !== 'paid';
}
