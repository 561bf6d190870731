import fc from 'fast-check';
import { expect, test } from 'vitest';
import {
  dailyKm,
  daysUntilKm,
  drivenKm,
  expectedKm,
  readingProblem,
  type OdometerReading,
} from '#domain/kernel/mileage.ts';

const on = (day: string, km: number, clusterReplaced = false): OdometerReading => ({
  at: `${day}T02:00:00.000Z`,
  km,
  clusterReplaced,
});

test('the first reading of a car is always taken', () => {
  expect(readingProblem(null, on('2026-03-01', 12), null)).toBeNull();
});

test('a reading below the last one is refused without a reason', () => {
  const problem = readingProblem(on('2026-03-01', 20_000), on('2026-04-01', 19_000), null);
  expect(problem?.zh).toContain('19000 km 低于上次读数 20000 km');
  expect(problem?.en).toContain('below the last reading');
  expect(readingProblem(on('2026-03-01', 20_000), on('2026-04-01', 19_000), '  ')).not.toBeNull();
});

test('a reading below the last one is taken when the cluster was replaced', () => {
  expect(readingProblem(on('2026-03-01', 20_000), on('2026-04-01', 3), '更换组合仪表')).toBeNull();
});

test('a reading earlier in time than the last one is refused', () => {
  expect(readingProblem(on('2026-03-01', 20_000), on('2026-02-01', 21_000), null)?.en).toContain('Earlier');
});

test('a car that drove 3000 km in 60 days drives 50 km a day', () => {
  const series = [on('2026-01-01', 10_000), on('2026-03-02', 13_000)];
  expect(dailyKm(series)).toBe(50);
  expect(expectedKm(series, '2026-03-12T02:00:00.000Z')).toBe(13_500);
  expect(daysUntilKm(series, 15_000)).toBe(40);
});

test('the step onto a replaced cluster counts neither kilometres nor days', () => {
  const series = [
    on('2026-01-01', 90_000),
    on('2026-01-11', 90_500),
    on('2026-02-01', 100, true),
    on('2026-02-11', 600),
  ];
  expect(drivenKm(series)).toBe(1000);
  expect(dailyKm(series)).toBe(50);
});

test('nothing is estimated from one reading or from one day', () => {
  expect(dailyKm([])).toBeNull();
  expect(dailyKm([on('2026-01-01', 10_000)])).toBeNull();
  expect(dailyKm([on('2026-01-01', 10_000), on('2026-01-01', 10_020)])).toBeNull();
  expect(daysUntilKm([on('2026-01-01', 10_000), on('2026-02-01', 10_000)], 20_000)).toBeNull();
});

test('a series that only grows drove from its first to its last reading', () => {
  fc.assert(
    fc.property(fc.array(fc.nat(5000), { minLength: 2, maxLength: 20 }), (steps) => {
      let km = 0;
      const series = steps.map((step) => on('2026-01-01', (km += step)));
      expect(drivenKm(series)).toBe(km - (steps[0] ?? 0));
    }),
  );
});
