import { minutesBetween, type Instant } from '#domain/kernel/calendar.ts';
import type { RepairOrder } from '#domain/repair-order/repair-order.ts';

export const promiseLights = ['green', 'orange', 'red'] as const;
export type PromiseLight = (typeof promiseLights)[number];

type Promised = Pick<RepairOrder, 'state' | 'promisedAt' | 'readyAt'>;

/** Green on time, orange at risk, red overdue; null without a promise or when the visit has ended. A ready car kept or broke it. */
export function promiseLight(order: Promised, now: Instant, riskMinutes: number): PromiseLight | null {
  const { state, promisedAt, readyAt } = order;
  if (promisedAt === null || state === 'delivered' || state === 'cancelled') return null;
  const until = state === 'ready' && readyAt !== null ? readyAt : now;
  if (until > promisedAt) return 'red';
  return state === 'open' && minutesBetween(now, promisedAt) < riskMinutes ? 'orange' : 'green';
}
