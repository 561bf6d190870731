import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { sum, taxOf } from '#domain/kernel/money.ts';
import { payers } from '#domain/estimate/charge-line.ts';
import { chargesOf, feesOf, payerOf, settlingPayers } from '#domain/settlement/charges.ts';
import { after, buildVisit } from '#domain/testing/build-visit.ts';
import { lineNo, withGrantedLine, withGrantedPart, withLineAs, withRevoked } from '#domain/testing/with-lines.ts';
import {
  statementFacts,
  statementInput,
  withReady,
  withVehicleCheck,
  decidedBy,
} from '#domain/testing/with-settlement.ts';
import { testContext } from '#domain/testing/test-context.ts';
import { presentStatements } from '#domain/settlement/present-statements.ts';

const anyLine = fc.record({
  kind: fc.constantFrom('labour' as const, 'part' as const, 'sublet' as const),
  payer: fc.constantFrom(...payers),
  amountFen: fc.integer({ min: 0, max: 5_000_000 }),
  qtyMilli: fc.integer({ min: 1, max: 20_000 }),
  issuedShare: fc.integer({ min: 0, max: 1000 }),
  taxRateBp: fc.constantFrom(0, 600, 1300),
});

function visitOf(lines: readonly (typeof anyLine extends fc.Arbitrary<infer T> ? T : never)[]) {
  const granted = lines.reduce((visit, { issuedShare: _share, ...line }) => {
    const row = { ...line, unitPriceFen: line.amountFen };
    return line.kind === 'part' ? withGrantedPart(visit, row) : withGrantedLine(visit, row);
  }, buildVisit());
  const ready = withVehicleCheck(withReady(granted));
  return lines.reduce((visit, { kind, issuedShare, qtyMilli }, index) => {
    if (kind !== 'part') return visit;
    return withLineAs(visit, index + 1, { issuedQtyMilli: Math.floor((qtyMilli * issuedShare) / 1000) });
  }, ready);
}

describe('what is charged', () => {
  test('never exceeds the grants, line by line and in all, to the fen', () => {
    fc.assert(
      fc.property(fc.array(anyLine, { minLength: 1, maxLength: 8 }), (lines) => {
        const visit = visitOf(lines);
        for (const { settledFen, grantedFen, settledQtyMilli, line } of chargesOf(visit)) {
          expect(settledFen).toBeGreaterThanOrEqual(0);
          expect(settledFen).toBeLessThanOrEqual(grantedFen);
          expect(settledQtyMilli).toBeLessThanOrEqual(line.grantedQtyMilli ?? 0);
        }
        const granted = sum(visit.grants.map(({ grantedFen }) => grantedFen));
        expect(feesOf(chargesOf(visit)).totalFen).toBeLessThanOrEqual(granted);
      }),
    );
  });

  test('is split among the payers without losing or doubling a fen, taxes and statements alike (R240)', () => {
    fc.assert(
      fc.property(fc.array(anyLine, { minLength: 1, maxLength: 8 }), (lines) => {
        const visit = visitOf(lines);
        const all = feesOf(chargesOf(visit));
        const context = testContext('advisor', { facts: statementFacts });
        const stated = decidedBy(presentStatements(visit, statementInput(visit), context));
        expect(stated.statements.map(({ payer }) => payer)).toEqual(settlingPayers(visit));
        expect(sum(stated.statements.map(({ totalFen }) => totalFen))).toBe(all.totalFen);
        expect(sum(stated.statements.map(({ taxFen }) => taxFen))).toBe(all.taxFen);
        expect(stated.statementLines).toHaveLength(chargesOf(visit).length);
      }),
    );
  });

  test('is half of a part of which half went out, rounded half up, with its own tax', () => {
    const visit = withLineAs(withReady(withGrantedPart(buildVisit(), { amountFen: 19_999, qtyMilli: 2000 })), 1, {
      issuedQtyMilli: 1000,
    });
    expect(chargesOf(visit)[0]).toMatchObject({
      settledFen: 10_000,
      settledQtyMilli: 1000,
      taxFen: taxOf(10_000, 1300),
    });
  });

  test('is nothing for what was taken back before it was begun, and all for what was done', () => {
    const granted = after(
      buildVisit(),
      (so) => withGrantedLine(so),
      (so) => withGrantedPart(so),
    );
    const released = withRevoked(granted, 2);
    expect(chargesOf(withReady(released)).some(({ line }) => line.lineNo === 1)).toBe(true);
    expect(chargesOf(released)).toEqual([]);
  });
});

describe('who pays', () => {
  const claim = { payer: 'manufacturer' as const, fallbackPayer: 'customer' as const };
  test.each([
    ['approved', 'manufacturer'],
    ['covered', 'manufacturer'],
    ['denied', 'customer'],
    ['not_covered', 'customer'],
    ['pending_manufacturer', 'customer'],
  ] as const)('a claim that is %s falls to the %s (R100)', (warrantyState, payer) => {
    const line = lineNo(withGrantedLine(buildVisit(), { ...claim, warrantyState }), 1);
    expect(payerOf(line)).toBe(payer);
  });

  test('the customer gets a statement of ¥0 where others pay everything (R230)', () => {
    const visit = withReady(withGrantedLine(buildVisit(), { payer: 'insurer' }));
    expect(settlingPayers(visit)).toEqual(['customer', 'insurer']);
  });
});
