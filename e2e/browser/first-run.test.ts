import { afterAll, afterEach, beforeAll, expect, test } from 'vitest';
import { fill } from '#e2e/browser/form.ts';
import { openHouse, type House } from '#e2e/browser/house.ts';
import { expectShown, open, press, settled } from '#e2e/browser/screen.ts';

let house: House;

beforeAll(async () => {
  house = await openHouse({ DEMO: '0' });
}, 120_000);
afterEach(async ({ task }) => {
  if (task.result?.state === 'fail') await house.pictures('first-run');
});
afterAll(() => house?.close());

const admin = { 用户名: 'liu.guan', 密码: 'a-long-enough-password' };

test('a real store begins with the token of its first start: a wrong one is refused, the right one makes its administrator', async () => {
  const owner = await house.screen('owner');
  const { page } = owner;
  await open(owner, '/sign-in');
  await page.getByRole('link', { name: '初始化新门店' }).click();
  await settled(owner);
  await fill(page, { ...admin, 令牌: 'not-the-token', 门店名称: '江城试营店', 管理员姓名: '刘管理' });
  await press(page, '建立门店');
  await expectShown(page.getByRole('alert'));
  await fill(page, { 令牌: house.firstRunToken ?? '' });
  await press(page, '建立门店');
  await page.waitForURL(/\/sign-in/);
  await fill(page, admin);
  await press(page, '登录');
  await page.waitForURL((url) => url.pathname !== '/sign-in');
  await settled(owner);
  await expectShown(page.getByRole('heading', { name: '新店开张：还需要准备' }));
  await open(owner, '/orders');
  await expectShown(page.getByRole('button', { name: '门店: 江城试营店' }));
  await expectShown(page.getByRole('button', { name: '刘管理' }));
  expect(house.broken()).toEqual([]);
});
