import { presentStatements } from '#domain/settlement/present-statements.ts';
import type { StatementFacts } from '#domain/settlement/build-statement.ts';
import { signStatement } from '#domain/settlement/sign-statement.ts';
import { vehicleCheckItemNames } from '#domain/settlement/vehicle-check.items.ts';
import { isRefusal, type Refusal } from '#domain/kernel/refusal.ts';
import type { Decision } from '#domain/kernel/decision.ts';
import { statementOf } from '#domain/repair-order/visit.rules.ts';
import type { Visit } from '#domain/repair-order/visit.ts';
import { withInspection, withWorkAs } from '#domain/testing/with-workshop.ts';
import { testContext, testNow } from '#domain/testing/test-context.ts';

/** Everything granted is done and inspected, the internal check passed, the customer told. */
export function withReady(visit: Visit): Visit {
  const worked = withWorkAs(visit, 'inspected');
  const lines = worked.lines.map((line) => {
    if (line.grantId === null || line.workState !== null) return line;
    if (line.kind !== 'part') return { ...line, performedAt: testNow };
    return { ...line, partState: 'issued' as const, issuedQtyMilli: line.grantedQtyMilli ?? 0 };
  });
  const inspected = withInspection({ ...worked, lines }, { kind: 'final_inspection' });
  const checked = withInspection(inspected, { kind: 'internal_check' });
  const times = { readyAt: testNow, customerToldReadyAt: testNow };
  return { ...checked, order: { ...checked.order, state: 'ready', ...times } };
}

export const withVehicleCheck = (visit: Visit): Visit => withInspection(visit, { kind: 'vehicle_check' });

/** Every point of the walk-through answered well. */
export const vehicleCheckAnswers = vehicleCheckItemNames.map((item) => ({ item, result: 'pass' as const }));

export const statementFacts: StatementFacts = {
  statementNos: ['JS261124-0001', 'JS261124-0002', 'JS261124-0003', 'JS261124-0004'],
  shopName: '测试店',
  staffNames: {},
  codes: {},
};

export const statementInput = (visit: Visit) => ({
  orderId: visit.order.orderId,
  nextServiceOn: '2027-05-24',
  nextServiceKm: 31_000,
  preferredCall: { from: '19:00', to: '20:30', days: 'any' as const },
});

/** Handwriting that goes somewhere. */
export const handwriting = {
  signedBy: '王建国',
  strokes: [
    [
      { x: 10, y: 10, t: 0 },
      { x: 90, y: 40, t: 80 },
    ],
  ],
};

/** The visit that a decision makes; throws where it was refused. */
export function decidedBy<Output>(decision: Decision<Visit, Output> | Refusal): Visit {
  if (isRefusal(decision)) throw new Error(`refused: ${decision.code}`);
  return decision.next;
}

/** Ready, checked with the customer, the statements presented. */
export function withStatements(visit: Visit): Visit {
  const checked = withVehicleCheck(visit);
  return decidedBy(
    presentStatements(checked, statementInput(visit), testContext('advisor', { facts: statementFacts })),
  );
}

/** The customer's statement signed. */
export function withSignedStatement(visit: Visit): Visit {
  const stated = withStatements(visit);
  const statementId = statementOf(stated, 'customer')?.statementId ?? '';
  const contentHash = stated.statementContents.find((each) => each.statementId === statementId)?.contentHash ?? '';
  const input = { orderId: visit.order.orderId, statementId, contentHash, signature: handwriting };
  return decidedBy(signStatement(stated, input, testContext('advisor')));
}
