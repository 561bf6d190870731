import type { ChargeLine } from '#domain/estimate/charge-line.ts';
import type { WheelStep } from '#domain/kernel/wheel.ts';
import type { Visit } from '#domain/repair-order/visit.ts';
import {
  customerShareSettled,
  grantedLines,
  hasLeft,
  isPerformed,
  isWorked,
  linesOf,
  passed,
  presentedVersion,
} from '#domain/repair-order/visit.rules.ts';

/** Where a car stands on the wheel (R001): derived from what is recorded, never set by hand. */
export function deriveStep(visit: Visit): WheelStep {
  const { order } = visit;
  if (hasLeft(visit)) return 'followup';
  // A cancelled car is the shop's to hand back until the gate lets it out.
  if (order.state === 'cancelled') return 'delivery';
  if (order.state === 'ready') return deriveReadyStep(visit);
  if (!visit.reception?.handedOverAt && order.kind !== 'internal' && order.kind !== 'pdi') return 'reception';
  const worked = workOf(visit);
  const jobs = worked.filter(({ kind }) => kind === 'labour');
  if (worked.length > 0 && jobs.length === 0) return diagnosisStep(visit, worked);
  if (jobs.length === 0) return linesOf(visit).length === 0 ? 'diagnosis' : 'estimate';
  return deriveWorkshopStep(visit);
}

/** What is to be worked, and what was begun before the rest was taken back: that is checked and settled all the same. */
const workOf = (visit: Visit): readonly ChargeLine[] => {
  const granted = grantedLines(visit);
  return linesOf(visit).filter((line) => isWorked(line) && (granted.includes(line) || isPerformed(visit, line)));
};

const mayGo = ({ passes }: Visit): boolean => passes.some(({ kind, state }) => kind === 'final' && state === 'issued');

function deriveReadyStep(visit: Visit): WheelStep {
  if (!passed(visit, 'internal_check')) {
    if (visit.grants.length > 0) return 'final_inspection';
    return mayGo(visit) ? 'delivery' : 'settlement';
  }
  return customerShareSettled(visit) ? 'delivery' : 'settlement';
}

const isChecked = ({ workState }: ChargeLine): boolean => workState === 'leader_checked' || workState === 'inspected';

/** A diagnosis is worked like a job; then comes the estimate, and where none of it is wanted the final inspection. */
function diagnosisStep(visit: Visit, worked: readonly ChargeLine[]): WheelStep {
  const lines = linesOf(visit);
  if (lines.some(({ decision }) => decision === 'undecided') || presentedVersion(visit)) return 'estimate';
  const refused = lines.some((line) => !worked.includes(line));
  return refused && worked.every(isChecked) ? 'final_inspection' : 'diagnosis';
}

function deriveWorkshopStep(visit: Visit): WheelStep {
  const granted = grantedLines(visit);
  const worked = workOf(visit);
  // What was done to find the fault is no work on it yet.
  const jobs = worked.filter(({ kind }) => kind === 'labour');
  const begun = jobs.some(({ workState }) => workState !== 'queued');
  const checked = worked.every(isChecked);
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
