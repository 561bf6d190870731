import type { Decide } from '#domain/kernel/decision.ts';
import { staffIdOf } from '#domain/kernel/decision.ts';
import { firstRefusal, isRefusal } from '#domain/kernel/refusal.ts';
import type { InputOf } from '#domain/kernel/contract.ts';
import { checkWorkAction } from '#domain/repair-order/guard.ts';
import { visitAnswer, type VisitChanged } from '#domain/repair-order/visit.contract.ts';
import { add, change, checkVersion, decided, findLine, type Visit } from '#domain/repair-order/visit.ts';
import type { workshopContracts } from '#domain/workshop/workshop.contract.ts';
import { workshopLineGuards } from '#domain/workshop/workshop.guards.ts';

/** Begins work on a granted, dispatched line: opens a punch under its grant and makes the technician a worker of the order (R158). */
export const startWork: Decide<Visit, InputOf<typeof workshopContracts.startWork>, VisitChanged> = (
  visit,
  input,
  context,
) => {
  const line = findLine(visit, input.lineId);
  if (isRefusal(line)) return line;
  const refusal = firstRefusal(
    () => checkVersion(line, input.version),
    () => checkWorkAction(visit, 'start_work', { ...context, line, guard: workshopLineGuards.start_work }),
  );
  if (refusal) return refusal;
  const technicianId = staffIdOf(context.actor);
  const punchId = context.newId();
  const punch = {
    punchId,
    lineId: line.lineId,
    grantId: line.grantId ?? '',
    technicianId,
    slot: 1,
    bayId: input.bayId,
    startedAt: context.now,
    endedAt: null,
    endReason: null,
    pauseReason: null,
    note: null,
  };
  const working = add(change(visit, 'lines', line, { workState: 'working' }), 'punches', punch);
  const next = addWorker(working, technicianId, context.now);
  return decided(
    next,
    { action: 'start_work', payload: { lineId: line.lineId, grantId: line.grantId, technicianId, punchId } },
    visitAnswer(next, punchId),
  );
};

/** Records once that a member of staff worked on the order. */
export function addWorker(visit: Visit, staffId: string, now: string): Visit {
  const known = visit.participations.some((each) => each.staffId === staffId && each.capacity === 'work');
  return known ? visit : add(visit, 'participations', { staffId, capacity: 'work', since: now });
}
