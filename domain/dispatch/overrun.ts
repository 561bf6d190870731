import type { Assignment } from '#domain/dispatch/assignment.ts';
import type { Moved, Plan } from '#domain/dispatch/push-plans.ts';
import type { Instant } from '#domain/kernel/calendar.ts';
import type { Decision } from '#domain/kernel/decision.ts';
import { raise } from '#domain/kernel/raise.ts';
import { decided, type Visit } from '#domain/repair-order/visit.ts';
import { extendPlan, openPunchOf } from '#domain/workshop/punches.ts';

const planIn = ({ order }: Visit, assignment: Assignment): Plan => ({ ...assignment, orderId: order.orderId });

/** A plan with the time it really takes; ended when its work is finished, so that it needs its bay no more. */
export type Overrun = { readonly busy: Plan; readonly ended: boolean };

/**
 * Plans of this order that took more time than they had: finished after their end, or stretched because the work still
 * runs. Each occupies its bay and technician until it ended, or until the stretched end.
 */
export function overrunsBetween(before: Visit, next: Visit, now: Instant): readonly Overrun[] {
  const known = new Map(before.assignments.map((each) => [each.assignmentId, each]));
  return next.assignments.flatMap((after) => {
    const planned = known.get(after.assignmentId);
    if (planned?.state !== 'planned') return [];
    const late = after.state === 'done' ? now > planned.plannedUntil : after.plannedUntil > planned.plannedUntil;
    if (!late || after.state === 'void') return [];
    const ended = after.state === 'done';
    return [{ busy: planIn(next, ended ? { ...after, plannedUntil: now } : after), ended }];
  });
}

/** Running work whose plan has ended keeps its bay for another cell (process rule 4). Null when none overruns. */
export function stretchOverruns(visit: Visit, now: Instant): Decision<Visit, undefined> | null {
  const late = visit.assignments.filter(
    ({ state, plannedUntil, lineId }) => state === 'planned' && plannedUntil <= now && openPunchOf(visit, lineId),
  );
  if (late.length === 0) return null;
  const next = late.reduce((so, { lineId }) => extendPlan(so, lineId, now), visit);
  const payload = { assignmentIds: late.map(({ assignmentId }) => assignmentId) };
  return decided(next, { action: 'stretch_plans', payload }, undefined);
}

/** The plans of this order that give way to work that took longer, on this order or another. */
export function movePlans(visit: Visit, moved: readonly Moved[], busy: Plan): Decision<Visit, undefined> {
  const to = new Map(moved.map((each) => [each.assignmentId, each]));
  const assignments = visit.assignments.map((each) => {
    const move = to.get(each.assignmentId);
    return move && each.state === 'planned'
      ? raise(each, { plannedFrom: move.plannedFrom, plannedUntil: move.plannedUntil })
      : each;
  });
  const plans = moved.map(({ assignmentId, plannedFrom, plannedUntil }) => ({
    assignmentId,
    plannedFrom,
    plannedUntil,
  }));
  const payload = { moved: plans, behindOrderId: busy.orderId };
  return decided({ ...visit, assignments }, { action: 'push_plans', payload }, undefined);
}
