import { describe, expect, test } from 'vitest';
import { inviteFrom, type ServiceDue } from '#domain/outreach/service-due.ts';

const now = '2026-11-24T02:00:00.000Z';
const lead = { outreachLeadDays: 30, outreachLeadKm: 1_000 };
const nothing: ServiceDue = { dueOn: null, dueKm: null, odometerKm: null, odometerAt: null, dailyKm: null };
const from = (due: Partial<ServiceDue>) => inviteFrom({ ...nothing, ...due }, now, lead);

describe('when a customer is invited to the next service', () => {
  test('the lead before the date (R272)', () => expect(from({ dueOn: '2027-05-24' })).toBe('2027-04-24'));

  test('the lead before the kilometres are expected, when that comes first (R272)', () => {
    const used = { odometerKm: 10_000, odometerAt: now, dailyKm: 50 };
    expect(from({ ...used, dueKm: 17_500, dueOn: '2027-11-24' })).toBe('2027-04-03');
    expect(from({ ...used, dueKm: 17_500, dueOn: '2027-01-10' })).toBe('2026-12-11');
  });

  test('at once when the kilometres are reached already (R272)', () => {
    expect(from({ dueKm: 10_500, odometerKm: 10_000, odometerAt: now })).toBe('2026-11-24');
  });

  test('after half a year when nobody knows how the car is used; never when nothing is due (R272)', () => {
    expect(from({ dueKm: 50_000 })).toBe('2027-05-23');
    expect(from({})).toBeNull();
  });
});
