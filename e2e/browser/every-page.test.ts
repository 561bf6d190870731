import { afterAll, beforeAll, expect, test } from 'vitest';
import { openHouse, type House } from './house.ts';
import { open, settled } from './screen.ts';

let house: House;

beforeAll(async () => {
  house = await openHouse({ DEMO: '1' });
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

/** What a role opens first, and every page of its menu that no role before had. */
test.each(people)('%s finds every page of the menu whole, with headings, and inputs that have labels', async (who) => {
  const person = await house.as(who);
  await open(person, '/orders');
  const menu = person.page.getByRole('navigation', { name: '主菜单' }).getByRole('link');
  const paths = await menu.evaluateAll((links) => links.map((link) => link.getAttribute('href') ?? ''));
  for (const path of paths.filter((each) => !seen.has(each))) {
    await person.page.goto(path);
    await settled(person);
    seen.add(path);
  }
  expect(house.broken()).toEqual([]);
});
