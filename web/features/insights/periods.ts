import { addDays, addMonths, type ShopDay } from '#domain/kernel/calendar.ts';
import type { Words } from '#domain/kernel/words.ts';
import { kpiWords } from '#web/features/insights/insights.words.ts';

export type Period = { readonly from: ShopDay; readonly to: ShopDay };

/** Periods that managers ask for, by today. */
export function usualPeriods(today: ShopDay): readonly { readonly name: Words; readonly period: Period }[] {
  const first = `${today.slice(0, 7)}-01`;
  return [
    { name: kpiWords.last30, period: { from: addDays(today, -29), to: today } },
    { name: kpiWords.last90, period: { from: addDays(today, -89), to: today } },
    { name: kpiWords.thisMonth, period: { from: first, to: today } },
    { name: kpiWords.lastMonth, period: { from: addMonths(first, -1), to: addDays(first, -1) } },
  ];
}
