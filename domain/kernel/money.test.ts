import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { capitalYuan, fenSchema, formatYuan, labourFen, lineFen, parseYuan, sum, taxOf } from '#domain/kernel/money.ts';

const amount = fc.integer({ min: 0, max: 10_000_000_000 });

describe('tax is kept per line', () => {
  test.each([
    [11_300, 1300, 1300],
    [100, 1300, 12],
    [10_600, 600, 600],
    [1, 1300, 0],
    [5, 1300, 1],
    [0, 1300, 0],
    [10_000, 0, 0],
    [-11_300, 1300, -1300],
  ])('%i fen at %i basis points contain %i fen of tax', (inclusive, rate, tax) => {
    expect(taxOf(inclusive, rate)).toBe(tax);
  });

  test('tax is never off by more than half a fen, and a credit mirrors its charge', () => {
    fc.assert(
      fc.property(amount, fc.integer({ min: 0, max: 10_000 }), (inclusive, rate) => {
        const tax = BigInt(taxOf(inclusive, rate));
        const twiceError = 2n * (tax * BigInt(10_000 + rate) - BigInt(inclusive) * BigInt(rate));
        expect(twiceError <= BigInt(10_000 + rate) && twiceError > -BigInt(10_000 + rate)).toBe(true);
        expect(taxOf(-inclusive, rate) + taxOf(inclusive, rate)).toBe(0);
      }),
    );
  });
});

describe('amounts of lines', () => {
  test('four and a half litres at ¥58.00 are ¥261.00', () => expect(lineFen(5800, 4500)).toBe(26_100));
  test('half a fen is rounded up', () => expect(lineFen(1, 500)).toBe(1));
  test('1.25 hours at ¥180.00 are ¥225.00', () => expect(labourFen(18_000, 125)).toBe(22_500));
  test('a total is the sum of its amounts, credits included', () => expect(sum([100, 250, -50])).toBe(300));
  test('a total beyond exact integers is a bug, not a wrong number', () => {
    expect(() => sum([Number.MAX_SAFE_INTEGER, 1])).toThrow(RangeError);
  });
  test('whole units cost exactly their price', () => {
    fc.assert(
      fc.property(fc.nat(1_000_000), fc.nat(1000), (price, units) => {
        expect(lineFen(price, units * 1000)).toBe(price * units);
        expect(labourFen(price, units * 100)).toBe(price * units);
      }),
    );
  });
  test('refuses amounts that are negative, broken or above ¥100 million', () => {
    for (const value of [-1, 0.5, 10_000_000_001, Number.NaN]) expect(fenSchema.safeParse(value).success).toBe(false);
    expect(fenSchema.parse(10_000_000_000)).toBe(10_000_000_000);
  });
});

describe('yuan as people read and type them', () => {
  test.each([
    [123_450, '¥1,234.50'],
    [0, '¥0.00'],
    [5, '¥0.05'],
    [100_000_000, '¥1,000,000.00'],
    [-123_450, '-¥1,234.50'],
  ])('%i fen are shown as %s', (fen, text) => expect(formatYuan(fen)).toBe(text));

  test.each([
    ['1234.5', 123_450],
    ['¥1,234.50', 123_450],
    ['￥12', 1200],
    ['１２.５元', 1250],
    [' 0.05 ', 5],
    ['-¥3', -300],
  ])('%s is read as %i fen', (text, fen) => expect(parseYuan(text)).toBe(fen));

  test.each(['', 'abc', '1.234', '12,34', '1,2345', '.5', '1e3', '¥', '--1', '99999999999999999'])(
    '%s is no amount',
    (text) => {
      expect(parseYuan(text)).toBeNull();
    },
  );

  test('what is shown is read back as the same amount', () => {
    fc.assert(
      fc.property(fc.maxSafeInteger(), (fen) => {
        expect(parseYuan(formatYuan(fen))).toBe(fen === 0 ? 0 : fen);
      }),
    );
  });
});

describe('amounts in Chinese capitals', () => {
  test.each([
    [0, '零元整'],
    [5, '伍分'],
    [50, '伍角整'],
    [55, '伍角伍分'],
    [100, '壹元整'],
    [1000, '壹拾元整'],
    [105, '壹元零伍分'],
    [123_450, '壹仟贰佰叁拾肆元伍角整'],
    [123_456, '壹仟贰佰叁拾肆元伍角陆分'],
    [100_400, '壹仟零肆元整'],
    [1_000_000, '壹万元整'],
    [1_000_100, '壹万零壹元整'],
    [1_010_000, '壹万零壹佰元整'],
    [10_700_053, '壹拾万柒仟元伍角叁分'],
    [600_000_709, '陆佰万零柒元零玖分'],
    [10_000_000_000, '壹亿元整'],
    [10_000_000_100, '壹亿零壹元整'],
    [10_010_000_000, '壹亿零壹拾万元整'],
    [10_000_500_000, '壹亿零伍仟元整'],
    [-123_450, '负壹仟贰佰叁拾肆元伍角整'],
  ])('%i fen are written %s', (fen, text) => expect(capitalYuan(fen)).toBe(text));

  test('different amounts never read the same, and no amount has two 零 in a row', () => {
    const value = fc.integer({ min: 0, max: 10_000_000_000 });
    fc.assert(
      fc.property(value, value, (one, other) => {
        expect(capitalYuan(one) === capitalYuan(other)).toBe(one === other);
        expect(capitalYuan(one)).not.toContain('零零');
      }),
    );
  });

  test('an amount of a trillion yuan is refused as a bug', () => expect(() => capitalYuan(1e14)).toThrow(RangeError));
});
