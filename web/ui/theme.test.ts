import { expect, test } from 'vitest';
import { colours, cssOfTheme, tones } from '#web/ui/theme.ts';

/** WCAG 2 relative luminance and contrast. */
function luminance(colour: string): number {
  const channels = [1, 3, 5].map((at) => Number.parseInt(colour.slice(at, at + 2), 16) / 255);
  const [r = 0, g = 0, b = 0] = channels.map((c) => (c <= 0.03928 ? c / 12.92 : ((c + 0.055) / 1.055) ** 2.4));
  return 0.2126 * r + 0.7152 * g + 0.0722 * b;
}
function contrast(a: string, b: string): number {
  const [light = 0, dark = 0] = [luminance(a), luminance(b)].toSorted((x, y) => y - x);
  return (light + 0.05) / (dark + 0.05);
}

test('the custom properties of the pages are those of the theme', async () => {
  await expect(cssOfTheme()).toMatchFileSnapshot('theme.css');
});

test.each(Object.entries(tones))('text of a %s state reads on its ground and on white (AA)', (_, { ink, soft }) => {
  expect(contrast(ink, soft)).toBeGreaterThanOrEqual(4.5);
  expect(contrast(ink, colours.surface)).toBeGreaterThanOrEqual(4.5);
});

test('text reads on every surface (AA)', () => {
  for (const ground of [colours.page, colours.surface, colours.raised, tones.neutral.soft]) {
    expect(contrast(colours.ink, ground)).toBeGreaterThanOrEqual(4.5);
    expect(contrast(colours.muted, ground)).toBeGreaterThanOrEqual(4.5);
  }
  expect(contrast(colours['on-accent'], colours.accent)).toBeGreaterThanOrEqual(4.5);
});
