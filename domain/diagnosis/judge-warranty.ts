import type { diagnosisContracts } from '#domain/diagnosis/diagnosis.contract.ts';
import { judgementTo, warrantyMachine } from '#domain/diagnosis/warranty.machine.ts';
import type { ChargeLine, Payer } from '#domain/estimate/charge-line.ts';
import { checkDraftLine } from '#domain/estimate/draft.ts';
import type { InputOf } from '#domain/kernel/contract.ts';
import type { Context, Decide } from '#domain/kernel/decision.ts';
import { checkAction } from '#domain/kernel/machine.ts';
import { firstRefusal, isRefusal, refuse, type Refusal } from '#domain/kernel/refusal.ts';
import { checkVisitAction } from '#domain/repair-order/guard.ts';
import { visitAnswer, type VisitChanged } from '#domain/repair-order/visit.contract.ts';
import { change, checkVersion, decided, findLine, type Visit } from '#domain/repair-order/visit.ts';

type Input = InputOf<typeof diagnosisContracts.judgeWarranty>;

/**
 * Judges whether the warranty covers a line, with the reason that the customer is told (R100–R103). While undecided the payer
 * follows the judgement; once granted it stays as granted, and a denial makes the agreed fallback pay at settlement.
 */
export const judgeWarranty: Decide<Visit, Input, VisitChanged> = (visit, input, context) => {
  const refusal = checkVisitAction(visit, 'judge_warranty', context);
  if (refusal) return refusal;
  const line = findLine(visit, input.lineId);
  if (isRefusal(line)) return line;
  const refused = firstRefusal(
    () => checkVersion(line, input.version),
    () => checkJudgement(line, input, context),
    () => checkOpen(visit, line, input),
  );
  if (refused) return refused;
  const judged = judgedLine(line, input, context.now);
  const next = change(visit, 'lines', line, judged);
  const { warrantyState, payer, fallbackPayer } = { ...line, ...judged };
  const payload = { lineId: line.lineId, from: line.warrantyState, to: warrantyState, payer, fallbackPayer };
  return decided(next, { action: 'judge_warranty', payload }, visitAnswer(next, line.lineId));
};

/** A judgement given again only mends its reason or says that the customer was told. */
function checkJudgement(line: ChargeLine, { state, reason }: Input, { actor }: Context): Refusal | null {
  const move = judgementTo[state];
  const moving =
    state === line.warrantyState ? null : checkAction(warrantyMachine, move, { state: line.warrantyState, actor });
  if (moving) return moving;
  const needed = state !== 'not_checked' && reason === null;
  return needed ? refuse('warranty_reason_missing', { field: 'reason' }) : null;
}

/** What the customer has before them, or agreed to, keeps its payer and its fallback. */
function checkOpen(visit: Visit, line: ChargeLine, { fallbackPayer }: Input): Refusal | null {
  if (line.decision === 'undecided') return checkDraftLine(visit, line);
  const kept = fallbackPayer === null || fallbackPayer === line.fallbackPayer;
  return kept ? null : refuse('line_not_draft', { field: 'fallbackPayer' });
}

function judgedLine(line: ChargeLine, { state, reason, toldCustomer, fallbackPayer }: Input, now: string) {
  return {
    warrantyState: state,
    warrantyReason: reason,
    warrantyToldAt: toldCustomer ? now : state === line.warrantyState ? line.warrantyToldAt : null,
    fallbackPayer: fallbackPayer ?? line.fallbackPayer,
    payer: line.decision === 'undecided' ? payerBy(line, state, fallbackPayer) : line.payer,
  };
}

/** An insurer's line stays the insurer's; a refused one goes to whoever is named, else back to the customer, who is asked anew. */
function payerBy(line: ChargeLine, state: Input['state'], named: Payer | null): Payer {
  switch (state) {
    case 'covered':
    case 'approved':
    case 'pending_manufacturer':
      return line.payer === 'insurer' ? 'insurer' : 'manufacturer';
    case 'not_covered':
    case 'denied':
      return line.payer === 'manufacturer' || line.payer === 'insurer' ? (named ?? 'customer') : line.payer;
    case 'not_checked':
    case 'pending_diagnosis':
      return line.payer;
  }
}
