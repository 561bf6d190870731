import { expect, test } from 'vitest';
import { clockOf, minutesSpent } from '#web/features/workshop/time-spent.ts';

const at = (time: string) => `2026-11-24T${time}:00.000Z`;

test('time spent is what was punched, pauses left out, the open punch until now (R158)', () => {
  const punches = [
    { startedAt: at('01:00'), endedAt: at('01:30') },
    { startedAt: at('02:00'), endedAt: null },
  ];
  expect(minutesSpent(punches, at('02:15'))).toBe(45);
  expect(minutesSpent([], at('02:15'))).toBe(0);
});

test('time spent reads like a clock', () => {
  expect(clockOf(7)).toBe('0:07');
  expect(clockOf(85)).toBe('1:25');
});
