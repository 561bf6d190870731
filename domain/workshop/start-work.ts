import type { ChargeLine } from '#domain/estimate/charge-line.ts';
import type { InputOf } from '#domain/kernel/contract.ts';
import { staffIdOf, type Context, type Decide } from '#domain/kernel/decision.ts';
import { firstRefusal, isRefusal, type Refusal } from '#domain/kernel/refusal.ts';
import { checkWorkAction, type LineGuard, type WorkAction } from '#domain/repair-order/guard.ts';
import { visitAnswer, type VisitChanged } from '#domain/repair-order/visit.contract.ts';
import { checkVersion, decided, findLine, type Visit } from '#domain/repair-order/visit.ts';
import { beginPunch, openPunchOf, planOf, supersede, type Hands } from '#domain/workshop/punches.ts';
import type { workshopContracts } from '#domain/workshop/workshop.contract.ts';
import { workshopLineGuards } from '#domain/workshop/workshop.guards.ts';

/** Which of the technician's hands begins: the first free slot, or the one whose work is put aside. */
export type BeginFacts = { readonly slot: number };

type Contracts = typeof workshopContracts;
export type OnLine = { readonly lineId: string; readonly version: number };

/** The line of a work command in a state that allows it, or the refusal. */
export function lineFor(
  visit: Visit,
  { lineId, version }: OnLine,
  { action, context }: { readonly action: WorkAction; readonly context: Context<unknown> },
): ChargeLine | Refusal {
  const line = findLine(visit, lineId);
  if (isRefusal(line)) return line;
  const guards: Readonly<Partial<Record<WorkAction, LineGuard>>> = workshopLineGuards;
  const refusal = firstRefusal(
    () => checkVersion(line, version),
    () => checkWorkAction(visit, action, { ...context, line, guard: guards[action] }),
  );
  return refusal ?? line;
}

/** Begins work on a granted, dispatched line: opens a punch under its grant and makes the technician a worker of the order (R158). */
export const startWork: Decide<Visit, InputOf<Contracts['startWork']>, VisitChanged, BeginFacts> = (
  visit,
  input,
  context,
) => {
  const line = lineFor(visit, input, { action: 'start_work', context });
  return isRefusal(line) ? line : begin(visit, line, { action: 'start_work', bayId: input.bayId, context });
};

/** Goes on with paused work: a new punch, in the bay where it is planned. */
export const resumeWork: Decide<Visit, InputOf<Contracts['resumeWork']>, VisitChanged, BeginFacts> = (
  visit,
  input,
  context,
) => {
  const line = lineFor(visit, input, { action: 'resume_work', context });
  if (isRefusal(line)) return line;
  const bayId = planOf(visit, line.lineId)?.bayId ?? null;
  return begin(visit, line, { action: 'resume_work', bayId, context });
};

type Begin = {
  readonly action: 'start_work' | 'resume_work';
  readonly bayId: string | null;
  readonly context: Context<BeginFacts>;
};

function begin(visit: Visit, { lineId, grantId }: ChargeLine, { action, bayId, context }: Begin) {
  const technicianId = staffIdOf(context.actor);
  const { slot } = context.facts;
  const { visit: next, punchId } = beginPunch(visit, { lineId, technicianId, slot, bayId }, context);
  const payload = { lineId, grantId, technicianId, punchId, slot };
  return decided(next, { action, payload }, visitAnswer(next, punchId));
}

/** On the order that the technician leaves for another: its work is paused. Answers null when nothing runs there any more. */
export function leaveForOther(visit: Visit, hands: Hands, now: string) {
  const left = visit.punches.find(
    ({ technicianId, slot, endedAt }) => endedAt === null && technicianId === hands.technicianId && slot === hands.slot,
  );
  if (!left || !openPunchOf(visit, left.lineId)) return null;
  const next = supersede(visit, hands, now);
  const { punchId, lineId, technicianId } = left;
  return decided(next, { action: 'pause_work', payload: { lineId, punchId, technicianId, superseded: 1 } }, undefined);
}
