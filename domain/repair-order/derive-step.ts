import type { WheelStep } from '#domain/kernel/wheel.ts';
import type { Visit } from '#domain/repair-order/visit.ts';
import {
  customerShareSettled,
  grantedLines,
  isWorked,
  linesOf,
  passed,
  presentedVersion,
} from '#domain/repair-order/visit.rules.ts';

/** Where a car stands on the wheel (R001): derived from what is recorded, never set by hand. */
export function deriveStep(visit: Visit): WheelStep {
  const { order } = visit;
  if (order.state === 'delivered' || order.state === 'cancelled') return 'followup';
  if (order.state === 'ready') return deriveReadyStep(visit);
  if (!visit.reception?.handedOverAt && order.kind !== 'internal' && order.kind !== 'pdi') return 'reception';
  const worked = grantedLines(visit).filter(isWorked);
  const jobs = worked.filter(({ kind }) => kind === 'labour');
  if (worked.length > 0 && jobs.length === 0) return diagnosisStep(visit);
  if (jobs.length === 0) return linesOf(visit).length === 0 ? 'diagnosis' : 'estimate';
  return deriveWorkshopStep(visit);
}

function deriveReadyStep(visit: Visit): WheelStep {
  if (!passed(visit, 'internal_check')) return visit.grants.length === 0 ? 'settlement' : 'final_inspection';
  return customerShareSettled(visit) ? 'delivery' : 'settlement';
}

/** A diagnosis is worked like a job; once inspected or with an estimate out, the estimate is what is next. */
function diagnosisStep(visit: Visit): WheelStep {
  const undecided = linesOf(visit).some(({ decision }) => decision === 'undecided');
  return undecided || presentedVersion(visit) ? 'estimate' : 'diagnosis';
}

function deriveWorkshopStep(visit: Visit): WheelStep {
  const granted = grantedLines(visit);
  const worked = granted.filter(isWorked);
  // What was done to find the fault is no work on it yet.
  const jobs = worked.filter(({ kind }) => kind === 'labour');
  const begun = jobs.some(({ workState }) => workState !== 'queued');
  const checked = worked.every(({ workState }) => workState === 'leader_checked' || workState === 'inspected');
  if (begun && checked) return 'final_inspection';
  if (begun) return 'work';
  const dispatched = visit.assignments.some(
    (each) => each.state === 'planned' && jobs.some(({ lineId }) => lineId === each.lineId),
  );
  if (!visit.order.inWorkshopSince || !dispatched) return 'dispatch';
  const waitingForParts = granted.some(
    ({ kind, partState }) => kind === 'part' && partState !== 'issued' && partState !== 'returned',
  );
  return waitingForParts ? 'parts' : 'work';
}
