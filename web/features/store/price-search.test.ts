import { expect, test } from 'vitest';
import { fitting } from '#web/features/store/price-search.ts';

const oil = { code: 'BY001', name: '更换机油及机油滤清器', nameEn: 'Oil and filter change' };
const pads = { code: 'BR010', name: '更换前制动片', nameEn: 'Front brake pads' };

test('a price is found by Chinese or English name or by code, all words typed', () => {
  const found = (typed: string) => fitting([oil, pads], typed).map(({ code }) => code);
  expect(found('')).toEqual(['BY001', 'BR010']);
  expect(found('机油')).toEqual(['BY001']);
  expect(found('BRAKE front')).toEqual(['BR010']);
  expect(found('by001')).toEqual(['BY001']);
  expect(found('更换 制动')).toEqual(['BR010']);
  expect(found('方向盘')).toEqual([]);
});
