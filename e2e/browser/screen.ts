import type { Locator, Page } from 'playwright-core';
import { expect } from 'vitest';
import { assertAccessible } from '#e2e/browser/accessible.ts';

/** One person before their own screen. */
export type Screen = {
  /** `advisor1`, or `customer`. */
  readonly who: string;
  /** What the person is called, once they signed in. */
  name: string;
  readonly page: Page;
  /** What broke on it: errors thrown, resources refused, answers of 500 and above. */
  readonly broken: string[];
  /** How often it was loaded since it was last opened by `open`. */
  loads: number;
};

/** Where someone looks and types: the whole page, a dialog, a form, a row. */
export type Place = Page | Locator;

/** Goes to an address as by a bookmark and waits until the page is there. */
export async function open(screen: Screen, path: string): Promise<void> {
  await screen.page.goto(path);
  await settled(screen);
  screen.loads = 0;
}

/** Opens an address unless it lies open already: what is shown there then came by itself. */
export async function keepOpen(screen: Screen, path: string): Promise<void> {
  const { pathname, search } = new URL(screen.page.url());
  const here = path.includes('?') ? `${pathname}${search}` : pathname;
  if (here !== path) await open(screen, path);
}

/** Waits until a page is there; every page that is looked at is accessible. */
export async function settled({ page }: Screen): Promise<void> {
  await page.getByRole('main').first().waitFor();
  await assertAccessible(page);
}

export async function expectShown(shown: Locator): Promise<void> {
  await shown.first().waitFor({ state: 'visible' });
}

export async function expectGone(gone: Locator): Promise<void> {
  await gone.first().waitFor({ state: 'hidden' });
}

/** Shown on a page that nobody touched since it was opened, let alone loaded again. */
export async function expectLive(screen: Screen, shown: Locator): Promise<void> {
  await expectShown(shown);
  expect(screen.loads, `${screen.who} loaded the page again`).toBe(0);
}

export async function press(place: Place, name: string | RegExp): Promise<void> {
  await place.getByRole('button', { name, exact: true }).click();
}

export async function follow(place: Place, name: string | RegExp): Promise<void> {
  await place.getByRole('link', { name }).first().click();
}
