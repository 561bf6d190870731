import type { InputOf } from '#domain/kernel/contract.ts';
import type { Decide } from '#domain/kernel/decision.ts';
import { isRefusal } from '#domain/kernel/refusal.ts';
import type { WaitReason } from '#domain/repair-order/repair-order.ts';
import { visitAnswer, type VisitChanged } from '#domain/repair-order/visit.contract.ts';
import { change, decided, type Visit } from '#domain/repair-order/visit.ts';
import { endPunch, openPunchOf, startWaiting } from '#domain/workshop/punches.ts';
import { lineFor } from '#domain/workshop/start-work.ts';
import type { workshopContracts } from '#domain/workshop/workshop.contract.ts';

/** A technician or bay missing is the workshop's own affair: the queue shows it, the car waits for nothing else. */
const noWait: readonly WaitReason[] = ['technician', 'bay'];

/** Work stops with a reason: the punch ends, and the line waits for what is missing (R171). */
export const pauseWork: Decide<Visit, InputOf<typeof workshopContracts.pauseWork>, VisitChanged> = (
  visit,
  input,
  context,
) => {
  const line = lineFor(visit, input, { action: 'pause_work', context });
  if (isRefusal(line)) return line;
  const { lineId } = line;
  const { reason, note = null } = input;
  const punchId = openPunchOf(visit, lineId)?.punchId ?? null;
  const ended = endPunch(visit, lineId, { now: context.now, reason: 'paused', pauseReason: reason, note });
  const paused = change(ended, 'lines', line, { workState: 'paused' });
  const next = noWait.includes(reason) ? paused : startWaiting(paused, { lineId, reason, note }, context);
  return decided(next, { action: 'pause_work', payload: { lineId, punchId, reason } }, visitAnswer(next, punchId));
};
