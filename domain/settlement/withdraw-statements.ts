import type { InputOf } from '#domain/kernel/contract.ts';
import type { Decide } from '#domain/kernel/decision.ts';
import { checkVisitAction } from '#domain/repair-order/guard.ts';
import { visitAnswer, type VisitChanged } from '#domain/repair-order/visit.contract.ts';
import { change, decided, type Visit } from '#domain/repair-order/visit.ts';
import { liveStatements } from '#domain/repair-order/visit.rules.ts';
import type { settlementContracts } from '#domain/settlement/settlement.contract.ts';
import { settlementGuards } from '#domain/settlement/settlement.guards.ts';

type Input = InputOf<typeof settlementContracts.withdrawStatements>;
type Withdrawal = { readonly reason: string; readonly now: string };

/** Takes back every unpaid statement, to be reissued; money held for the order stays with it (R238). */
export const withdrawStatements: Decide<Visit, Input, VisitChanged> = (visit, { reason }, context) => {
  const refusal = checkVisitAction(visit, 'withdraw_statements', {
    ...context,
    guard: settlementGuards.withdraw_statements,
  });
  if (refusal) return refusal;
  const statementIds = liveStatements(visit).map(({ statementId }) => statementId);
  const next = voidFinalPass(withdraw(visit, statementIds, { reason, now: context.now }), { reason, now: context.now });
  return decided(next, { action: 'withdraw_statements', payload: { statementIds } }, visitAnswer(next));
};

/** The statements withdrawn and their lines free to be charged anew. */
function withdraw(visit: Visit, statementIds: readonly string[], { reason, now }: Withdrawal): Visit {
  const taken = visit.statements.filter(({ statementId }) => statementIds.includes(statementId));
  const withdrawn = taken.reduce(
    (so, statement) =>
      change(so, 'statements', statement, { state: 'withdrawn', withdrawnAt: now, withdrawReason: reason }),
    visit,
  );
  const lines = visit.statementLines.filter(({ statementId, live }) => live && statementIds.includes(statementId));
  return lines.reduce((so, line) => change(so, 'statementLines', line, { live: false }), withdrawn);
}

/** What stood on the statement stands no longer: a pass given out for it does not open the gate. */
function voidFinalPass(visit: Visit, { reason, now }: Withdrawal): Visit {
  const pass = visit.passes.find(({ kind, state }) => kind === 'final' && state === 'issued');
  return pass ? change(visit, 'passes', pass, { state: 'void', voidedAt: now, voidReason: reason }) : visit;
}
