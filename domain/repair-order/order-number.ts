import { shopDay, type Instant } from '#domain/kernel/calendar.ts';

/** The order's human number 工单号: WX, the shop's day, and the store's running number, as `WX261124-0042`. */
export function orderNumber(now: Instant, seq: number): string {
  const day = shopDay(now).slice(2).replaceAll('-', '');
  return `WX${day}-${String(seq).padStart(4, '0')}`;
}
