import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { divideHalfUp } from '#domain/kernel/money.ts';
import type { Stock } from '#domain/parts/parts.ts';
import { adjustStock, availableMilli, noStock, putIn, reserveStock, takeOut } from '#domain/parts/stock.ts';
import { testId } from '#domain/testing/test-context.ts';

const partId = testId(0x6_01);
const qty = fc.integer({ min: 1, max: 1_000_000 });
const fen = fc.integer({ min: 0, max: 10_000_000 });

type Step = {
  readonly kind: 'in' | 'out' | 'reserve' | 'adjust';
  readonly qtyMilli: number;
  readonly unitCostFen: number;
};
const step: fc.Arbitrary<Step> = fc.record({
  kind: fc.constantFrom('in', 'out', 'reserve', 'adjust'),
  qtyMilli: fc.integer({ min: -20_000, max: 20_000 }).filter((milli) => milli !== 0),
  unitCostFen: fen,
});

function take(stock: Stock, { kind, qtyMilli, unitCostFen }: Step): Stock | null {
  const size = Math.abs(qtyMilli);
  if (kind === 'in') return putIn(stock, { qtyMilli: size, unitCostFen });
  if (kind === 'out') return takeOut(stock, { qtyMilli: size, fromReservedMilli: Math.min(size, stock.reservedMilli) });
  return kind === 'reserve' ? reserveStock(stock, qtyMilli) : adjustStock(stock, qtyMilli);
}

describe('stock', () => {
  test('whatever happens to it, on hand is never below reserved and reserved never below zero (process rule 3)', () => {
    fc.assert(
      fc.property(fc.array(step, { maxLength: 60 }), (steps) => {
        const end = steps.reduce((so, each) => take(so, each) ?? so, noStock(partId));
        expect(end.reservedMilli).toBeGreaterThanOrEqual(0);
        expect(end.onHandMilli).toBeGreaterThanOrEqual(end.reservedMilli);
        expect(end.averageCostFen).toBeGreaterThanOrEqual(0);
        expect(availableMilli(end)).toBe(end.onHandMilli - end.reservedMilli);
      }),
    );
  });

  test('a refused move changes nothing, an allowed one exactly its quantity', () => {
    fc.assert(
      fc.property(fc.array(step, { maxLength: 20 }), step, (steps, last) => {
        const before = steps.reduce((so, each) => take(so, each) ?? so, noStock(partId));
        const next = take(before, last);
        if (next === null) return;
        const size = Math.abs(last.qtyMilli);
        const moved = { in: size, out: -size, reserve: 0, adjust: last.qtyMilli }[last.kind];
        expect(next.onHandMilli - before.onHandMilli).toBe(moved);
      }),
    );
  });

  test('the average after an arrival is all that it cost over all that is there, half up to the fen', () => {
    fc.assert(
      fc.property(fc.tuple(qty, fen), fc.tuple(qty, fen), ([had, at], [came, unitCostFen]) => {
        const before = { ...noStock(partId), onHandMilli: had, averageCostFen: at };
        const after = putIn(before, { qtyMilli: came, unitCostFen });
        const worth = BigInt(had) * BigInt(at) + BigInt(came) * BigInt(unitCostFen);
        expect(after.averageCostFen).toBe(divideHalfUp(worth, BigInt(had + came)));
        expect(after.averageCostFen).toBeGreaterThanOrEqual(Math.min(at, unitCostFen));
        expect(after.averageCostFen).toBeLessThanOrEqual(Math.max(at, unitCostFen));
      }),
    );
  });

  test('ten at ¥120 and five at ¥150 are fifteen at ¥130', () => {
    const ten = { ...noStock(partId), onHandMilli: 10_000, averageCostFen: 12_000 };
    expect(putIn(ten, { qtyMilli: 5000, unitCostFen: 15_000 })).toMatchObject({
      onHandMilli: 15_000,
      averageCostFen: 13_000,
    });
  });

  test('goods that go out, are put aside or counted differently leave the average as it is', () => {
    const ten = { ...noStock(partId), onHandMilli: 10_000, averageCostFen: 12_345 };
    expect(takeOut(ten, { qtyMilli: 1000, fromReservedMilli: 0 })?.averageCostFen).toBe(12_345);
    expect(reserveStock(ten, 4000)?.averageCostFen).toBe(12_345);
    expect(adjustStock(ten, -3000)?.averageCostFen).toBe(12_345);
  });

  test('a count below what is put aside for cars is refused', () => {
    const held = { ...noStock(partId), onHandMilli: 5000, reservedMilli: 3000 };
    expect(adjustStock(held, -2001)).toBeNull();
    expect(adjustStock(held, -2000)?.onHandMilli).toBe(3000);
  });
});
