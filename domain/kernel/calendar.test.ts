import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  addDays,
  addMinutes,
  addMonths,
  atPreferredTime,
  clockTimeSchema,
  daysBetween,
  instantSchema,
  isWorkday,
  minutesBetween,
  nextQuarter,
  preferredTimeSchema,
  shopDateTime,
  shopDay,
  shopDayRange,
  shopDaySchema,
  shopTime,
  weekday,
  workdayOnOrAfter,
} from '#domain/kernel/calendar.ts';

test.each(['0001-01-01', '1899-12-31', '2200-01-01', '9999-12-31', '2026-02-30'])('%s is no day of the shop', (day) => {
  expect(shopDaySchema.safeParse(day).success).toBe(false);
  expect(instantSchema.safeParse(`${day}T12:00:00+08:00`).success).toBe(false);
});

test('an instant is judged where its offset puts it, not as it is written', () => {
  expect(instantSchema.safeParse('9999-12-31T23:59:59.999-14:00').success).toBe(false);
  expect(instantSchema.safeParse('2200-01-01T00:00:00+08:00').success).toBe(true);
});

test('a time to agree on stands on a full quarter of an hour', () => {
  expect(nextQuarter('2026-11-24T01:30:00.000Z')).toBe('2026-11-24T01:30:00.000Z');
  expect(nextQuarter('2026-11-24T01:30:00.001Z')).toBe('2026-11-24T01:45:00.000Z');
  expect(nextQuarter('2026-11-24T15:59:00.000Z')).toBe('2026-11-24T16:00:00.000Z');
});

const someDay = fc.integer({ min: 0, max: 40_000 }).map((count) => addDays('2000-01-01', count));

describe('the shop lives in Shanghai', () => {
  test('16:00 UTC is already the next shop day', () => {
    expect(shopDay('2026-11-24T15:59:59.999Z')).toBe('2026-11-24');
    expect(shopDay('2026-11-24T16:00:00.000Z')).toBe('2026-11-25');
    expect(shopTime('2026-11-24T01:30:00.000Z')).toBe('09:30');
  });
  test('half past nine in the shop is 01:30 UTC', () =>
    expect(shopDateTime('2026-11-24', '09:30')).toBe('2026-11-24T01:30:00.000Z'));
  test('a shop day runs from midnight to midnight in Shanghai', () => {
    expect(shopDayRange('2026-12-31')).toEqual({ from: '2026-12-30T16:00:00.000Z', until: '2026-12-31T16:00:00.000Z' });
  });
  test('day and time of any instant lead back to it', () => {
    fc.assert(
      fc.property(someDay, fc.nat(23), fc.nat(59), (day, hour, minute) => {
        const time = `${String(hour).padStart(2, '0')}:${String(minute).padStart(2, '0')}`;
        const instant = shopDateTime(day, time);
        expect([shopDay(instant), shopTime(instant)]).toEqual([day, time]);
      }),
    );
  });
});

describe('counting days', () => {
  test('days cross months and leap days', () => {
    expect(addDays('2028-02-28', 1)).toBe('2028-02-29');
    expect(addDays('2026-01-01', -1)).toBe('2025-12-31');
    expect(daysBetween('2026-02-27', '2026-03-02')).toBe(3);
  });
  test.each([
    ['2026-01-31', 1, '2026-02-28'],
    ['2026-11-30', 3, '2027-02-28'],
    ['2026-03-15', -3, '2025-12-15'],
    ['2024-02-29', 12, '2025-02-28'],
  ])('%s plus %i months is %s', (day, count, later) => expect(addMonths(day, count)).toBe(later));
  test('adding days and counting them agree', () => {
    fc.assert(
      fc.property(someDay, fc.integer({ min: -5000, max: 5000 }), (day, count) => {
        expect(daysBetween(day, addDays(day, count))).toBe(count);
        expect(weekday(addDays(day, 7))).toBe(weekday(day));
      }),
    );
  });
  test('minutes are added and counted', () => {
    expect(addMinutes('2026-11-24T01:30:00.000Z', 45)).toBe('2026-11-24T02:15:00.000Z');
    expect(minutesBetween('2026-11-24T01:30:00.000Z', '2026-11-24T02:15:00.000Z')).toBe(45);
  });
  test('24 November 2026 is a Tuesday', () => expect(weekday('2026-11-24')).toBe(2));
});

describe('workdays in China', () => {
  test('a public holiday on a weekday is no workday', () => expect(isWorkday('2025-10-01')).toBe(false));
  test('a make-up Saturday or Sunday is a workday', () => expect(isWorkday('2025-09-28')).toBe(true));
  test('an ordinary weekday is a workday, an ordinary Sunday is not', () => {
    expect(isWorkday('2025-11-26')).toBe(true);
    expect(isWorkday('2025-11-30')).toBe(false);
  });
  test('after the National Day week of 2025 work begins on 9 October', () =>
    expect(workdayOnOrAfter('2025-10-01')).toBe('2025-10-09'));
});

describe('the call at the customer’s preferred time (R237, R260)', () => {
  test('is at ten o’clock when no time is preferred', () =>
    expect(atPreferredTime('2025-11-26', null)).toBe('2025-11-26T02:00:00.000Z'));
  test('waits for a day off when the customer prefers one', () => {
    expect(atPreferredTime('2025-11-26', { from: '15:00', to: '17:00', days: 'days_off' })).toBe(
      '2025-11-29T07:00:00.000Z',
    );
  });
  test('waits for a workday over the holiday', () => {
    expect(atPreferredTime('2025-10-02', { from: '09:00', to: '11:00', days: 'workdays' })).toBe(
      '2025-10-09T01:00:00.000Z',
    );
  });
});

test('times that people enter are checked', () => {
  expect(clockTimeSchema.safeParse('24:00').success).toBe(false);
  expect(shopDaySchema.safeParse('2026-02-30').success).toBe(false);
  expect(instantSchema.parse('2026-11-24T09:30:00+08:00')).toBe('2026-11-24T01:30:00.000Z');
  expect(instantSchema.safeParse('yesterday').success).toBe(false);
  expect(preferredTimeSchema.safeParse({ from: '09:00', to: '11:00', days: 'never' }).success).toBe(false);
});
