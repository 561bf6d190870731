import { expect, test } from 'vitest';
import { warrantyTerm } from '#domain/customer/warranty-term.ts';

const usual = { months: 36, km: 60_000 };
const sold = { firstSoldOn: '2024-02-29', warrantyMonths: null, warrantyKm: null };

test.each([
  ['on its last day', '2027-02-28', 60_000, true],
  ['the day after', '2027-03-01', 10_000, false],
  ['one kilometre beyond', '2025-01-01', 60_001, false],
])('a car is in warranty by the store’s terms until the earlier of months and kilometres: %s (R077)', (...row) => {
  const [, day, odometerKm, inWarranty] = row;
  expect(warrantyTerm(sold, { day, odometerKm, usual })).toEqual({ inWarranty, until: '2027-02-28', untilKm: 60_000 });
});

test('terms on the car’s own file go before the store’s (R077)', () => {
  const own = { ...sold, warrantyMonths: 60, warrantyKm: 100_000 };
  const at = { day: '2028-06-01', odometerKm: 90_000, usual };
  expect(warrantyTerm(own, at)).toEqual({ inWarranty: true, until: '2029-02-28', untilKm: 100_000 });
});

test('without the day of sale nobody says yes, but kilometres beyond still say no (R077)', () => {
  const unknown = { ...sold, firstSoldOn: null };
  expect(warrantyTerm(unknown, { day: '2025-01-01', odometerKm: 10, usual }).inWarranty).toBeNull();
  expect(warrantyTerm(unknown, { day: '2025-01-01', odometerKm: 60_001, usual }).inWarranty).toBe(false);
  expect(warrantyTerm(sold, { day: '2025-01-01', odometerKm: null, usual }).inWarranty).toBeNull();
});
