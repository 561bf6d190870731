import type { InputOf } from '#domain/kernel/contract.ts';
import { staffIdOrNull, type Decide } from '#domain/kernel/decision.ts';
import { formatYuan } from '#domain/kernel/money.ts';
import { refuse } from '#domain/kernel/refusal.ts';
import { checkVisitAction } from '#domain/repair-order/guard.ts';
import { visitAnswer, type VisitChanged } from '#domain/repair-order/visit.contract.ts';
import { add, decided, type Visit } from '#domain/repair-order/visit.ts';
import type { settlementContracts } from '#domain/settlement/settlement.contract.ts';
import { findStatement, refundableFen } from '#domain/settlement/settlement.money.ts';

type Input = InputOf<typeof settlementContracts.refund>;

/** Gives back free money of the order, or what a statement was overpaid after its credit note (R244). */
export const refund: Decide<Visit, Input, VisitChanged> = (visit, input, context) => {
  const { statementId, method, amountFen, reason } = input;
  const refusal = checkVisitAction(visit, 'refund', context);
  if (refusal) return refusal;
  if (statementId !== null && !findStatement(visit, statementId)) return refuse('statement_missing');
  const refundable = refundableFen(visit, statementId);
  if (amountFen > refundable) {
    return refuse('refund_above_paid', { field: 'amountFen', values: { paid: formatYuan(refundable) } });
  }
  const paymentId = context.newId();
  const taken = { takenBy: staffIdOrNull(context.actor), takenAt: context.now };
  const row = { paymentId, kind: 'refund' as const, method, amountFen, reason, ...taken };
  const paid = add(visit, 'payments', { ...row, tenderedFen: null, changeFen: 0, reference: null });
  const given = { paymentId, amountFen: -amountFen, allocatedAt: context.now };
  const next = statementId === null ? paid : add(paid, 'allocations', { ...given, statementId });
  return decided(
    next,
    { action: 'refund', payload: { paymentId, statementId, method, amountFen } },
    visitAnswer(next, paymentId),
  );
};
