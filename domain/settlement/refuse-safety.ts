import type { InputOf } from '#domain/kernel/contract.ts';
import type { Decide } from '#domain/kernel/decision.ts';
import { isRefusal, refuse } from '#domain/kernel/refusal.ts';
import { checkVisitAction } from '#domain/repair-order/guard.ts';
import { sign } from '#domain/repair-order/sign.ts';
import { visitAnswer, type VisitChanged } from '#domain/repair-order/visit.contract.ts';
import { add, decided, type Visit } from '#domain/repair-order/visit.ts';
import { unsignedSafetyLines } from '#domain/settlement/not-done.ts';
import type { settlementContracts } from '#domain/settlement/settlement.contract.ts';

type Input = InputOf<typeof settlementContracts.refuseSafety>;

/** The customer notes in own words and signs that a safety job stays undone, its consequence explained (R232). */
export const refuseSafety: Decide<Visit, Input, VisitChanged> = (visit, input, context) => {
  const refusal = checkVisitAction(visit, 'refuse_safety', context);
  if (refusal) return refusal;
  const line = unsignedSafetyLines(visit).find(({ lineId }) => lineId === input.lineId);
  if (!line) return refuse('line_not_found', { field: 'lineId' });
  const signed = sign(visit, input.signature, { purpose: 'safety_refusal', context });
  if (isRefusal(signed)) return signed;
  const { signatureId, strokesHash } = signed;
  const next = add(signed.visit, 'safetyRefusals', {
    lineId: line.lineId,
    customerNote: input.customerNote,
    signatureId,
    signedAt: context.now,
  });
  const noteHash = context.sha256(input.customerNote);
  return decided(
    next,
    { action: 'refuse_safety', payload: { lineId: line.lineId, signatureId, strokesHash, noteHash } },
    visitAnswer(next, line.lineId),
  );
};
