import { expect, test } from 'vitest';
import { isMobile, maskPhone, phoneSchema } from '#domain/kernel/phone.ts';

test.each([
  ['138 1234 5678', '13812345678'],
  ['+86-138-1234-5678', '13812345678'],
  ['8613812345678', '13812345678'],
  ['010-12345678', '01012345678'],
  ['(021)12345678', '02112345678'],
  ['0512-1234567', '05121234567'],
  ['400-123-4567', '4001234567'],
  ['１３８12345678', '13812345678'],
])('%s is kept as %s', (typed, kept) => expect(phoneSchema.parse(typed)).toBe(kept));

test.each(['', '12345678', '12812345678', '138123456789', '1381234567a', '0101234567', '91012345678'])(
  '"%s" is no phone number',
  (typed) => {
    expect(phoneSchema.safeParse(typed).error?.issues[0]?.message).toContain('电话号码不对');
  },
);

test('a masked number shows three digits and four', () => {
  expect(maskPhone('13812345678')).toBe('138****5678');
  expect(maskPhone('02112345678')).toBe('021****5678');
  expect(maskPhone('110')).toBe('****');
});

test('only mobiles receive text messages', () => {
  expect([isMobile('13812345678'), isMobile('01012345678')]).toEqual([true, false]);
});
