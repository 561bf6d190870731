import { expect, test } from 'vitest';
import { nextActions } from '#domain/repair-order/next-actions.ts';
import type { VisitView } from '#domain/repair-order/visit-view.contract.ts';

/** As much of a view as the way asks about. */
function viewOf(order: Partial<VisitView['order']>, parts: Partial<VisitView> = {}): VisitView {
  const lists = {
    versions: [],
    lines: [],
    grants: [],
    inspections: [],
    statements: [],
    passes: [],
    entrusted: [],
    findings: [],
    custody: [],
  };
  const nothing = {
    awaySince: null,
    inWorkshopSince: null,
    carAcceptedAt: null,
    parkingPlace: null,
    customerToldReadyAt: null,
    paymentMethod: null,
  };
  return {
    ...lists,
    reception: null,
    delivery: null,
    ...parts,
    order: { state: 'open', ...nothing, ...order },
  } as unknown as VisitView;
}

test('begins a visit with the protective kit and ends reception with the form (R070, R073)', () => {
  const next = nextActions(viewOf({}));
  expect(next[0]).toBe('fit_kit');
  expect(next).toContain('hand_over_reception_form');
});

test('asks for the customer’s decision as long as a version is presented', () => {
  const versions = [{ state: 'presented' }] as VisitView['versions'];
  expect(
    nextActions(
      viewOf({}, { versions, reception: { handedOverAt: '2026-01-01T00:00:00.000Z' } as VisitView['reception'] }),
    )[0],
  ).toBe('decide');
});

test('asks for payment once the statement is signed, and for nothing of it once the car is delivered', () => {
  const statements = [{ payer: 'customer', state: 'signed' }] as VisitView['statements'];
  const grants = [{}] as VisitView['grants'];
  expect(nextActions(viewOf({ state: 'ready' }, { statements, grants }))).toContain('take_payment');
  expect(nextActions(viewOf({ state: 'delivered' }, { grants }))).toEqual([]);
});
