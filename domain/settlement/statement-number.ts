import { shopDay, type Instant } from '#domain/kernel/calendar.ts';

/** A human number with the shop's day and the store's running number: `JS261124-0009`. */
export function numberOfDay(prefix: string, now: Instant, seq: number): string {
  const day = shopDay(now).slice(2).replaceAll('-', '');
  return `${prefix}${day}-${String(seq).padStart(4, '0')}`;
}
