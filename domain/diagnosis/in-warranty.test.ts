import { expect, test } from 'vitest';
import { inWarranty } from '#domain/diagnosis/in-warranty.ts';

const terms = { firstSoldOn: '2023-11-27', warrantyMonths: 36, warrantyKm: 60_000 };

test.each([
  ['2026-11-26', 59_999, true],
  ['2026-11-27', 10_000, false],
  ['2024-01-01', 60_000, false],
  ['2026-11-26', null, true],
])('a car sold in 2023 with 36 months and 60 000 km: on %s at %s km %s', (day, odometerKm, expected) => {
  expect(inWarranty(terms, { day, odometerKm })).toBe(expected);
});

test('nobody knows while the file lacks the day of sale, unless the kilometres say no', () => {
  const unknown = { ...terms, firstSoldOn: null };
  expect(inWarranty(unknown, { day: '2026-11-26', odometerKm: 10 })).toBeNull();
  expect(inWarranty(unknown, { day: '2026-11-26', odometerKm: 70_000 })).toBe(false);
});
