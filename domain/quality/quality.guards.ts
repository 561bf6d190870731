import type { ChargeLine } from '#domain/estimate/charge-line.ts';
import { firstRefusal, refuse, type Refusal } from '#domain/kernel/refusal.ts';
import type { At, VisitGuards } from '#domain/repair-order/guard.ts';
import type { Visit } from '#domain/repair-order/visit.ts';
import { isPerformed, isWorked, linesOf, liveGrant, passed, performedLines } from '#domain/repair-order/visit.rules.ts';

/** The car leaves as it came: there is nothing to inspect. */
const isUntouched = (visit: Visit): boolean => performedLines(visit).length === 0;

/** Lines still to be worked, checked, issued or performed before the final inspection (R180–R183). */
export function uncheckedLines(visit: Visit): readonly ChargeLine[] {
  const waived = visit.order.leaderCheckWaivedReason !== null;
  return linesOf(visit).filter((line) => {
    const live = liveGrant(visit, line) !== null;
    if (isWorked(line)) return (live || isPerformed(visit, line)) && !isChecked(line, waived);
    if (line.kind === 'part') return live && line.partState !== 'issued' && line.partState !== 'returned';
    return live && line.performedAt === null;
  });
}

const isChecked = ({ workState }: ChargeLine, waived: boolean): boolean =>
  workState === 'leader_checked' || workState === 'inspected' || (waived && workState === 'self_checked');

function checkLinesFinished(visit: Visit): Refusal | null {
  const open = uncheckedLines(visit);
  if (open.length === 0) return null;
  return refuse('lines_unfinished', { values: { lines: open.map(({ description }) => description).join('、') } });
}

/** Nobody both works on an order and finally inspects it (R183). */
function checkDidNotWork({ participations }: Visit, { actor }: At): Refusal | null {
  const worked = participations.some(
    ({ staffId, capacity }) => capacity === 'work' && actor.kind === 'staff' && staffId === actor.staffId,
  );
  return worked ? refuse('worked_on_order') : null;
}

const mayInspect = (visit: Visit, at: At): Refusal | null =>
  firstRefusal(
    () => (visit.grants.length > 0 ? null : refuse('no_grant')),
    () => (isUntouched(visit) ? refuse('nothing_to_settle') : null),
    () => (visit.order.awaySince ? refuse('vehicle_away') : null),
    () => checkLinesFinished(visit),
    () => checkDidNotWork(visit, at),
  );

const checkInspected = (visit: Visit): Refusal | null =>
  isUntouched(visit) || passed(visit, 'final_inspection') ? null : refuse('inspection_missing');

/** Washing begins once, on a car that passed (R190). */
const mayStartWash = (visit: Visit): Refusal | null =>
  checkInspected(visit) ?? (visit.order.washStartedAt === null ? null : refuse('wash_begun'));

/** A wash that nobody was told of does not end (R190). */
const mayEndWash = (visit: Visit): Refusal | null =>
  checkInspected(visit) ?? (visit.order.washStartedAt === null ? refuse('wash_not_started') : null);

const checkWashed = (visit: Visit): Refusal | null =>
  visit.order.washWanted && !visit.order.washedAt && !isUntouched(visit) ? refuse('wash_pending') : null;

const checkParked = ({ order }: Visit): Refusal | null => (order.parkingPlace ? null : refuse('parking_missing'));

/** Key, order and form came back to the advisor since the car is ready (R200). */
function checkCustody({ custody, order }: Visit): Refusal | null {
  const last = custody.at(-1);
  const back = last?.direction === 'to_advisor' && last.movedAt >= (order.readyAt ?? '');
  return back ? null : refuse('custody_missing');
}

const mayCheckInternally = (visit: Visit): Refusal | null =>
  firstRefusal(
    () => checkInspected(visit),
    () => checkWashed(visit),
    () => checkParked(visit),
    () => checkCustody(visit),
  );

/** The customer hears that the car is ready only after the inspector's pass and the advisor's own check (R189, R210). */
const mayTellReady = (visit: Visit): Refusal | null =>
  firstRefusal(
    () => checkInspected(visit),
    () => (isUntouched(visit) || passed(visit, 'internal_check') ? null : refuse('internal_check_missing')),
  );

/** Rules that need no input, per action on the visit. */
export const qualityGuards = {
  final_inspect: mayInspect,
  start_wash: mayStartWash,
  wash: mayEndWash,
  park: checkWashed,
  return_custody: checkParked,
  internal_check: mayCheckInternally,
  tell_ready: mayTellReady,
} as const satisfies VisitGuards;
