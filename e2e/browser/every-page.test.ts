import { afterAll, beforeAll, expect, test } from 'vitest';
import { openHouse, type House } from './house.ts';
import { open, type Screen } from './screen.ts';

let house: House;
let screen: Screen;

beforeAll(async () => {
  house = await openHouse({ DEMO: '1' });
  screen = await house.screen('everybody');
}, 120_000);
afterAll(() => house?.close());

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

/** All take turns at one screen; of each menu, the pages that nobody before had. */
test.each(people)('%s finds every page of the menu whole, with headings, and inputs that have labels', async (who) => {
  const { page } = screen;
  const data = { username: who, password: house.demo.password };
  expect((await page.request.post('/api/v1/session', { data })).ok()).toBe(true);
  await open(screen, '/orders');
  const menu = page.getByRole('navigation', { name: '主菜单' }).getByRole('link');
  const paths = await menu.evaluateAll((links) => links.map((link) => link.getAttribute('href') ?? ''));
  expect(paths.length).toBeGreaterThan(1);
  for (const path of paths.filter((each) => !seen.has(each))) {
    await open(screen, path);
    seen.add(path);
  }
  expect(house.broken()).toEqual([]);
});
