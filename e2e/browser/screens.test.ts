import type { Locator, Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, expect, test } from 'vitest';
import { initials } from '#domain/kernel/pinyin.ts';
import { complete, dialogOf } from '#e2e/browser/command.ts';
import { fill } from '#e2e/browser/form.ts';
import { openHouse, sizeOf, type House } from '#e2e/browser/house.ts';
import { expectGone, expectLive, expectShown, open, press, settled, type Screen } from '#e2e/browser/screen.ts';

let house: House;

beforeAll(async () => {
  house = await openHouse({ DEMO: '1' });
}, 120_000);
afterEach(async ({ task }) => {
  if (task.result?.state === 'fail') await house.pictures(task.name.replaceAll(/\W+/g, '-'));
});
afterAll(() => house?.close());

test('everything is said in the other language at once, without loading the page again', async () => {
  const advisor = await house.as('advisor1');
  const { page } = advisor;
  await open(advisor, '/advisor');
  await press(page, '切换语言');
  await expectLive(advisor, page.getByRole('heading', { name: 'My cars' }));
  await expectShown(page.getByRole('link', { name: 'Appointments' }));
  await press(page, 'Switch language');
  await expectLive(advisor, page.getByRole('heading', { name: '我的车' }));
});

test('a browser as old as Windows 7 has it shows the boards', async () => {
  const supervisor = await house.screen('supervisor2');
  const { page } = supervisor;
  await page.addInitScript(() => {
    for (const name of ['findLast', 'toReversed', 'toSorted']) Reflect.deleteProperty(Array.prototype, name);
    Reflect.deleteProperty(Map, 'groupBy');
  });
  await page.goto('/sign-in');
  await fill(page, { 用户名: 'supervisor1', 密码: house.demo.password });
  await press(page, '登录');
  await page.waitForURL((url) => url.pathname !== '/sign-in');
  for (const path of ['/dispatch', '/dispatch/wall', '/parts/requests', '/orders']) await open(supervisor, path);
  expect(supervisor.broken).toEqual([]);
});

test('a refused form keeps what was typed and says beside the field what is wrong', async () => {
  const receptionist = await house.as('receptionist1');
  const { page } = receptionist;
  await open(receptionist, '/customers');
  await press(page, '登记客户');
  const form = dialogOf(receptionist, '登记客户');
  await fill(form, { 姓名: '王试填', 电话: '12' });
  await press(form, '登记客户');
  const phone = form.getByLabel('电话', { exact: true }).and(form.getByRole('textbox'));
  await expectShown(form.getByRole('alert'));
  expect(await phone.getAttribute('aria-invalid')).toBe('true');
  const beside = page.locator(`[id="${await phone.getAttribute('aria-describedby')}"]`);
  expect(await beside.innerText()).toContain('电话');
  expect(await form.getByLabel('姓名', { exact: true }).inputValue()).toBe('王试填');
  expect(await phone.inputValue()).toBe('12');
});

test('two change the same customer: the second is told, sees both, and writes over it only by a press that says so', async () => {
  const [first, second] = [await house.as('advisor1'), await house.as('receptionist1')];
  await open(second, '/customers');
  await second.page.getByRole('row').nth(1).click();
  await second.page.waitForURL(/customers\/[\da-f-]{36}/);
  const { pathname } = new URL(second.page.url());
  await open(second, pathname);
  await press(second.page, '修改客户资料');
  const form = dialogOf(second, '修改客户资料');
  await fill(form, { 地址: '西路二号' });
  await open(first, pathname);
  await press(first.page, '修改客户资料');
  await complete(dialogOf(first, '修改客户资料'), '修改客户资料', { answers: { 地址: '东路一号' } });
  await expectShown(form.getByText('现在：东路一号'));
  await press(form, '修改客户资料');
  await expectShown(form.getByRole('alert').filter({ hasText: '已被他人更新' }));
  await press(form, '按我填写的提交');
  await expectGone(form);
  await expectShown(second.page.getByText('西路二号'));
});

test('tabs left open behind take no line to the server from the one in front; one brought forward shows what it missed', async () => {
  const [advisor, receptionist] = [await house.as('advisor2'), await house.as('receptionist1')];
  await open(receptionist, '/customers');
  await receptionist.page.getByRole('row').nth(2).click();
  await receptionist.page.waitForURL(/customers\/[\da-f-]{36}/);
  const { pathname } = new URL(receptionist.page.url());
  const behind = await Promise.all(Array.from({ length: 8 }, () => tabBehind(advisor)));
  for (const tab of behind) {
    await tab.goto(pathname);
    await expectShown(tab.getByRole('button', { name: '修改客户资料' }));
  }
  await press(receptionist.page, '修改客户资料');
  await complete(dialogOf(receptionist, '修改客户资料'), '修改客户资料', { answers: { 地址: '南路三号' } });
  await open(advisor, '/advisor');
  const [tab] = behind;
  if (!tab) throw new Error('no tab is open');
  expect(await tab.getByText('南路三号').count()).toBe(0);
  await bringForward(tab);
  await expectShown(tab.getByText('南路三号'));
  await Promise.all(behind.map((each) => each.close()));
});

/** A tab of the same browser that nobody looks at. */
async function tabBehind({ page }: Screen): Promise<Page> {
  const tab = await page.context().newPage();
  await tab.addInitScript(() => Object.defineProperty(document, 'hidden', { configurable: true, get: () => true }));
  return tab;
}

const bringForward = (tab: Page): Promise<void> =>
  tab.evaluate(() => {
    Object.defineProperty(document, 'hidden', { get: () => false });
    document.dispatchEvent(new Event('visibilitychange'));
  });

test('a button that may not be pressed says why, on a phone beneath it and on a desk when pointed at', async () => {
  const visitor = await house.screen('visitor', 'phone');
  await open(visitor, '/sign-in');
  await expectShown(visitor.page.getByText('请填写用户名和密码'));
  const manager = await house.as('manager1');
  await open(manager, '/outreach?show=all');
  const blocked = manager.page.getByRole('button', { name: '邀约客户', disabled: true }).first();
  await blocked.hover();
  const why = manager.page.getByRole('tooltip');
  await expectShown(why);
  expect((await why.innerText()).length).toBeGreaterThan(3);
});

test('the find box opens by a slash and finds a car by the tail of its plate, its owner by initials', async () => {
  const advisor = await house.as('advisor1');
  const { page } = advisor;
  await open(advisor, '/customers');
  const rows = page.getByRole('row').filter({ has: page.getByRole('img') });
  const row = rows.first();
  const plateOf = async (one: Locator) => (await one.getByRole('img').first().getAttribute('aria-label')) ?? '';
  const [plate, other] = [await plateOf(row), await plateOf(rows.nth(3))];
  const [name = ''] = (await row.getByRole('cell').first().innerText()).split(' ');
  await open(advisor, '/parts/stock');
  const box = page.getByRole('dialog', { name: '查找' });
  const find = box.getByRole('textbox', { name: '查找' });
  await page.keyboard.press('/');
  await find.fill(plate.slice(-4));
  await expectShown(box.getByRole('button', { name: new RegExp(plate) }));
  await find.fill(initials(name));
  await expectShown(box.getByRole('button', { name: new RegExp(name) }));
  // Enter of an input method takes a character, and is not yet the answer.
  await find.dispatchEvent('keydown', { key: 'Enter', isComposing: true });
  await expectShown(box);
  // Entered at once, as a scanner does: what was found before is not the answer.
  await find.fill(other.slice(-4));
  await expectShown(box.getByRole('button', { name: new RegExp(other) }));
  const { promise: answered, resolve: answer } = Promise.withResolvers<void>();
  await page.route('**/api/v1/**', (route) => answered.then(() => route.continue()));
  await find.fill(plate.slice(-5));
  await page.keyboard.press('Enter');
  answer();
  await page.waitForURL(/(?:orders|vehicles|customers)\/[\da-f-]{36}/);
  await expectShown(page.getByRole('main').getByRole('img', { name: plate }));
  await page.unroute('**/api/v1/**');
});

test('on a phone a car is found by thumb, and a norm of the finished car says on its button why it waits', async () => {
  const technician = await house.as('technician1');
  const { page } = technician;
  await open(technician, '/my-work');
  const plate = (await page.getByRole('main').getByRole('img').first().getAttribute('aria-label')) ?? '';
  await press(page.getByRole('navigation'), '查找');
  const box = page.getByRole('dialog', { name: '查找' });
  await box.getByRole('textbox', { name: '查找' }).fill(plate.slice(-4));
  await press(box, new RegExp(`${plate}.*WX`));
  await page.waitForURL(/orders/);
  await open(technician, `${new URL(page.url()).pathname}?tab=norms`);
  const norm = page.getByRole('listitem').filter({ hasText: '邀请客户试乘试驾' });
  await norm.getByRole('button', { name: '已做', disabled: true }).hover();
  await expectShown(page.getByRole('tooltip').filter({ hasText: '完工后' }));
});

test('a car that nobody knows is filed at the counter and its owner named, before its order is opened', async () => {
  const receptionist = await house.as('receptionist1');
  const { page } = receptionist;
  await open(receptionist, '/reception/receive');
  await press(page, '新建车辆档案');
  await complete(dialogOf(receptionist, '新建车辆档案'), '登记车辆', {
    answers: { 车牌号: '沪A9Z9ZJ', 品牌: '示范', 车型: 'J2' },
  });
  await press(page, '新建客户档案');
  await complete(dialogOf(receptionist, '新建客户档案'), '登记客户', {
    answers: { 姓名: '钱新客', 电话: '19600099999' },
  });
  await fill(page, { '车主的姓名、拼音、电话尾号': '钱新客' });
  await press(page, /^钱新客/);
  await expectShown(page.getByRole('button', { name: '接车开单' }));
  expect(await page.getByLabel('姓名', { exact: true }).inputValue()).toBe('钱新客');
});

test('on a phone lists are cards within the screen, and every page of the menu is two presses away', async () => {
  const agent = await house.screen('followup1', 'phone');
  const { page } = agent;
  const data = { username: 'followup1', password: house.demo.password };
  expect((await page.request.post('/api/v1/session', { data })).ok()).toBe(true);
  await open(agent, '/follow-ups?show=open');
  const cards = page.getByRole('list', { name: '跟踪回访' });
  await expectShown(cards.getByRole('listitem'));
  const wider = await cards.evaluate((list) => list.scrollWidth > list.clientWidth);
  expect(wider).toBe(false);
  await press(page, '更多');
  await page.getByRole('dialog', { name: '全部页面' }).getByRole('link', { name: '消息发送箱' }).click();
  await expectLive(agent, page.getByRole('heading', { name: '消息发送箱' }));
});

test('a wrong password is refused in words, and the name stays', async () => {
  const visitor = await house.screen('visitor', 'phone');
  await open(visitor, '/sign-in');
  await fill(visitor.page, { 用户名: 'advisor1', 密码: 'not-the-password' });
  await press(visitor.page, '登录');
  await expectShown(visitor.page.getByRole('alert'));
  expect(new URL(visitor.page.url()).pathname).toBe('/sign-in');
  expect(await visitor.page.getByLabel('用户名').inputValue()).toBe('advisor1');
});

test('a page of another role is refused kindly, with the way home', async () => {
  const washer = await house.as('washer1');
  await open(washer, '/customers');
  await expectShown(washer.page.getByRole('heading', { name: '您的岗位不能打开此页面' }));
  await washer.page.getByRole('link', { name: '回首页' }).click();
  await expectGone(washer.page.getByRole('heading', { name: '您的岗位不能打开此页面' }));
  await settled(washer);
});

test('a link that no longer works says so and shows nothing of a visit', async () => {
  const stranger = await house.screen('customer');
  await open(stranger, '/v/0123456789abcdef0123456789abcdef');
  await expectShown(stranger.page.getByRole('alert'));
  expect(await stranger.page.getByRole('heading').allInnerTexts()).toEqual(['我的车']);
});

const people = [
  'manager1',
  'advisor1',
  'receptionist1',
  'supervisor1',
  'leader1',
  'technician1',
  'inspector1',
  'parts1',
  'cashier1',
  'warranty1',
  'followup1',
  'guard1',
  'washer1',
  'lounge1',
  'admin1',
] as const;
const seen = new Set<string>();
let screen: Promise<Screen> | null = null;
const shared = () => (screen ??= house.screen('everybody'));

/** All take turns at one screen; of each menu, the pages that nobody before had. */
test.each(people)('%s finds every page of the menu whole, with headings, and inputs that have labels', async (who) => {
  const everybody = await shared();
  const { page } = everybody;
  const data = { username: who, password: house.demo.password };
  expect((await page.request.post('/api/v1/session', { data })).ok()).toBe(true);
  await page.setViewportSize(sizeOf(who));
  await open(everybody, '/orders');
  const more = page.getByRole('button', { name: '更多', exact: true });
  await page.getByRole('navigation', { name: '主菜单' }).waitFor();
  if (await more.isVisible()) await more.click();
  const menu = page.getByRole('navigation', { name: '主菜单' }).getByRole('link');
  const paths = await menu.evaluateAll((links) => links.map((link) => link.getAttribute('href') ?? ''));
  expect(paths.length).toBeGreaterThan(1);
  for (const path of paths.filter((each) => !seen.has(each))) {
    await open(everybody, path);
    seen.add(path);
  }
  expect(house.broken()).toEqual([]);
});
