import { mayAct } from '#domain/kernel/role.ts';
import { firstRefusal, refuse, type Refusal } from '#domain/kernel/refusal.ts';
import { vinProblem } from '#domain/kernel/vin.ts';
import type { At, VisitGuards } from '#domain/repair-order/guard.ts';
import type { Visit } from '#domain/repair-order/visit.ts';
import {
  isOwnCar,
  liveStatements,
  passed,
  performedLines,
  presentedVersion,
  statementOf,
} from '#domain/repair-order/visit.rules.ts';
import { chargesOf, isPayerUndecided } from '#domain/settlement/charges.ts';
import { unsignedSafetyLines } from '#domain/settlement/not-done.ts';
import { freeFen, isWithdrawable } from '#domain/settlement/settlement.money.ts';

/** The car leaves as it came. */
export const isNothingDone = (visit: Visit): boolean => performedLines(visit).length === 0;

/** Told by phone or message, or told in person where the customer waits in the shop (R210). */
function checkCustomerTold(visit: Visit): Refusal | null {
  const { order, contacts } = visit;
  if (isOwnCar(visit) || order.customerToldReadyAt) return null;
  const since = order.readyAt ?? order.arrivedAt;
  const inPerson = contacts.some(
    ({ channel, reached, contactedAt }) => channel === 'face_to_face' && reached && contactedAt >= since,
  );
  return order.waitsInShop && inPerson ? null : refuse('customer_not_told');
}

const checkNoOpenStatement = (visit: Visit): Refusal | null =>
  liveStatements(visit).length === 0 ? null : refuse('statement_open');

const mayCheckVehicle = (visit: Visit): Refusal | null =>
  firstRefusal(
    () => (isNothingDone(visit) || passed(visit, 'internal_check') ? null : refuse('internal_check_missing')),
    () => checkCustomerTold(visit),
    () => checkNoOpenStatement(visit),
  );

function checkVin(visit: Visit): Refusal | null {
  if (isOwnCar(visit)) return null;
  const { vin } = visit.vehicle;
  return vin === null || vinProblem(vin) ? refuse('vin_missing') : null;
}

/** Refused safety items carry the customer's own note and signature before anything is settled (R232). */
export function checkSafetyRefusals(visit: Visit): Refusal | null {
  const unsigned = unsignedSafetyLines(visit);
  if (unsigned.length === 0) return null;
  return refuse('safety_refusal_unsigned', {
    values: { lines: unsigned.map(({ description }) => description).join('、') },
  });
}

const mayPresent = (visit: Visit): Refusal | null =>
  firstRefusal(
    () => checkNoOpenStatement(visit),
    () => (presentedVersion(visit) ? refuse('version_open') : null),
    () => (isNothingDone(visit) || passed(visit, 'vehicle_check') ? null : refuse('vehicle_check_missing')),
    () => checkVin(visit),
    () => (chargesOf(visit).some(({ line }) => isPayerUndecided(line)) ? refuse('warranty_undecided') : null),
    () => checkSafetyRefusals(visit),
  );

function mayWithdraw(visit: Visit): Refusal | null {
  const live = liveStatements(visit);
  if (live.length === 0) return refuse('statement_missing');
  return live.every((statement) => isWithdrawable(visit, statement)) ? null : refuse('statement_settled');
}

function mayCredit(visit: Visit, { actor }: At): Refusal | null {
  const claims = liveStatements(visit).filter(({ payer, state }) => payer !== 'customer' && state === 'presented');
  if (claims.length > 0) return null;
  const own = statementOf(visit, 'customer');
  if (!own) return refuse('statement_missing');
  if (!mayAct(actor, ['service_manager'])) return refuse('forbidden');
  return own.state === 'signed' ? null : refuse('statement_unsigned');
}

const hasPassedMoney = (visit: Visit): boolean =>
  freeFen(visit) > 0 || liveStatements(visit).some(({ state }) => state === 'paid' || state === 'credited');

/** Rules that need no input, per action on the visit. */
export const settlementGuards = {
  check_vehicle: mayCheckVehicle,
  present_statements: mayPresent,
  refuse_safety: (visit) => (unsignedSafetyLines(visit).length > 0 ? null : refuse('no_safety_refusal_due')),
  sign_statement: (visit) =>
    statementOf(visit, 'customer')?.state === 'presented' ? null : refuse('statement_missing'),
  withdraw_statements: mayWithdraw,
  approve_credit: mayCredit,
  refund: (visit) => (hasPassedMoney(visit) ? null : refuse('refund_above_paid', { values: { paid: '¥0.00' } })),
  issue_credit_note: (visit) => (liveStatements(visit).length > 0 ? null : refuse('statement_missing')),
} as const satisfies VisitGuards;
