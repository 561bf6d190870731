import type { Page } from 'playwright-core';
import { expect } from 'vitest';

/** Every page has one main part and a heading, and whoever cannot see it is told what each input is for. */
export async function assertAccessible(page: Page): Promise<void> {
  expect(await page.getByRole('main').count(), `main parts of ${page.url()}`).toBe(1);
  const headings = page.getByRole('heading', { level: 1 }).or(page.getByRole('heading', { level: 2 }));
  expect(await headings.count(), `headings of ${page.url()}`).toBeGreaterThan(0);
  expect(await namelessInputs(page), `inputs without a label on ${page.url()}`).toEqual([]);
}

/** What a person may type into or choose from, and nothing says what it is. */
const namelessInputs = (page: Page): Promise<string[]> =>
  page.evaluate(() => {
    const inputs = [...document.querySelectorAll<HTMLInputElement>('input:not([type=hidden]), select, textarea')];
    const isNameless = (input: HTMLInputElement) =>
      !input.labels?.length && !input.getAttribute('aria-label') && !input.getAttribute('aria-labelledby');
    return inputs.filter(isNameless).map((input) => input.outerHTML.slice(0, 200));
  });
