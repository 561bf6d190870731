import fc from 'fast-check';
import { expect, test } from 'vitest';
import { canonicalJson } from '#domain/kernel/canonical-json.ts';

const value = fc.letrec((tie) => ({
  node: fc.oneof(
    { maxDepth: 3 },
    fc.constant(null),
    fc.boolean(),
    fc.maxSafeInteger(),
    fc.string({ unit: 'grapheme' }),
    fc.array(tie('node'), { maxLength: 4 }),
    fc.dictionary(fc.string(), tie('node'), { maxKeys: 4 }),
  ),
})).node;

test('keys are sorted at every depth and no space is written', () => {
  expect(canonicalJson({ b: [2, { d: null, c: true }], a: '工单' })).toBe('{"a":"工单","b":[2,{"c":true,"d":null}]}');
});

test('keys sort by UTF-16 code unit as RFC 8785 says', () => {
  const keys = ['€', '\r', '\uFB33', '1', '😀', '\u0080', 'ö'];
  const sorted = canonicalJson(Object.fromEntries(keys.map((key, index) => [key, index])));
  expect(sorted).toBe('{"\\r":1,"1":3,"\u0080":5,"ö":6,"€":0,"😀":4,"\uFB33":2}');
});

test('properties without a value are left out', () => expect(canonicalJson({ a: undefined, b: 1 })).toBe('{"b":1}'));

test('minus zero is zero', () => expect(canonicalJson(-0)).toBe('0'));

test.each([
  [0.5],
  [Number.NaN],
  [Number.POSITIVE_INFINITY],
  [2 ** 53],
  [undefined],
  [[undefined]],
  [new Date(0)],
  [new Map()],
  [1n],
  ['\uD800'],
  [() => 1],
])('has no form for %s', (odd) => expect(() => canonicalJson(odd)).toThrow(TypeError));

test('the text reads back as the value and does not depend on the order of keys', () => {
  fc.assert(
    fc.property(value, (some) => {
      const text = canonicalJson(some);
      expect(JSON.parse(text)).toEqual(JSON.parse(JSON.stringify(some)));
      expect(canonicalJson(reversed(some))).toBe(text);
    }),
  );
});

function reversed(some: unknown): unknown {
  if (Array.isArray(some)) return some.map(reversed);
  if (typeof some !== 'object' || some === null) return some;
  return Object.fromEntries(
    Object.entries(some)
      .toReversed()
      .map(([key, item]) => [key, reversed(item)]),
  );
}
