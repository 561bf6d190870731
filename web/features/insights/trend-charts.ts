import type { EChartsOption } from 'echarts';
import type { insightsContracts } from '#domain/insights/insights.contract.ts';
import { addDays, weekday } from '#domain/kernel/calendar.ts';
import type { OutputOf } from '#domain/kernel/contract.ts';

export type Day = OutputOf<typeof insightsContracts.trend>['days'][number];
type Named = Readonly<
  Record<'arrived' | 'byAppointment' | 'delivered' | 'labour' | 'parts' | 'other' | 'onTime', string>
>;

const frame = (names: readonly string[]): EChartsOption => ({
  legend: { top: 0, left: 0, icon: 'roundRect', itemWidth: 10, itemHeight: 10 },
  tooltip: { trigger: 'axis' },
  xAxis: { type: 'category', data: [...names] },
});

const monthDay = (day: string): string => day.slice(5);

/** Cars that came, those of them with an appointment, and cars that left, each day. */
export function visitsOption(days: readonly Day[], w: Named): EChartsOption {
  return {
    ...frame(days.map(({ day }) => monthDay(day))),
    yAxis: { type: 'value', minInterval: 1 },
    series: [
      { name: w.arrived, type: 'bar', data: days.map(({ arrived }) => arrived) },
      {
        name: w.byAppointment,
        type: 'bar',
        barGap: '-100%',
        z: 3,
        data: days.map(({ byAppointment }) => byAppointment),
      },
      { name: w.delivered, type: 'line', symbol: 'none', data: days.map(({ delivered }) => delivered) },
    ],
  };
}

const yuan = (fen: number): number => Math.round(fen / 100);

/** What delivered cars brought, by kind, each day. */
export function revenueOption(days: readonly Day[], w: Named): EChartsOption {
  const stack = (name: string, fenOf: (day: Day) => number) => ({
    name,
    type: 'bar' as const,
    stack: 'revenue',
    data: days.map((day) => yuan(fenOf(day))),
  });
  return {
    ...frame(days.map(({ day }) => monthDay(day))),
    yAxis: { type: 'value' },
    series: [
      stack(w.labour, ({ labourFen }) => labourFen),
      stack(w.parts, ({ partsFen }) => partsFen),
      stack(w.other, ({ otherFen }) => otherFen),
    ],
  };
}

/** Share of promises kept, by week from Monday; a week without a promise has no point. */
export function onTimeOption(days: readonly Day[], w: Named): EChartsOption {
  const weeks = [...Map.groupBy(days, ({ day }) => addDays(day, 1 - weekday(day)))];
  const shares = weeks.map(([, those]) => {
    const promised = those.reduce((all, day) => all + day.promised, 0);
    const kept = those.reduce((all, day) => all + day.onTime, 0);
    return promised === 0 ? null : Math.round((kept * 1000) / promised) / 10;
  });
  return {
    ...frame(weeks.map(([monday]) => monthDay(monday))),
    yAxis: { type: 'value', min: 0, max: 100, axisLabel: { formatter: '{value}%' } },
    series: [{ name: w.onTime, type: 'line', data: shares }],
  };
}
