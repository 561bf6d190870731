import type { ChargeLine } from '#domain/estimate/charge-line.ts';
import { staffIdOrNull } from '#domain/kernel/decision.ts';
import { firstRefusal, refuse, type Refusal } from '#domain/kernel/refusal.ts';
import type { Actor } from '#domain/kernel/role.ts';
import type { At, LineGuards } from '#domain/repair-order/guard.ts';
import { waitReasonWords } from '#domain/repair-order/repair-order.words.ts';
import type { Visit } from '#domain/repair-order/visit.ts';
import { isRevoked, openWaits } from '#domain/repair-order/visit.rules.ts';
import { endedByBeginning, openPunchOf, planOf } from '#domain/workshop/punches.ts';
import { checkPartsIssued } from '#domain/workshop/unissued-parts.ts';

/** No work without a grant that covers it (R138). */
export function checkGranted(visit: Visit, line: ChargeLine): Refusal | null {
  if (line.grantId === null) return refuse('no_grant', { field: 'lineId' });
  return isRevoked(visit, line.grantId) ? refuse('grant_revoked', { field: 'lineId' }) : null;
}

/** The line is dispatched to this person, or to a team without naming one: whoever begins puts own hands to it. */
export function checkDispatchedTo(visit: Visit, line: ChargeLine, actor: Actor): Refusal | null {
  const plan = planOf(visit, line.lineId);
  if (!plan) return refuse('not_dispatched', { field: 'lineId' });
  const mine = plan.technicianId === null || (actor.kind === 'staff' && plan.technicianId === actor.staffId);
  return mine ? null : refuse('not_your_line', { field: 'lineId' });
}

/** Running work is paused and finished by whoever does it; a leader or the supervisor may do so for the team. */
function checkWorkedBy(visit: Visit, line: ChargeLine, { actor }: At): Refusal | null {
  if (actor.kind !== 'staff' || actor.roles.includes('supervisor') || actor.roles.includes('team_leader')) return null;
  const mine = openPunchOf(visit, line.lineId)?.technicianId === actor.staffId;
  return mine ? null : refuse('not_your_line', { field: 'lineId' });
}

/** Nobody checks their own work, unless the service manager let this order do without the leader's check (R181). */
function checkNotOwnWork(visit: Visit, line: ChargeLine, { actor }: At): Refusal | null {
  const own = visit.punches.some(
    ({ lineId, technicianId }) => lineId === line.lineId && actor.kind === 'staff' && technicianId === actor.staffId,
  );
  return own && visit.order.leaderCheckWaivedReason === null ? refuse('checks_own_work') : null;
}

function checkNotWaiting(visit: Visit, line: ChargeLine): Refusal | null {
  const wait = openWaits(visit).find(
    ({ lineId, reason }) => (lineId === null || lineId === line.lineId) && !endedByBeginning.includes(reason),
  );
  if (!wait) return null;
  const { zh, en } = waitReasonWords[wait.reason];
  return refuse('line_waiting', { values: { reasonZh: zh, reasonEn: en } });
}

const checkCarHere = ({ order }: Visit): Refusal | null => (order.awaySince ? refuse('vehicle_away') : null);

/** Nobody both works on an order and finally inspects it, in whatever order (R183). */
export function checkDidNotInspect({ participations }: Visit, worker: string | null): Refusal | null {
  const inspected = participations.some(
    ({ staffId, capacity }) => capacity === 'final_inspection' && staffId === worker,
  );
  return inspected ? refuse('inspected_order') : null;
}

function mayBegin(visit: Visit, line: ChargeLine, { actor }: At): Refusal | null {
  return firstRefusal(
    () => checkGranted(visit, line),
    () => (visit.order.inWorkshopSince ? null : refuse('not_in_workshop')),
    () => checkDispatchedTo(visit, line, actor),
    () => (visit.order.carAcceptedAt ? null : refuse('car_not_accepted')),
    () => checkCarHere(visit),
    () => checkNotWaiting(visit, line),
    () => checkDidNotInspect(visit, staffIdOrNull(actor)),
  );
}

export const workshopLineGuards = {
  start_work: mayBegin,
  resume_work: mayBegin,
  pause_work: checkWorkedBy,
  finish_work: (visit, line, at) =>
    firstRefusal(
      () => checkWorkedBy(visit, line, at),
      () => checkPartsIssued(visit, line),
    ),
  leader_check: checkNotOwnWork,
} as const satisfies LineGuards;
