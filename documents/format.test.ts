import { expect, test } from 'vitest';
import { hours, kilometres, localTime, optionalTime, quantity, taxRate, yuan } from '#documents/format.ts';

test('prints an instant as the shop’s local minute', () => {
  expect(localTime('2026-11-24T06:05:00.000Z')).toBe('2026-11-24 14:05');
  expect(localTime('2026-12-31T16:00:00.000Z')).toBe('2027-01-01 00:00');
  expect(optionalTime(null)).toBe('—');
});

test('prints money, quantities, hours, distances and tax rates as the trade writes them', () => {
  expect(yuan(123450)).toBe('¥1,234.50');
  expect(quantity(4500, 'L')).toBe('4.5 L');
  expect(hours(120)).toBe('1.20 h');
  expect(kilometres(45210)).toBe('45,210 km');
  expect(kilometres(0)).toBe('0 km');
  expect(taxRate(1300)).toBe('13%');
});
