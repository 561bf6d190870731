import type { InputOf } from '#domain/kernel/contract.ts';
import type { Decide } from '#domain/kernel/decision.ts';
import { isRefusal } from '#domain/kernel/refusal.ts';
import { checkAllGood } from '#domain/quality/check-items.ts';
import { newInspection } from '#domain/quality/new-inspection.ts';
import { visitAnswer, type VisitChanged } from '#domain/repair-order/visit.contract.ts';
import { add, change, decided, type Visit } from '#domain/repair-order/visit.ts';
import { scopeOf } from '#domain/workshop/check-scope.ts';
import { endPlan, endPunch } from '#domain/workshop/punches.ts';
import { lineFor } from '#domain/workshop/start-work.ts';
import type { workshopContracts } from '#domain/workshop/workshop.contract.ts';

/** Finishes the work on a line: what was done is recorded, the technician checks it, the bay is free (R164, R165, R180). */
export const finishWork: Decide<Visit, InputOf<typeof workshopContracts.finishWork>, VisitChanged> = (
  visit,
  input,
  context,
) => {
  const line = lineFor(visit, input, { action: 'finish_work', context });
  if (isRefusal(line)) return line;
  const { selfCheck: items, workDone } = input;
  const refusal = checkAllGood({ kind: 'self_check', items, scope: scopeOf([line]) });
  if (refusal) return { ...refusal, field: 'selfCheck' };
  const { lineId } = line;
  const check = newInspection({ kind: 'self_check', lineId, result: 'pass', items }, context);
  const ended = endPunch(visit, lineId, { now: context.now, reason: 'finished' });
  const finished = change(ended, 'lines', line, { workState: 'self_checked', workDone });
  const next = endPlan(add(finished, 'inspections', check), lineId, 'done');
  const { inspectionId } = check;
  return decided(next, { action: 'finish_work', payload: { lineId, inspectionId } }, visitAnswer(next, inspectionId));
};
