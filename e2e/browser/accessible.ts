import type { Page } from 'playwright-core';
import { expect } from 'vitest';

/** Every page has one main part and a heading, stays within its screen, and tells who cannot see it what each input is for. */
export async function assertAccessible(page: Page): Promise<void> {
  await expect.poll(() => problemsOf(page), { timeout: 10_000 }).toEqual([]);
}

/** What is wrong with a page, so that a page that is just coming may be asked again. */
const problemsOf = (page: Page): Promise<string[]> =>
  page.evaluate(() => {
    const mains = document.querySelectorAll('main').length;
    const { scrollWidth, clientWidth } = document.documentElement;
    const broken = [...document.querySelectorAll('h1')].some((heading) => heading.textContent === '页面出了问题');
    const inputs = [...document.querySelectorAll<HTMLInputElement>('input:not([type=hidden]), select, textarea')];
    const isNameless = (input: HTMLInputElement) =>
      !input.labels?.length && !input.getAttribute('aria-label') && !input.getAttribute('aria-labelledby');
    return [
      ...(mains === 1 ? [] : [`${mains} main parts`]),
      ...(document.querySelector('h1, h2') ? [] : ['no heading']),
      ...(scrollWidth > clientWidth ? [`${scrollWidth} px wide on a screen of ${clientWidth}`] : []),
      ...(broken ? ['the page broke'] : []),
      ...inputs.filter(isNameless).map((input) => `no label: ${input.outerHTML.slice(0, 200)}`),
    ];
  });
