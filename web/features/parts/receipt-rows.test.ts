import { expect, test } from 'vitest';
import type { StockedPart } from '#web/features/parts/part-view.ts';
import { amountOf, averageAfter, withPart, type ReceiptRow } from '#web/features/parts/receipt-rows.ts';

const part: StockedPart = {
  partId: '00000000-0000-7000-8000-000000000001',
  code: 'P001',
  name: '前刹车片',
  nameEn: '',
  brand: '',
  category: '',
  unit: '套',
  origin: 'oem',
  priceFen: 20_000,
  taxRateBp: 1300,
  bin: 'A-01',
  minimumMilli: 0,
  active: true,
  version: 1,
  onHandMilli: 10_000,
  reservedMilli: 0,
  averageCostFen: 12_000,
  availableMilli: 10_000,
  lastIssuedAt: null,
  idle: 'moving',
};
const row = (changes: Partial<ReceiptRow>): ReceiptRow => ({ part, qty: '5', cost: '150', ...changes });

test('a part is added with one piece at what it cost so far; scanned again, it counts one up', () => {
  const once = withPart([], part);
  expect(once).toEqual([{ part, qty: '1', cost: '120.00' }]);
  expect(withPart(once, part)).toEqual([{ part, qty: '2', cost: '120.00' }]);
  expect(withPart([row({ qty: '0.5' })], part)[0]?.qty).toBe('1.5');
  expect(withPart([row({ qty: '?' })], part)[0]?.qty).toBe('1');
});

test('a row says what it comes to and what average it makes, once its figures can be read', () => {
  expect([amountOf(row({})), averageAfter(row({}))]).toEqual([75_000, 13_000]);
  expect([amountOf(row({ qty: 'x' })), averageAfter(row({ cost: '' }))]).toEqual([null, null]);
});
