import type { InputOf } from '#domain/kernel/contract.ts';
import { staffIdOf, type Decide } from '#domain/kernel/decision.ts';
import { firstRefusal, refuse, type Refusal } from '#domain/kernel/refusal.ts';
import { mayAct, type Actor } from '#domain/kernel/role.ts';
import { checkVisitAction } from '#domain/repair-order/guard.ts';
import { visitAnswer, type VisitChanged } from '#domain/repair-order/visit.contract.ts';
import { change, decided, type Visit } from '#domain/repair-order/visit.ts';
import type { settlementContracts } from '#domain/settlement/settlement.contract.ts';
import { findStatement } from '#domain/settlement/settlement.money.ts';
import type { Statement } from '#domain/settlement/settlement.ts';

type Input = InputOf<typeof settlementContracts.approveCredit>;

/** Lets a statement be paid later: the customer's by the service manager alone, a claim by whoever follows it up (R240). */
export const approveCredit: Decide<Visit, Input, VisitChanged> = (visit, { statementId, reason }, context) => {
  const statement = findStatement(visit, statementId);
  const refusal = firstRefusal(
    () => checkVisitAction(visit, 'approve_credit', context),
    () => checkCreditable(statement, context.actor),
  );
  if (refusal) return refusal;
  if (!statement) return refuse('statement_missing');
  const next = change(visit, 'statements', statement, {
    state: 'credited',
    creditedBy: staffIdOf(context.actor),
    creditReason: reason,
  });
  const { payer, totalFen } = statement;
  return decided(
    next,
    { action: 'approve_credit', payload: { statementId, payer, totalFen } },
    visitAnswer(next, statementId),
  );
};

function checkCreditable(statement: Statement | null, actor: Actor): Refusal | null {
  if (!statement) return refuse('statement_missing', { field: 'statementId' });
  const { payer, state } = statement;
  if (payer !== 'customer') return state === 'presented' ? null : refuse('stale_version');
  if (!mayAct(actor, ['service_manager'])) return refuse('forbidden');
  if (state === 'presented') return refuse('statement_unsigned');
  return state === 'signed' ? null : refuse('stale_version');
}
