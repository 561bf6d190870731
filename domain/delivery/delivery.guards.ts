import { currentPass, checkNoPass } from '#domain/delivery/passes.ts';
import { formatYuan } from '#domain/kernel/money.ts';
import { firstRefusal, refuse, type Refusal } from '#domain/kernel/refusal.ts';
import type { VisitGuards } from '#domain/repair-order/guard.ts';
import type { Visit } from '#domain/repair-order/visit.ts';
import {
  customerShareSettled,
  dueFen,
  isWorked,
  passed,
  performedLines,
  statementOf,
} from '#domain/repair-order/visit.rules.ts';
import { chargesOf } from '#domain/settlement/charges.ts';
import { checkSafetyRefusals, isNothingDone } from '#domain/settlement/settlement.guards.ts';

const checkHere = ({ order }: Visit): Refusal | null => (order.awaySince ? refuse('vehicle_away') : null);

function checkInspected(visit: Visit): Refusal | null {
  const inspected = performedLines(visit)
    .filter(isWorked)
    .every(({ workState }) => workState === 'inspected');
  return inspected && passed(visit, 'final_inspection') ? null : refuse('inspection_missing');
}

/** The customer's statement is signed and paid, credited or nil (R240). Other payers never hold the car. */
function checkCustomerShare(visit: Visit): Refusal | null {
  const statement = statementOf(visit, 'customer');
  if (!statement) return refuse('statement_missing');
  if (statement.state === 'presented') return refuse('statement_unsigned');
  if (customerShareSettled(visit)) return null;
  return refuse('unpaid', { values: { due: formatYuan(dueFen(visit, statement.statementId)) } });
}

/** What lets a car out for good: everything done was inspected and settled; or nothing was done at all. */
export function checkMayLeave(visit: Visit): Refusal | null {
  if (isNothingDone(visit)) return visit.order.state === 'ready' ? checkSafetyRefusals(visit) : null;
  return firstRefusal(
    () => checkInspected(visit),
    () => checkCustomerShare(visit),
    () => checkAllStated(visit),
  );
}

/** Work done after the statement was paid needs a statement too: nothing leaves that nobody was asked to pay. */
function checkAllStated(visit: Visit): Refusal | null {
  const stated = chargesOf(visit).every(({ grantId, settledFen }) =>
    visit.statementLines.some((line) => line.live && line.grantId === grantId && line.settledFen === settledFen),
  );
  return stated ? null : refuse('statement_missing');
}

/** Rules that need no input, per action on the visit. */
export const deliveryGuards = {
  issue_final_pass: (visit, { now }) =>
    firstRefusal(
      () => checkHere(visit),
      () => checkMayLeave(visit),
      () => checkNoPass(visit, now),
    ),
  issue_temporary_pass: (visit, { now }) =>
    firstRefusal(
      () => checkHere(visit),
      () => checkNoPass(visit, now),
    ),
  void_pass: (visit) => (visit.passes.some(({ state }) => state === 'issued') ? null : refuse('no_gate_pass')),
  hand_over: (visit, { now }) => (currentPass(visit, now)?.kind === 'final' ? null : refuse('no_gate_pass')),
  car_returned: ({ order }) => (order.awaySince ? null : refuse('not_away')),
} as const satisfies VisitGuards;
