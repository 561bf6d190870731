import type { ChargeLine } from '#domain/estimate/charge-line.ts';
import { firstRefusal, refuse, type Refusal } from '#domain/kernel/refusal.ts';
import type { Actor } from '#domain/kernel/role.ts';
import type { At, LineGuards, VisitGuards } from '#domain/repair-order/guard.ts';
import { waitReasonWords } from '#domain/repair-order/repair-order.words.ts';
import type { Visit } from '#domain/repair-order/visit.ts';
import { isRevoked, openWaits } from '#domain/repair-order/visit.rules.ts';

/** No work without a grant that covers it (R138). */
export function checkGranted(visit: Visit, line: ChargeLine): Refusal | null {
  if (line.grantId === null) return refuse('no_grant', { field: 'lineId' });
  return isRevoked(visit, line.grantId) ? refuse('grant_revoked', { field: 'lineId' }) : null;
}

/** The line is dispatched, and to this person where a technician acts. A leader may act on the lines of the team. */
export function checkDispatchedTo(visit: Visit, line: ChargeLine, actor: Actor): Refusal | null {
  const assignment = visit.assignments.find(({ lineId, state }) => lineId === line.lineId && state === 'planned');
  if (!assignment) return refuse('not_dispatched', { field: 'lineId' });
  if (actor.kind !== 'staff' || actor.roles.includes('supervisor') || actor.roles.includes('team_leader')) return null;
  const mine = assignment.technicianId === null || assignment.technicianId === actor.staffId;
  return mine ? null : refuse('not_your_line', { field: 'lineId' });
}

function checkNotWaiting(visit: Visit, line: ChargeLine): Refusal | null {
  const wait = openWaits(visit).find(({ lineId }) => lineId === null || lineId === line.lineId);
  if (!wait) return null;
  const { zh, en } = waitReasonWords[wait.reason];
  return refuse('line_waiting', { values: { reasonZh: zh, reasonEn: en } });
}

const checkCarHere = ({ order }: Visit): Refusal | null => (order.awaySince ? refuse('vehicle_away') : null);

function mayBegin(visit: Visit, line: ChargeLine, { actor }: At): Refusal | null {
  return firstRefusal(
    () => checkGranted(visit, line),
    () => (visit.order.inWorkshopSince ? null : refuse('not_in_workshop')),
    () => checkDispatchedTo(visit, line, actor),
    () => (visit.order.carAcceptedAt ? null : refuse('car_not_accepted')),
    () => checkCarHere(visit),
    () => checkNotWaiting(visit, line),
  );
}

export const workshopGuards = {} as const satisfies VisitGuards;

export const workshopLineGuards = {
  start_work: mayBegin,
  resume_work: mayBegin,
  pause_work: (visit, line, { actor }) => checkDispatchedTo(visit, line, actor),
  finish_work: (visit, line, { actor }) => checkDispatchedTo(visit, line, actor),
} as const satisfies LineGuards;
