import { expect, test } from 'vitest';
import { promiseLight } from '#domain/repair-order/promise-light.ts';

const promisedAt = '2026-11-24T09:00:00.000Z';
const open = { state: 'open' as const, promisedAt, readyAt: null };

test.each([
  ['green with 30 minutes left', '2026-11-24T08:30:00.000Z', 'green'],
  ['orange with less', '2026-11-24T08:30:01.000Z', 'orange'],
  ['orange at the very moment', promisedAt, 'orange'],
  ['red after it', '2026-11-24T09:00:00.001Z', 'red'],
])(
  'whether a repair is in its agreed time is seen at once: the promise of an open car is %s (R167)',
  (_, now, light) => {
    expect(promiseLight(open, now, 30)).toBe(light);
  },
);

test('a car that was ready in time stays green while its customer is late', () => {
  const ready = { state: 'ready' as const, promisedAt, readyAt: '2026-11-24T08:50:00.000Z' };
  expect(promiseLight(ready, '2026-11-24T12:00:00.000Z', 30)).toBe('green');
  expect(promiseLight({ ...ready, readyAt: '2026-11-24T09:10:00.000Z' }, promisedAt, 30)).toBe('red');
});

test('nothing promised or nothing more to keep shows no light', () => {
  expect(promiseLight({ ...open, promisedAt: null }, promisedAt, 30)).toBeNull();
  expect(promiseLight({ ...open, state: 'delivered' }, promisedAt, 30)).toBeNull();
  expect(promiseLight({ ...open, state: 'cancelled' }, promisedAt, 30)).toBeNull();
});
