import { expect, test } from 'vitest';
import { columnOf, hoursBetween, levelsOf, quarterCount } from '#web/ui/time-grid.ts';

const span = { opensAt: '08:30', closesAt: '18:10' };

test('the grid shows whole hours around the opening hours', () => {
  expect(hoursBetween(span)[0]).toBe('08:00');
  expect(hoursBetween(span).at(-1)).toBe('18:00');
  expect(quarterCount(span)).toBe(44);
});

test('a time lies in its quarter of the shop’s day, and what is outside at the edge', () => {
  expect(columnOf('2026-11-24T02:06:00.000Z', span)).toBeCloseTo(8.4);
  expect(columnOf('2026-11-23T22:00:00.000Z', span)).toBe(0);
  expect(columnOf('2026-11-24T15:00:00.000Z', span)).toBe(44);
});

test('bars that overlap lie under each other, and a level is used again as soon as it is free', () => {
  const bar = (from: number, until: number) => ({ from, until });
  expect(levelsOf([bar(0, 4), bar(2, 6), bar(4, 5), bar(5, 8)])).toEqual([0, 1, 0, 0]);
  expect(levelsOf([bar(5, 8), bar(0, 6)])).toEqual([1, 0]);
  expect(levelsOf([])).toEqual([]);
});
