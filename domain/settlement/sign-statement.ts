import type { InputOf } from '#domain/kernel/contract.ts';
import type { Decide } from '#domain/kernel/decision.ts';
import { isRefusal, refuse, type Refusal } from '#domain/kernel/refusal.ts';
import { checkVisitAction } from '#domain/repair-order/guard.ts';
import { sign } from '#domain/repair-order/sign.ts';
import { visitAnswer, type VisitChanged } from '#domain/repair-order/visit.contract.ts';
import { change, decided, type Visit } from '#domain/repair-order/visit.ts';
import type { settlementContracts } from '#domain/settlement/settlement.contract.ts';
import { allocateFree, closeIfPaid, findStatement } from '#domain/settlement/settlement.money.ts';
import type { Statement } from '#domain/settlement/settlement.ts';

type Input = InputOf<typeof settlementContracts.signStatement>;

/** The customer signs exactly the statement that was shown (R239); ¥0 is done with, and a deposit counts from now on. */
export const signStatement: Decide<Visit, Input, VisitChanged> = (visit, input, context) => {
  const refusal = checkVisitAction(visit, 'sign_statement', context);
  if (refusal) return refusal;
  const statement = findPresented(visit, input);
  if (isRefusal(statement)) return statement;
  const signed = sign(visit, input.signature, { purpose: 'statement', context });
  if (isRefusal(signed)) return signed;
  const { statementId, totalFen } = statement;
  const marked = change(signed.visit, 'statements', statement, {
    state: totalFen === 0 ? 'nothing_due' : 'signed',
    signedAt: context.now,
    signedBy: input.signature.signedBy,
    signatureId: signed.signatureId,
  });
  const next = closeIfPaid(allocateFree(marked, statementId, context.now), statementId);
  const { signatureId, strokesHash } = signed;
  const { contentHash } = input;
  return decided(
    next,
    { action: 'sign_statement', payload: { statementId, contentHash, signatureId, strokesHash, totalFen } },
    visitAnswer(next, statementId),
  );
};

function findPresented(visit: Visit, { statementId, contentHash }: Input): Statement | Refusal {
  const statement = findStatement(visit, statementId);
  if (!statement || statement.payer !== 'customer') return refuse('statement_missing');
  if (statement.state !== 'presented') return refuse('stale_version');
  const content = visit.statementContents.find((each) => each.statementId === statementId);
  return content?.contentHash === contentHash ? statement : refuse('statement_changed', { field: 'contentHash' });
}
