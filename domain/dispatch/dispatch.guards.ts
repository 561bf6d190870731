import { firstRefusal, refuse, type Refusal } from '#domain/kernel/refusal.ts';
import type { At, LineGuards, VisitGuards } from '#domain/repair-order/guard.ts';
import type { ChargeLine } from '#domain/estimate/charge-line.ts';
import type { Visit } from '#domain/repair-order/visit.ts';
import { grantedLines, isOwnCar, isWorked } from '#domain/repair-order/visit.rules.ts';
import { words } from '#domain/kernel/words.ts';
import { planOf } from '#domain/workshop/punches.ts';
import { workMachine } from '#domain/workshop/work.machine.ts';
import { checkGranted } from '#domain/workshop/workshop.guards.ts';

/** Whoever decided on the own page has the copies there. */
const decidedByPage = ({ decisions }: Visit): boolean =>
  decisions.length > 0 && decisions.every(({ channel }) => channel === 'customer_page' || channel === 'internal');

function mayHandOver(visit: Visit): Refusal | null {
  const { reception } = visit;
  if (grantedLines(visit).length === 0) return refuse('no_grant');
  if (isOwnCar(visit)) return null;
  if (!reception?.handedOverAt) return refuse('reception_not_finished');
  return reception.copiesHandedAt || decidedByPage(visit) ? null : refuse('paper_copies_due');
}

const checkInWorkshop = ({ order }: Visit): Refusal | null =>
  order.inWorkshopSince ? null : refuse('not_in_workshop');

/** Somebody of those to whom work on this car is dispatched. */
function checkMember(visit: Visit, { actor }: At): Refusal | null {
  const plans = visit.assignments.filter(({ state }) => state === 'planned');
  if (plans.length === 0) return refuse('not_dispatched');
  if (actor.kind !== 'staff' || actor.roles.includes('team_leader')) return null;
  const mine = plans.some(({ technicianId }) => technicianId === null || technicianId === actor.staffId);
  return mine ? null : refuse('not_your_line');
}

/** Rules that need no input, per action on the visit. */
export const dispatchGuards = {
  hand_to_workshop: mayHandOver,
  set_priority: checkInWorkshop,
  accept_car: (visit, at) =>
    firstRefusal(
      () => checkInWorkshop(visit),
      () => checkMember(visit, at),
    ),
} as const satisfies VisitGuards;

const actionNames = {
  assign_line: words('派工', 'Dispatch'),
  unassign_line: words('取消派工', 'Take back the dispatch'),
} as const;
const undone: readonly ChargeLine['workState'][] = ['queued', 'working', 'paused'];

/** What is finished is not dispatched again, and what runs is not taken away. Refusal `wrong_state` in the words of the work. */
function checkUndone({ workState }: ChargeLine, action: keyof typeof actionNames): Refusal | null {
  const allowed = action === 'assign_line' ? undone : undone.filter((state) => state !== 'working');
  if (allowed.includes(workState)) return null;
  const named = (language: 'zh' | 'en') =>
    allowed.map((state) => (state ? workMachine.states[state][language] : '')).join(language === 'zh' ? '、' : ', ');
  const now = workState ? workMachine.states[workState] : words('未授权', 'not granted');
  const values = { stateZh: now.zh, stateEn: now.en, fromZh: named('zh'), fromEn: named('en') };
  const { zh, en } = actionNames[action];
  return refuse('wrong_state', { field: 'lineId', values: { ...values, actionZh: zh, actionEn: en } });
}

function mayAssign(visit: Visit, line: ChargeLine): Refusal | null {
  return firstRefusal(
    () => checkGranted(visit, line),
    () => (isWorked(line) ? null : refuse('line_not_found', { field: 'lineId' })),
    () => checkInWorkshop(visit),
    () => checkUndone(line, 'assign_line'),
  );
}

function mayUnassign(visit: Visit, line: ChargeLine): Refusal | null {
  if (!planOf(visit, line.lineId)) return refuse('not_dispatched', { field: 'lineId' });
  return checkUndone(line, 'unassign_line');
}

/** Rules that need no input, per action on a line. */
export const dispatchLineGuards = {
  assign_line: mayAssign,
  unassign_line: mayUnassign,
} as const satisfies LineGuards;
