import { expect, test } from 'vitest';
import { pages } from '#web/app/pages.ts';
import { pathTo, patterns } from '#web/app/paths.ts';

test('every address of the interface stays as people have bookmarked it', () => {
  expect(patterns).toMatchSnapshot();
});

test('no two pages share an address', () => {
  expect(new Set(Object.values(patterns)).size).toBe(Object.values(patterns).length);
  expect(new Set(pages.map(({ path }) => path)).size).toBe(pages.length);
});

test('a path is built with its parameters encoded and its filters behind it', () => {
  expect(pathTo('order', { orderId: 'a/b' })).toBe('/orders/a%2Fb');
  expect(pathTo('orders', {}, { state: 'open', find: undefined })).toBe('/orders?state=open');
  expect(pathTo('sign_in')).toBe('/sign-in');
});
