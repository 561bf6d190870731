import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  full,
  initials,
  prefixEnd,
  queryTokens,
  searchTokens,
  thingPinyin,
  type QueryToken,
  type SearchToken,
} from '#domain/kernel/pinyin.ts';

const row = {
  name: '张三丰',
  phone: '13812345678',
  plate: '沪A12345',
  vin: 'LSVAL41Z882104202',
  orderNo: 'RO-20261124-0007',
};

const matches = (query: QueryToken, token: SearchToken): boolean =>
  query.kind === token.kind &&
  (query.match === 'equal' ? query.token === token.token : token.token.startsWith(query.token));

const finds = (text: string, stored = searchTokens(row)): boolean =>
  queryTokens(text).some((query) => stored.some((token) => matches(query, token)));

describe('names in pinyin', () => {
  test('张三丰 is zsf and zhangsanfeng', () =>
    expect([initials('张三丰'), full('张三丰')]).toEqual(['zsf', 'zhangsanfeng']));
  test('surnames are read as surnames', () =>
    expect([initials('曾志伟'), initials('单田芳'), full('解晓东')]).toEqual(['zzw', 'stf', 'xiexiaodong']));
  test('Latin names stay readable', () => expect(full('Tom李')).toBe('tomli'));
  test('a name without letters has none', () => expect(initials('·')).toBe(''));
});

describe('a car and its customer are found by what people say', () => {
  test.each([
    '张',
    '三',
    '三丰',
    '张三',
    '张三丰',
    'zsf',
    'ZS',
    'sf',
    'zhangsan',
    'sanfeng',
    'zhang san feng',
    '5678',
    '138 1234 5678',
    '+86 13812345678',
    '1381234',
    '沪A12345',
    '沪a·12',
    'A12345',
    '12345',
    '2345',
    '345',
    '4202',
    '04202',
    '82104202',
    'lsval41z8',
    'LSVAL41Z882104202',
    'RO-20261124-0007',
    'ro20261124',
    '0007',
  ])('by %s', (text) => expect(finds(text)).toBe(true));

  test.each(['', '  ', '李', '张丰', 'zf', '9999', '沪B', '45', '京A12345', '13900000000'])(
    'but not by "%s"',
    (text) => {
      expect(finds(text)).toBe(false);
    },
  );

  test('a special plate is found by its tail', () =>
    expect(finds('1234学', searchTokens({ plate: '苏E1234学' }))).toBe(true));
  test('a new-energy plate is found without its province', () =>
    expect(finds('ad12345', searchTokens({ plate: '沪AD12345' }))).toBe(true));
  test('a company is found by any part of its name', () => {
    const stored = searchTokens({ name: '示范汽车租赁(上海)有限公司' });
    expect(['汽车租赁', '上海有限', 'sfqc', 'qiche'].every((text) => finds(text, stored))).toBe(true);
  });
  test('a row without anything has no tokens', () => expect(searchTokens({ name: null, plate: null })).toEqual([]));

  test('every contiguous part of a name finds it', () => {
    const name = fc
      .array(fc.constantFrom(...'王李张刘陈曾单欧阳建国芳丽伟'), { minLength: 1, maxLength: 8 })
      .map((parts) => parts.join(''));
    fc.assert(
      fc.property(name, fc.nat(7), fc.nat(7), (whole, start, length) => {
        const part = whole.slice(start % whole.length).slice(0, length + 1);
        expect(finds(part, searchTokens({ name: whole }))).toBe(true);
        expect(finds(initials(whole), searchTokens({ name: whole }))).toBe(true);
      }),
    );
  });

  test('no token is stored twice', () => {
    const tokens = searchTokens({ ...row, name: '张张张' }).map(({ kind, token }) => `${kind}:${token}`);
    expect(new Set(tokens).size).toBe(tokens.length);
  });
});

test('a prefix range holds exactly the texts that begin with the prefix', () => {
  const text = fc.stringMatching(/^[A-C张]{0,5}$/);
  fc.assert(
    fc.property(text, text, (prefix, other) => {
      const within =
        Buffer.compare(Buffer.from(other), Buffer.from(prefix)) >= 0 &&
        Buffer.compare(Buffer.from(other), Buffer.from(prefixEnd(prefix))) < 0;
      expect(within).toBe(other.startsWith(prefix));
    }),
  );
});

test('a thing’s name is read as words, not as a person’s with a surname in front', () => {
  expect(thingPinyin('前刹车片')).toBe('qscp qianshachepian');
  expect(thingPinyin('大众 机油滤清器')).toBe('dzjylqq dazhongjiyoulvqingqi');
});
