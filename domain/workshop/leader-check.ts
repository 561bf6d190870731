import type { ChargeLine } from '#domain/estimate/charge-line.ts';
import type { InputOf } from '#domain/kernel/contract.ts';
import type { Context, Decide } from '#domain/kernel/decision.ts';
import { isRefusal, refuse, type Refusal } from '#domain/kernel/refusal.ts';
import { checkAllGood } from '#domain/quality/check-items.ts';
import { newInspection } from '#domain/quality/new-inspection.ts';
import { sign } from '#domain/repair-order/sign.ts';
import { visitAnswer, type VisitChanged } from '#domain/repair-order/visit.contract.ts';
import { add, change, decided, findLine, type Visit } from '#domain/repair-order/visit.ts';
import { scopeOf } from '#domain/workshop/check-scope.ts';
import { sendBack } from '#domain/workshop/send-back.ts';
import { lineFor } from '#domain/workshop/start-work.ts';
import type { workshopContracts } from '#domain/workshop/workshop.contract.ts';

type Input = InputOf<typeof workshopContracts.leaderCheck>;

/** The team leader checks the line, writes advice on the order and signs; a failure sends the line back (R181, R182, R188). */
export const leaderCheck: Decide<Visit, Input, VisitChanged> = (visit, input, context) => {
  const line = lineFor(visit, input, { action: 'leader_check', context });
  if (isRefusal(line)) return line;
  const refusal = checkResult(line, input);
  if (refusal) return refusal;
  const signed = sign(visit, input.signature, { purpose: 'leader_check', context });
  if (isRefusal(signed)) return signed;
  const { result, items } = input;
  const { lineId } = line;
  const known = { kind: 'leader_check', lineId, result, items, signatureId: signed.signatureId } as const;
  const check = newInspection({ ...known, advice: input.advice || null }, context);
  const judged = judge(signed.visit, lineId, { input, context });
  const next = add(judged, 'inspections', check);
  const { inspectionId } = check;
  const payload = { lineId, inspectionId, result, strokesHash: signed.strokesHash };
  return decided(next, { action: 'leader_check', payload }, visitAnswer(next, inspectionId));
};

function checkResult(line: ChargeLine, input: Input): Refusal | null {
  const { result, items, advice } = input;
  if (result === 'pass') return checkAllGood({ kind: 'leader_check', items, scope: scopeOf([line]) });
  return advice ? null : refuse('reason_missing', { field: 'advice' });
}

type Judging = { readonly input: Input; readonly context: Context };

function judge(visit: Visit, lineId: string, { input, context }: Judging): Visit {
  if (input.result === 'fail') return sendBack(visit, { lineId, reason: input.advice ?? '' }, context.now);
  const line = findLine(visit, lineId);
  return isRefusal(line) ? visit : change(visit, 'lines', line, { workState: 'leader_checked' });
}
