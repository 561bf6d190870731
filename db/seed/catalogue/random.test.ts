import { expect, test } from 'vitest';
import { drawNew, seededRandom } from '#db/seed/catalogue/random.ts';

const draws = (seed: number): number[] => {
  const random = seededRandom(seed);
  return Array.from({ length: 200 }, () => random.int(1, 6));
};

test('the same seed draws the same, another seed something else', () => {
  expect(draws(7)).toEqual(draws(7));
  expect(draws(7)).not.toEqual(draws(8));
});

test('draws stay within their bounds and reach all of them', () => {
  expect(new Set(draws(7))).toEqual(new Set([1, 2, 3, 4, 5, 6]));
});

test('nothing is drawn twice where repeats are unwanted', () => {
  const random = seededRandom(1);
  const taken = new Set<string>();
  const drawn = Array.from({ length: 10 }, () => drawNew(taken, () => String(random.int(0, 9))));
  expect(drawn.toSorted()).toEqual([...'0123456789']);
});

test('picking from nothing is a bug', () => expect(() => seededRandom(1).pick([])).toThrow(RangeError));
