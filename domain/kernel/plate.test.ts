import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  normalizePlate,
  plateColour,
  plateDrive,
  plateKind,
  plateProblem,
  plateProvinces,
  plateSchema,
} from '#domain/kernel/plate.ts';

const published = new RegExp(
  `^[${plateProvinces}][A-HJ-NP-Z](?:[A-HJ-NP-Z0-9]{4}[A-HJ-NP-Z0-9挂学警港澳使领]|[A-HJK][A-HJ-NP-Z0-9]\\d{4}|\\d{5}[A-HJK])$`,
);

describe('plates of GA 36-2018', () => {
  test.each([
    ['沪A12345', 'ordinary', 'blue'],
    ['京NZ9K88', 'ordinary', 'blue'],
    ['沪AD12345', 'new_energy_small', 'gradient_green'],
    ['粤BFA1234', 'new_energy_small', 'gradient_green'],
    ['粤B12345D', 'new_energy_large', 'yellow_green'],
    ['鲁A1234挂', 'trailer_or_special', 'yellow'],
    ['苏E1234学', 'trailer_or_special', 'yellow'],
    ['京A1234警', 'trailer_or_special', 'white'],
    ['粤Z1234港', 'trailer_or_special', 'black'],
  ] as const)('%s is %s and %s', (plate, kind, colour) => {
    expect(plateProblem(plate)).toBeNull();
    expect(plateKind(plate)).toBe(kind);
    expect(plateColour(plate)).toBe(colour);
  });

  test.each([
    ['沪A1234', '7 characters'],
    ['沪A1234567', '7 characters'],
    ['XA12345', 'province'],
    ['沪I12345', 'second character'],
    ['沪112345', 'second character'],
    ['沪A1O345', 'letters I and O'],
    ['沪AL12345', 'new-energy'],
    ['沪A1234车', 'valid plate'],
  ])('%s is refused and told why', (plate, why) => {
    expect(plateProblem(plate)?.en).toContain(why);
    expect(plateProblem(plate)?.zh).toMatch(/车牌号/);
  });

  test('accepts exactly what the published pattern accepts', () => {
    const character = fc.constantFrom(...'沪京粤AFDKLIOZ0189挂警');
    const text = fc.array(character, { minLength: 6, maxLength: 9 }).map((characters) => characters.join(''));
    const likely = fc
      .tuple(fc.constantFrom(...'沪京'), fc.constantFrom(...'ABI'), fc.stringMatching(/^[ADFK01]{4,6}[0-9DK挂]$/))
      .map((parts) => parts.join(''));
    fc.assert(
      fc.property(fc.oneof(text, likely), (plate) => {
        expect(plateProblem(plate) === null).toBe(published.test(plate));
      }),
      { numRuns: 1000 },
    );
  });

  test('a large vehicle with an ordinary plate has it yellow', () =>
    expect(plateColour('沪A12345', 'large')).toBe('yellow'));

  test('the new-energy letter tells battery from plug-in', () => {
    expect(plateDrive('沪AD12345')).toBe('battery_electric');
    expect(plateDrive('粤B12345F')).toBe('plug_in_or_fuel_cell');
    expect(plateDrive('沪A12345')).toBeNull();
  });
});

test('a plate is read however it is typed', () => {
  expect(normalizePlate(' 沪a·１２３45 ')).toBe('沪A12345');
  expect(plateSchema.parse('粤b-fa 1234')).toBe('粤BFA1234');
});

test('a refused plate carries both languages', () => {
  const message = plateSchema.safeParse('沪A1').error?.issues[0]?.message;
  expect(message).toBe('车牌号应为 7 位，新能源为 8 位 / A plate has 7 characters, 8 for new energy');
});
