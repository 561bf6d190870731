import { expect, test } from 'vitest';
import type { VehicleFile } from '#domain/customer/customer-file.ts';
import { nextService } from '#domain/customer/next-service.ts';
import { readOdometer } from '#domain/customer/read-odometer.ts';
import { isRefusal } from '#domain/kernel/refusal.ts';
import { buildVisit } from '#domain/testing/build-visit.ts';
import { testContext } from '#domain/testing/test-context.ts';

const { vehicle } = buildVisit({ vehicle: { odometerKm: null, odometerAt: null } });

test('the next service of a car never serviced counts from its sale (R291)', () => {
  expect(nextService(vehicle)).toEqual({ nextServiceOn: '2025-06-01', nextServiceKm: 7_500 });
});

test('the next service comes earlier when the kilometres are reached earlier (R291)', () => {
  const serviced = { ...vehicle, lastServiceOn: '2026-11-01', lastServiceKm: 20_000 };
  const driven = { ...serviced, odometerKm: 24_000, odometerAt: '2026-11-24T02:00:00.000Z', dailyKm: 100 };
  expect(nextService(serviced)).toEqual({ nextServiceOn: '2027-05-01', nextServiceKm: 27_500 });
  expect(nextService(driven)).toEqual({ nextServiceOn: '2026-12-29', nextServiceKm: 27_500 });
});

test('without intervals nothing is due', () => {
  const car = { ...vehicle, serviceIntervalMonths: null, serviceIntervalKm: null };
  expect(nextService(car)).toEqual({ nextServiceOn: null, nextServiceKm: null });
});

test('a second reading gives the daily average, a replaced cluster does not spoil it (R011)', () => {
  const read = (file: VehicleFile, [km, day]: readonly [number, string], reason: string | null = null) => {
    const now = `${day}T02:00:00.000Z`;
    const next = readOdometer(file, { kind: 'in', km, orderId: null, reason }, testContext('advisor', { now }));
    if (isRefusal(next)) throw new Error(next.code);
    return next.next;
  };
  const first = read({ vehicle, parties: [], readings: [] }, [10_000, '2026-11-01']);
  expect(first.vehicle.dailyKm).toBeNull();
  const second = read(first, [11_000, '2026-11-21']);
  expect(second.vehicle.dailyKm).toBe(50);
  const replaced = read(second, [5, '2026-11-24'], '更换仪表');
  expect(replaced.vehicle).toMatchObject({ dailyKm: 50, odometerKm: 5 });
});
