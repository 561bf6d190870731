import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  expectedCheckDigit,
  modelYear,
  normalizeVin,
  vinCheckDigitOk,
  vinProblem,
  vinSchema,
} from '#domain/kernel/vin.ts';

const vinText = fc.stringMatching(/^[A-HJ-NPR-Z0-9]{17}$/);

describe('the check digit', () => {
  test.each(['LSVAL41Z882104202', '1M8GDM9AXKP042788', '11111111111111111'])('%s is right', (vin) => {
    expect(vinCheckDigitOk(vin)).toBe(true);
  });

  test('LSVXZ60E0H2345678 is well formed, but position 9 ought to be 8', () => {
    expect(vinProblem('LSVXZ60E0H2345678')).toBeNull();
    expect(vinCheckDigitOk('LSVXZ60E0H2345678')).toBe(false);
    expect(expectedCheckDigit('LSVXZ60E0H2345678')).toBe('8');
  });

  test('exactly one character at position 9 is right, whatever stood there', () => {
    fc.assert(
      fc.property(vinText, (vin) => {
        const right = [...'0123456789X'].filter((digit) => vinCheckDigitOk(vin.slice(0, 8) + digit + vin.slice(9)));
        expect(right).toEqual([expectedCheckDigit(vin)]);
      }),
    );
  });

  test('one mistyped digit is noticed', () => {
    const place = fc.integer({ min: 0, max: 16 }).filter((index) => index !== 8);
    fc.assert(
      fc.property(vinText, place, fc.nat(9), (text, index, digit) => {
        const vin = text.slice(0, 8) + expectedCheckDigit(text) + text.slice(9);
        const mistyped = vin.slice(0, index) + String(digit) + vin.slice(index + 1);
        fc.pre(/\d/.test(vin.charAt(index)) && vin !== mistyped);
        expect(vinCheckDigitOk(mistyped)).toBe(false);
      }),
    );
  });
});

test.each([
  ['LSVAL41Z88210420', '17'],
  ['LSVAL41Z8821O4202', 'I, O and Q'],
  ['LSVAL41Z882104#02', 'letters and digits'],
])('%s is refused and told why', (vin, why) => expect(vinProblem(vin)?.en).toContain(why));

test('a VIN is read however it is typed', () => {
  expect(normalizeVin('lsval41z8-8210 4202')).toBe('LSVAL41Z882104202');
  expect(vinSchema.parse('ＬＳＶAL41Z882104202')).toBe('LSVAL41Z882104202');
});

describe('the model year at position 10', () => {
  const vinOf = (code: string): string => `LSVAL41Z8${code}2104202`;
  test.each([
    ['A', 2026, 2010],
    ['R', 2026, 2024],
    ['S', 2026, 2025],
    ['T', 2026, 2026],
    ['V', 2026, 2027],
    ['W', 2026, 1998],
    ['8', 2026, 2008],
    ['9', 2026, 2009],
    ['A', 2009, 2010],
    ['A', 2008, 1980],
  ])('code %s seen from %i is %i', (code, reference, year) => expect(modelYear(vinOf(code), reference)).toBe(year));

  test('0, U and Z are no year codes', () => {
    for (const code of '0UZ') expect(modelYear(vinOf(code), 2026)).toBeNull();
  });

  test('the year is never after next year nor more than one cycle back', () => {
    fc.assert(
      fc.property(
        fc.constantFrom(...'ABCDEFGHJKLMNPRSTVWXY123456789'),
        fc.integer({ min: 2009, max: 2100 }),
        (code, reference) => {
          const year = modelYear(vinOf(code), reference) ?? 0;
          expect(year <= reference + 1 && year > reference - 29).toBe(true);
        },
      ),
    );
  });
});
