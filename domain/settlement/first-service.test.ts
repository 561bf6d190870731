import { expect, test } from 'vitest';
import type { Payer } from '#domain/estimate/charge-line.ts';
import { normsOf } from '#domain/repair-order/norms-of.ts';
import type { Visit } from '#domain/repair-order/visit.ts';
import { presentStatements } from '#domain/settlement/present-statements.ts';
import { statementDocument } from '#domain/settlement/statement-document.ts';
import { buildVisit } from '#domain/testing/build-visit.ts';
import { testContext } from '#domain/testing/test-context.ts';
import { withGrantedLine } from '#domain/testing/with-lines.ts';
import {
  decidedBy,
  statementFacts,
  statementInput,
  withReady,
  withVehicleCheck,
} from '#domain/testing/with-settlement.ts';

/** A service that the payer takes, on a car that was serviced before or never. */
function serviced(payer: Payer, lastServiceOn: string | null): Visit {
  const visit = buildVisit();
  const car = { ...visit, vehicle: { ...visit.vehicle, lastServiceOn } };
  const judged = { payer, warrantyState: 'covered', warrantyReason: '首次保养' } as const;
  const covered = payer === 'manufacturer' ? judged : { payer };
  return withVehicleCheck(withReady(withGrantedLine(car, { ...covered, repairCategory: 'maintenance' })));
}

/** What the customer's statement says of a periodic service. */
function saidTo(visit: Visit): boolean {
  const next = decidedBy(
    presentStatements(visit, statementInput(visit), testContext('advisor', { facts: statementFacts })),
  );
  const documents = next.statementContents.map(({ content }) => statementDocument.parse(JSON.parse(content ?? '')));
  return documents.find(({ payer }) => payer === 'customer')?.firstService ?? false;
}

test('the first service of a car is free, and the customer’s statement says so (R234)', () => {
  expect(saidTo(serviced('manufacturer', null))).toBe(true);
});

test('a later service is not the first, nor is one that the customer pays (R234)', () => {
  expect(saidTo(serviced('manufacturer', '2026-05-01'))).toBe(false);
  expect(saidTo(serviced('customer', null))).toBe(false);
});

test('explaining it is due at the first free service alone (R234)', () => {
  const due = (visit: Visit) => normsOf(visit, []).find(({ key }) => key === 'first_service_explained')?.due;
  const settling = (visit: Visit): Visit => ({ ...visit, order: { ...visit.order, step: 'settlement' } });
  expect(due(settling(serviced('manufacturer', null)))).toBe(true);
  expect(due(settling(serviced('manufacturer', '2026-05-01')))).toBe(false);
  expect(due(settling(serviced('customer', null)))).toBe(false);
});
