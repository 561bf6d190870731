import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { priceLine, type AskedPrice } from '#domain/estimate/price-line.ts';
import { isRefusal } from '#domain/kernel/refusal.ts';
import type { Part } from '#domain/parts/parts.ts';
import type { LabourOperation } from '#domain/store/catalogue.ts';
import { defaultSettings } from '#domain/store/settings.ts';
import { testId } from '#domain/testing/test-context.ts';

const operation: LabourOperation = {
  operationId: testId(0x6_30),
  code: 'BR001',
  name: '更换前刹车片',
  nameEn: 'Front brake pads',
  trade: 'mechanical_electrical',
  category: '制动',
  repairCategory: 'minor',
  flatRateHoursCenti: 150,
  hourlyRateFen: null,
  taxRateBp: 1300,
  active: true,
  version: 1,
};
const part: Part = {
  partId: testId(0x6_01),
  code: 'P001',
  name: '前刹车片',
  nameEn: 'Front pads',
  brand: '奔腾',
  category: '制动',
  unit: '套',
  origin: 'oem',
  priceFen: 20_000,
  taxRateBp: 1300,
  bin: 'A-01',
  minimumMilli: 0,
  active: true,
  version: 1,
};
const asked: AskedPrice = {
  kind: 'labour',
  trade: null,
  qtyMilli: 1000,
  flatRateHoursCenti: null,
  unitPriceFen: null,
  discountFen: 0,
  taxRateBp: null,
  capFen: null,
  partOrigin: null,
};
const price = (changes: Partial<AskedPrice>, published: Partial<{ operation: LabourOperation; part: Part }> = {}) =>
  priceLine({ ...asked, ...changes }, { operation: null, part: null, settings: defaultSettings, ...published });

describe('labour', () => {
  test('costs the published hours at the store’s rate of the trade (R113, R116)', () => {
    expect(price({}, { operation })).toMatchObject({
      trade: 'mechanical_electrical',
      flatRateHoursCenti: 150,
      unitPriceFen: 18_000,
      amountFen: 27_000,
      taxRateBp: 1300,
    });
  });

  test('costs the operation’s own rate where it has one', () => {
    const own = { ...operation, hourlyRateFen: 30_000 };
    expect(price({}, { operation: own })).toMatchObject({ unitPriceFen: 30_000, amountFen: 45_000 });
  });

  test('without an operation goes by trade and stated hours', () => {
    expect(price({ trade: 'paint', flatRateHoursCenti: 200 })).toMatchObject({ amountFen: 44_000 });
  });

  test('may cost less than published, less a discount', () => {
    expect(price({ unitPriceFen: 10_000, discountFen: 500 }, { operation })).toMatchObject({ amountFen: 14_500 });
  });

  test.each([
    ['rate', { unitPriceFen: 18_001 }],
    ['hours', { flatRateHoursCenti: 151 }],
  ])('is refused with more than the published %s (R120)', (_, changes) => {
    expect(price(changes, { operation })).toMatchObject({ code: 'price_above_list' });
  });

  test('is one job, whatever quantity is asked', () => {
    expect(price({ qtyMilli: 3000 }, { operation })).toMatchObject({ qtyMilli: 1000, amountFen: 27_000 });
  });
});

describe('a diagnosis', () => {
  test('is capped by the store (R115)', () => {
    expect(price({ kind: 'diagnosis', flatRateHoursCenti: 100 })).toMatchObject({ amountFen: 18_000, capFen: 50_000 });
    expect(price({ kind: 'diagnosis', flatRateHoursCenti: 300 })).toMatchObject({ code: 'fee_above_cap' });
  });

  test('may be capped lower, never higher', () => {
    const hour = { kind: 'diagnosis', flatRateHoursCenti: 100 } as const;
    expect(price({ ...hour, capFen: 10_000 })).toMatchObject({ code: 'fee_above_cap' });
    expect(price({ ...hour, capFen: 90_000 })).toMatchObject({ capFen: 50_000 });
  });

  test('may cost nothing', () => {
    expect(price({ kind: 'diagnosis' })).toMatchObject({ amountFen: 0 });
  });
});

describe('a part', () => {
  test('costs its list price by quantity, and says its origin (R300)', () => {
    expect(price({ kind: 'part', qtyMilli: 1500 }, { part })).toMatchObject({
      amountFen: 30_000,
      partOrigin: 'oem',
      trade: null,
    });
  });

  test('is refused above its list price, unknown or no longer sold', () => {
    expect(price({ kind: 'part', unitPriceFen: 20_001 }, { part })).toMatchObject({ code: 'price_above_list' });
    expect(price({ kind: 'part' })).toMatchObject({ code: 'part_unknown' });
    expect(price({ kind: 'part' }, { part: { ...part, active: false } })).toMatchObject({ code: 'part_unknown' });
  });

  test('that the customer brings costs nothing', () => {
    const own = { kind: 'part', partOrigin: 'customer_supplied' } as const;
    expect(price(own)).toMatchObject({ amountFen: 0, partOrigin: 'customer_supplied' });
    expect(price({ ...own, unitPriceFen: 1 })).toMatchObject({ code: 'price_above_list' });
  });
});

test('sublet and other work needs a stated price', () => {
  expect(price({ kind: 'sublet', unitPriceFen: 30_000, qtyMilli: 2000 })).toMatchObject({ amountFen: 60_000 });
  expect(price({ kind: 'other' })).toMatchObject({ code: 'invalid_input', field: 'unitPriceFen' });
});

test.each([
  ['sublet', { unitPriceFen: 10_000_000_000, qtyMilli: 1_000_000_000 }],
  ['other', { unitPriceFen: 10_000_000_000, qtyMilli: 1001 }],
  ['part', { qtyMilli: 600_000_000_000 }],
] as const)('a line of %s is refused above the most that a line may cost', (kind, asked) => {
  expect(price({ kind, ...asked }, { part })).toMatchObject({ code: 'amount_too_large', field: 'qtyMilli' });
});

test('no line costs less than nothing or more than published, whatever is asked', () => {
  const asking = fc.record({
    kind: fc.constantFrom('labour', 'part', 'diagnosis'),
    qtyMilli: fc.integer({ min: 1, max: 1_000_000 }),
    flatRateHoursCenti: fc.option(fc.integer({ min: 0, max: 300 })),
    unitPriceFen: fc.option(fc.integer({ min: 0, max: 40_000 })),
    discountFen: fc.integer({ min: 0, max: 50_000 }),
  });
  fc.assert(
    fc.property(asking, (changes) => {
      const answer = price(changes, { operation, part });
      if (isRefusal(answer)) return;
      const list = changes.kind === 'part' ? (20_000 * changes.qtyMilli) / 1000 : 27_000;
      expect(answer.amountFen).toBeGreaterThanOrEqual(0);
      expect(answer.amountFen).toBeLessThanOrEqual(Math.ceil(list));
      if (changes.kind === 'diagnosis') expect(answer.amountFen).toBeLessThanOrEqual(answer.capFen ?? 0);
    }),
  );
});
