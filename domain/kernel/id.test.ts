import fc from 'fast-check';
import { expect, test } from 'vitest';
import { isUuid, uuidSchema, uuidV7 } from '#domain/kernel/id.ts';

const random = fc.uint8Array({ minLength: 10, maxLength: 10 });
const now = fc.integer({ min: 0, max: 2 ** 48 - 1 });

test('the example of RFC 9562 is built bit by bit', () => {
  const bytes = Uint8Array.of(0x0c, 0xc3, 0x18, 0xc4, 0xdc, 0x0c, 0x0c, 0x07, 0x39, 0x8f);
  expect(uuidV7(0x01_7f_22_e2_79_b0, bytes)).toBe('017f22e2-79b0-7cc3-98c4-dc0c0c07398f');
});

test('every id is a UUID of version 7 and carries its time', () => {
  fc.assert(
    fc.property(now, random, (ms, bytes) => {
      const id = uuidV7(ms, bytes);
      expect(id).toMatch(/^[0-9a-f]{8}-[0-9a-f]{4}-7[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/);
      expect(isUuid(id)).toBe(true);
      expect(Number.parseInt(id.replaceAll('-', '').slice(0, 12), 16)).toBe(ms);
    }),
  );
});

test('ids of later milliseconds sort later', () => {
  const made = fc.tuple(now, random);
  fc.assert(
    fc.property(made, made, ([one, some], [other, more]) => {
      fc.pre(one < other);
      expect(uuidV7(one, some) < uuidV7(other, more)).toBe(true);
    }),
  );
});

test('a wrong number of random bytes or no instant is a bug', () => {
  expect(() => uuidV7(0, new Uint8Array(9))).toThrow(RangeError);
  expect(() => uuidV7(-1, new Uint8Array(10))).toThrow(RangeError);
});

test('other text is no id', () => {
  expect(isUuid('017f22e2-79b0')).toBe(false);
  expect(uuidSchema.safeParse('x').success).toBe(false);
});
