import { z } from 'zod';
import type { Problem } from '#domain/kernel/problem.ts';

/** An odometer reading a person may enter, in whole kilometres. */
export const odometerKmSchema = z.int().min(0).max(2_000_000);

/** One reading of a car's odometer: when, how many km, and whether the cluster had been replaced before it. */
export type OdometerReading = {
  readonly at: string;
  readonly km: number;
  readonly clusterReplaced?: boolean;
};

const dayMs = 86_400_000;

/**
 * Why a new reading can't follow the last one, or null. It may be lower only with a reason
 * (instrument cluster replaced), and never earlier in time.
 */
export function readingProblem(
  last: OdometerReading | null,
  next: OdometerReading,
  lowerReason: string | null,
): Problem | null {
  if (!last) return null;
  if (Date.parse(next.at) < Date.parse(last.at)) {
    return { zh: '读数时间早于上一次读数', en: 'Earlier than the last reading' };
  }
  if (next.km >= last.km || lowerReason?.trim()) return null;
  return {
    zh: `里程 ${next.km} km 低于上次读数 ${last.km} km,如已更换仪表请注明原因`,
    en: `${next.km} km is below the last reading of ${last.km} km; give a reason if the cluster was replaced`,
  };
}

/** Kilometres driven over a dated series in order; the step onto a replaced cluster counts nothing. */
export function drivenKm(series: readonly OdometerReading[]): number {
  let driven = 0;
  for (const [index, reading] of series.entries()) {
    const before = series[index - 1];
    if (before && !reading.clusterReplaced) driven += Math.max(0, reading.km - before.km);
  }
  return driven;
}

/** Average kilometres a day over a dated series in order; null below two readings or one day. */
export function dailyKm(series: readonly OdometerReading[]): number | null {
  const days = countedDays(series);
  return days < 1 ? null : drivenKm(series) / days;
}

function countedDays(series: readonly OdometerReading[]): number {
  let ms = 0;
  for (const [index, reading] of series.entries()) {
    const before = series[index - 1];
    if (before && !reading.clusterReplaced) ms += Date.parse(reading.at) - Date.parse(before.at);
  }
  return ms / dayMs;
}

/** The odometer expected at an instant, carried on from the last reading at the daily average; null without an average. */
export function expectedKm(series: readonly OdometerReading[], at: string): number | null {
  const perDay = dailyKm(series);
  const last = series.at(-1);
  if (perDay === null || !last) return null;
  return last.km + Math.round(perDay * Math.max(0, (Date.parse(at) - Date.parse(last.at)) / dayMs));
}

/** In how many days the odometer is expected to reach `targetKm`, counted from the last reading; null without an average above zero. */
export function daysUntilKm(series: readonly OdometerReading[], targetKm: number): number | null {
  const perDay = dailyKm(series);
  const last = series.at(-1);
  if (!perDay || !last) return null;
  return Math.max(0, Math.ceil((targetKm - last.km) / perDay));
}
