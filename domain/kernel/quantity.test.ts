import fc from 'fast-check';
import { expect, test } from 'vitest';
import {
  formatHours,
  formatQty,
  hoursCentiSchema,
  parseHours,
  parseQty,
  qtyMilliSchema,
  stockMilliSchema,
} from '#domain/kernel/quantity.ts';

test.each([
  [4500, '4.5'],
  [1000, '1'],
  [1, '0.001'],
  [0, '0'],
  [12_000, '12'],
  [-500, '-0.5'],
])('%i thousandths are shown as %s', (qty, text) => {
  expect(formatQty(qty)).toBe(text);
});

test('hours are shown without trailing zeros', () => {
  expect([150, 100, 5, 0].map(formatHours)).toEqual(['1.5', '1', '0.05', '0']);
});

test('what is shown is read back as the same quantity', () => {
  fc.assert(
    fc.property(fc.nat(1_000_000_000), (value) => {
      expect(parseQty(formatQty(value))).toBe(value);
      expect(parseHours(formatHours(value))).toBe(value);
    }),
  );
});

test('a number finer than the unit is no quantity', () => {
  expect(parseQty('0.0001')).toBeNull();
  expect(parseHours('0.125')).toBeNull();
  expect(parseQty('four')).toBeNull();
});

test('a line needs a quantity above zero, while stock and hours may be zero', () => {
  expect(qtyMilliSchema.safeParse(0).success).toBe(false);
  expect(stockMilliSchema.safeParse(0).success).toBe(true);
  expect(hoursCentiSchema.safeParse(0).success).toBe(true);
  expect(qtyMilliSchema.safeParse(1.5).success).toBe(false);
});
