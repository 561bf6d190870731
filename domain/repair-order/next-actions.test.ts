import { describe, expect, test } from 'vitest';
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
    actions: [],
    money: { payers: [], receivedFen: 0, freeFen: 0 },
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

describe('on the ways out', () => {
  const pass = (state: string) => [{ kind: 'final', state }] as VisitView['passes'];
  const grants = [{}] as VisitView['grants'];

  test('a car on which nothing was done leaves by the pass, without a statement', () => {
    expect(nextActions(viewOf({ state: 'ready' }))).toEqual(['issue_final_pass']);
    expect(nextActions(viewOf({ state: 'ready' }, { passes: pass('issued') }))).toEqual(['hand_over']);
  });

  test('a cancelled car is handed back before the gate lets it out, and only then there is nothing left', () => {
    expect(nextActions(viewOf({ state: 'cancelled' }, { grants }))).toEqual(['issue_final_pass']);
    expect(nextActions(viewOf({ state: 'cancelled' }, { grants, passes: pass('issued') }))).toEqual(['hand_over']);
    expect(nextActions(viewOf({ state: 'cancelled' }, { grants, passes: pass('used') }))).toEqual([]);
  });

  test('a refused safety item is asked to be signed for as long as one is unsigned (R232)', () => {
    const due = (disabled: null | object) =>
      [{ action: 'refuse_safety', lineId: null, disabled }] as VisitView['actions'];
    expect(nextActions(viewOf({ state: 'ready' }, { actions: due(null) }))).toContain('refuse_safety');
    expect(nextActions(viewOf({ state: 'ready' }, { actions: due({}) }))).not.toContain('refuse_safety');
  });

  test('a car sent back to work takes key and papers along again, and they come back again (R150, R200)', () => {
    const inWorkshopSince = '2026-11-24T01:00:00.000Z';
    const back = [{ direction: 'to_advisor', movedAt: '2026-11-24T03:00:00.000Z' }] as VisitView['custody'];
    expect(nextActions(viewOf({ inWorkshopSince }, { grants, custody: back }))).toContain('hand_to_workshop');
    const ready = (readyAt: string) => nextActions(viewOf({ state: 'ready', readyAt }, { grants, custody: back }));
    expect(ready('2026-11-24T05:00:00.000Z')).toContain('return_custody');
    expect(ready('2026-11-24T02:00:00.000Z')).not.toContain('return_custody');
  });

  test('a deposit above what is owed is given back (R244)', () => {
    const statements = [{ payer: 'customer', state: 'paid' }] as VisitView['statements'];
    const ready = (freeFen: number) =>
      viewOf({ state: 'ready' }, { statements, grants, money: { payers: [], receivedFen: 20_000, freeFen } });
    expect(nextActions(ready(11_000))).toContain('refund');
    expect(nextActions(ready(0))).not.toContain('refund');
  });
});
