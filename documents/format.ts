import { shopDay, shopTime } from '#domain/kernel/calendar.ts';
import { formatYuan } from '#domain/kernel/money.ts';
import { formatQty } from '#domain/kernel/quantity.ts';
import { scaledToText } from '#domain/kernel/scaled-number.ts';
import type { Instant } from '#domain/kernel/calendar.ts';
import type { BasisPoints } from '#domain/kernel/money.ts';

/** What stands where there is nothing to print. */
export const nothing = '—';

export const yuan = formatYuan;

/** Shop-local minute, `2026-11-24 14:05`. */
export function localTime(instant: Instant): string {
  return `${shopDay(instant)} ${shopTime(instant)}`;
}

/** As `localTime`, or a dash for no time. */
export function optionalTime(instant: Instant | null): string {
  return instant === null ? nothing : localTime(instant);
}

/** Thousandths of a unit as `4.5 L`. */
export function quantity(qtyMilli: number, unit: string): string {
  return `${formatQty(qtyMilli)} ${unit}`;
}

/** Hundredths of an hour as `1.20 h`, always with two decimals so that columns align. */
export function hours(hoursCenti: number): string {
  return `${(hoursCenti / 100).toFixed(2)} h`;
}

/** Kilometres as `45,210 km`. */
export function kilometres(km: number): string {
  return `${String(km).replace(/\B(?=(\d{3})+$)/g, ',')} km`;
}

/** A tax rate as `13%`. */
export function taxRate(rate: BasisPoints): string {
  return `${scaledToText(rate, 2)}%`;
}
