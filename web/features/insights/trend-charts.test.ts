import { expect, test } from 'vitest';
import { onTimeOption, revenueOption } from '#web/features/insights/trend-charts.ts';

const words = { arrived: '', byAppointment: '', delivered: '', labour: '', parts: '', other: '', onTime: '' };
const day = (name: string, changes: object = {}) => ({
  day: name,
  arrived: 0,
  byAppointment: 0,
  delivered: 0,
  promised: 0,
  onTime: 0,
  labourFen: 0,
  partsFen: 0,
  otherFen: 0,
  ...changes,
});

test('weeks begin on Monday, and one without a promise has no point', () => {
  const days = [
    day('2026-11-22', { promised: 3, onTime: 1 }),
    day('2026-11-23', { promised: 2, onTime: 2 }),
    day('2026-11-29', { promised: 2, onTime: 1 }),
    day('2026-11-30'),
  ];
  expect(onTimeOption(days, words)).toMatchObject({
    xAxis: { data: ['11-16', '11-23', '11-30'] },
    series: [{ data: [33.3, 75, null] }],
  });
});

test('money is drawn in whole yuan', () => {
  expect(revenueOption([day('2026-11-23', { labourFen: 12_350 })], words)).toMatchObject({
    series: [{ data: [124] }, {}, {}],
  });
});
