import { addMinutes, type Instant } from '#domain/kernel/calendar.ts';
import { staffIdOrNull, type Context } from '#domain/kernel/decision.ts';
import { raise } from '#domain/kernel/raise.ts';
import type { Assignment } from '#domain/dispatch/assignment.ts';
import type { WaitReason } from '#domain/repair-order/repair-order.ts';
import { add, change, type Visit } from '#domain/repair-order/visit.ts';
import type { Punch, PunchEnd } from '#domain/workshop/workshop.ts';

/** How far the plan of running work reaches past its overrun end: one cell of the board. */
export const overrunMinutes = 15;

/** Whoever begins has bay, tool and hands again: these waits end by beginning. */
export const endedByBeginning: readonly WaitReason[] = ['bay', 'technician', 'tool'];

export const openPunchOf = (visit: Visit, lineId: string): Punch | null =>
  visit.punches.find((punch) => punch.lineId === lineId && punch.endedAt === null) ?? null;

export const planOf = (visit: Visit, lineId: string): Assignment | null =>
  visit.assignments.find((each) => each.lineId === lineId && each.state === 'planned') ?? null;

type End = { readonly reason: PunchEnd; readonly pauseReason?: WaitReason | null; readonly note?: string | null };

/** Ends the open punch of a line, if one runs. */
export function endPunch(
  visit: Visit,
  lineId: string,
  { now, reason, ...end }: End & { readonly now: Instant },
): Visit {
  const punch = openPunchOf(visit, lineId);
  if (!punch) return visit;
  const { pauseReason = null, note = null } = end;
  return change(visit, 'punches', punch, { endedAt: now, endReason: reason, pauseReason, note });
}

/** What the technician did in this slot until now is paused: nobody does two things with one pair of hands. */
export function supersede(visit: Visit, hands: Hands, now: Instant): Visit {
  const punch = visit.punches.find(
    ({ technicianId, slot, endedAt }) => endedAt === null && technicianId === hands.technicianId && slot === hands.slot,
  );
  const line = punch && visit.lines.find(({ lineId }) => lineId === punch.lineId);
  if (!line) return visit;
  const ended = endPunch(visit, line.lineId, { now, reason: 'superseded' });
  return line.workState === 'working' ? change(ended, 'lines', line, { workState: 'paused' }) : ended;
}

export type Hands = { readonly technicianId: string; readonly slot: number };
type Began = Hands & { readonly lineId: string; readonly bayId: string | null };

/** Opens a punch under the line's grant, and puts the line to work; its plan reaches at least past now. */
export function beginPunch(visit: Visit, { lineId, technicianId, slot, bayId }: Began, context: Context<unknown>) {
  const freed = supersede(visit, { technicianId, slot }, context.now);
  const line = freed.lines.find((each) => each.lineId === lineId);
  if (!line?.grantId) throw new Error('work begins on a granted line alone');
  const punchId = context.newId();
  const open = { endedAt: null, endReason: null, pauseReason: null, note: null };
  const punch = { punchId, lineId, grantId: line.grantId, technicianId, slot, bayId, startedAt: context.now, ...open };
  const working = add(change(freed, 'lines', line, { workState: 'working' }), 'punches', punch);
  const waited = endWaits(working, { lineIds: [lineId, null], reasons: endedByBeginning, context });
  return { visit: extendPlan(addWorker(waited, technicianId, context.now), lineId, context.now), punchId };
}

/** Records once that a member of staff worked on the order. */
export function addWorker(visit: Visit, staffId: string, now: Instant): Visit {
  const known = visit.participations.some((each) => each.staffId === staffId && each.capacity === 'work');
  return known ? visit : add(visit, 'participations', { staffId, capacity: 'work', since: now });
}

/** The plan of work that runs past its end reaches one cell further (process rule 4). */
export function extendPlan(visit: Visit, lineId: string, now: Instant): Visit {
  const plan = planOf(visit, lineId);
  if (!plan || plan.plannedUntil > now) return visit;
  return change(visit, 'assignments', plan, { plannedUntil: addMinutes(now, overrunMinutes) });
}

/** The plan of a line gives its bay back. */
export const endPlan = (visit: Visit, lineId: string, state: 'done' | 'void'): Visit => ({
  ...visit,
  assignments: visit.assignments.map((each) =>
    each.lineId === lineId && each.state === 'planned' ? raise(each, { state }) : each,
  ),
});

type Waited = {
  /** Null stands for the whole order. */
  readonly lineIds: readonly (string | null)[];
  readonly reasons: readonly WaitReason[];
  readonly context: Pick<Context, 'now' | 'actor'>;
};

/** Open waits for these reasons end. */
export function endWaits(visit: Visit, { lineIds, reasons, context }: Waited): Visit {
  const ending = { endedAt: context.now, endedBy: staffIdOrNull(context.actor) };
  const over = visit.waits.filter(
    ({ endedAt, lineId, reason }) => endedAt === null && lineIds.includes(lineId) && reasons.includes(reason),
  );
  return over.reduce((so, wait) => change(so, 'waits', wait, ending), visit);
}

type NewWait = {
  readonly lineId: string | null;
  readonly reason: WaitReason;
  readonly note?: string | null | undefined;
  readonly expectedUntil?: Instant | null;
};

/** The order or a line waits from now; one that waits for the same already only learns until when. */
export function startWaiting(visit: Visit, wait: NewWait, { now, actor, newId }: Context<unknown>): Visit {
  const { lineId, reason, note = null, expectedUntil = null } = wait;
  const known = visit.waits.find((each) => each.endedAt === null && each.lineId === lineId && each.reason === reason);
  if (known) return change(visit, 'waits', known, { expectedUntil: expectedUntil ?? known.expectedUntil });
  const startedBy = staffIdOrNull(actor);
  const row = {
    waitId: newId(),
    lineId,
    reason,
    note,
    since: now,
    expectedUntil,
    startedBy,
    endedAt: null,
    endedBy: null,
  };
  return add(visit, 'waits', row);
}
