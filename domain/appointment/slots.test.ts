import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { checkPlace, freeSlots, slotStarts, type DayPlan, type Taken } from '#domain/appointment/slots.ts';
import { tagMarker } from '#domain/appointment/tag.ts';
import { reminderTimes } from '#domain/appointment/reminder.ts';
import { addMinutes, shopDateTime } from '#domain/kernel/calendar.ts';
import { defaultSettings } from '#domain/store/settings.ts';

const day = '2026-11-25';
const now = '2026-11-24T02:00:00.000Z';
const hours = { ...defaultSettings, opensAt: '08:00', closesAt: '20:00' } as const;
const nine = shopDateTime(day, '09:00');
const taken = (changes: Partial<Taken> = {}): Taken => ({
  startsAt: nine,
  minutes: 30,
  advisorId: 'a',
  bayId: null,
  ...changes,
});
const plan = (...of: readonly Taken[]): DayPlan => ({ advisorIds: ['a', 'b'], taken: of });
const refusalOf = (wanted: Taken, of: DayPlan) => checkPlace(wanted, of, { hours, now })?.code ?? null;

describe('a place for an appointment', () => {
  test.each([
    ['an empty day', taken(), plan(), null],
    ['a time that has passed', taken({ startsAt: shopDateTime('2026-11-24', '09:00') }), plan(), 'appointment_in_past'],
    ['a time before opening', taken({ startsAt: shopDateTime(day, '07:30') }), plan(), 'slot_closed'],
    ['a time that ends after closing', taken({ startsAt: shopDateTime(day, '19:45') }), plan(), 'slot_closed'],
    ['the advisor’s taken slot', taken(), plan(taken()), 'slot_full'],
    [
      'a time that reaches into a taken slot',
      taken({ startsAt: shopDateTime(day, '08:45') }),
      plan(taken()),
      'slot_full',
    ],
    ['another advisor', taken({ advisorId: 'b' }), plan(taken()), null],
    ['the last place of the shop', taken({ advisorId: null }), plan(taken()), null],
    ['no place of the shop', taken({ advisorId: null }), plan(taken(), taken({ advisorId: null })), 'slot_full'],
    [
      'an advisor whose place an open wish needs',
      taken({ advisorId: 'b' }),
      plan(taken(), taken({ advisorId: null })),
      'slot_full',
    ],
    ['a reserved bay', taken({ advisorId: 'b', bayId: 'x' }), plan(taken({ bayId: 'x' })), 'bay_taken'],
    ['the slot behind', taken({ startsAt: addMinutes(nine, 30) }), plan(taken()), null],
  ])('%s (R034)', (...[, wanted, of, expected]) => {
    expect(refusalOf(wanted, of)).toBe(expected);
  });

  test('no order of bookings takes a slot beyond what its advisors take (R034)', () => {
    const bookings = fc.array(
      fc.record({ slot: fc.nat(23), length: fc.constantFrom(30, 45, 60), advisorId: fc.constantFrom('a', 'b', null) }),
      { maxLength: 60 },
    );
    fc.assert(
      fc.property(bookings, (wishes) => {
        const starts = slotStarts(day, hours);
        let so = plan();
        for (const { slot, length, advisorId } of wishes) {
          const wanted = taken({ startsAt: starts[slot] ?? nine, minutes: length, advisorId });
          if (refusalOf(wanted, so) === null) so = plan(...so.taken, wanted);
        }
        return starts.every((startsAt) => {
          const end = addMinutes(startsAt, 30);
          const within = so.taken.filter(
            (each) => each.startsAt < end && addMinutes(each.startsAt, each.minutes) > startsAt,
          );
          const most = (who: string) => within.filter(({ advisorId }) => advisorId === who).length <= 1;
          return within.length <= 2 && most('a') && most('b');
        });
      }),
    );
  });

  test('the slots of a day run from opening to closing, and those behind us take nobody (R034)', () => {
    const slots = freeSlots('2026-11-24', plan(), { hours, advisorId: null, now });
    expect(slots).toHaveLength(24);
    expect(slots.filter(({ free }) => free === 0)).toHaveLength(4);
    expect(slots.at(-1)).toEqual({ startsAt: shopDateTime('2026-11-24', '19:30'), free: 2 });
  });
});

describe('the tag and the reminders', () => {
  const at = (minutes: number, state: 'confirmed' | 'arrived' | 'no_show' | 'cancelled' = 'confirmed') =>
    tagMarker({ state, startsAt: nine }, { now: addMinutes(nine, minutes), lateMinutes: 15 });

  test('late is derived from the clock and the store’s patience (R040)', () => {
    expect([at(-5), at(15), at(16), at(60, 'arrived'), at(60, 'no_show'), at(60, 'cancelled')]).toEqual([
      'none',
      'none',
      'late',
      'arrived',
      'no_show',
      'none',
    ]);
  });

  test('reminds at five the day before and two hours before, as far as that lies ahead (R037)', () => {
    expect(reminderTimes(nine, now)).toEqual([
      { kind: 'day_before', at: '2026-11-24T09:00:00.000Z' },
      { kind: 'two_hours', at: '2026-11-24T23:00:00.000Z' },
    ]);
    expect(reminderTimes(nine, '2026-11-24T10:00:00.000Z').map(({ kind }) => kind)).toEqual(['two_hours']);
  });
});
