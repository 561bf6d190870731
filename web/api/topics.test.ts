import { expect, test } from 'vitest';
import { topicMatches } from '#web/api/topics.ts';

test.each([
  ['order:1', 'order:1', true],
  ['order:1', 'order:2', false],
  ['order:*', 'order:2', true],
  ['board:dispatch', 'board:*', true],
  ['order:*', 'board:dispatch', false],
])('who listens to %s hears of %s: %s', (wanted, changed, hears) => {
  expect(topicMatches(wanted, changed)).toBe(hears);
});
