import type { InputOf } from '#domain/kernel/contract.ts';
import { staffIdOrNull, type Decide } from '#domain/kernel/decision.ts';
import { formatYuan } from '#domain/kernel/money.ts';
import { firstRefusal, refuse, type Refusal } from '#domain/kernel/refusal.ts';
import { checkVisitAction } from '#domain/repair-order/guard.ts';
import { visitAnswer, type VisitChanged } from '#domain/repair-order/visit.contract.ts';
import { add, decided, type Visit } from '#domain/repair-order/visit.ts';
import type { settlementContracts } from '#domain/settlement/settlement.contract.ts';
import { closeIfPaid, creditedFen, findStatement } from '#domain/settlement/settlement.money.ts';

type Input = InputOf<typeof settlementContracts.issueCreditNote>;

/** Takes back a charge, wholly or in part, without touching the statement; what was paid too much may be refunded (R244). */
export const issueCreditNote: Decide<Visit, Input, VisitChanged> = (visit, input, context) => {
  const { statementId, amountFen, reason } = input;
  const refusal = firstRefusal(
    () => checkVisitAction(visit, 'issue_credit_note', context),
    () => checkCharged(visit, input),
  );
  if (refusal) return refusal;
  const creditNoteId = context.newId();
  const issued = { issuedBy: staffIdOrNull(context.actor), issuedAt: context.now };
  const noted = add(visit, 'creditNotes', { creditNoteId, statementId, amountFen, reason, ...issued });
  const next = closeIfPaid(noted, statementId);
  return decided(
    next,
    { action: 'issue_credit_note', payload: { creditNoteId, statementId, amountFen } },
    visitAnswer(next, creditNoteId),
  );
};

function checkCharged(visit: Visit, { statementId, amountFen }: Input): Refusal | null {
  const statement = findStatement(visit, statementId);
  if (!statement) return refuse('statement_missing', { field: 'statementId' });
  if (statement.payer === 'customer' && statement.state === 'presented') return refuse('statement_unsigned');
  const rest = statement.totalFen - creditedFen(visit, statementId);
  if (amountFen <= rest) return null;
  return refuse('credit_above_charge', { field: 'amountFen', values: { rest: formatYuan(rest) } });
}
