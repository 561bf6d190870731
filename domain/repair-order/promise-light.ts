import { minutesBetween, type Instant } from '#domain/kernel/calendar.ts';
import type { RepairOrder } from '#domain/repair-order/repair-order.ts';

export const promiseLights = ['green', 'orange', 'red'] as const;
export type PromiseLight = (typeof promiseLights)[number];

type Promised = Pick<RepairOrder, 'state' | 'promisedAt' | 'readyAt'>;

/** Green on time, orange at risk, red overdue; null without a promise or when the visit has ended. A ready car kept or broke it. */
export function promiseLight({ state, promisedAt, readyAt }: Promised, now: Instant, riskMinutes: number) {
  if (promisedAt === null || state === 'delivered' || state === 'cancelled') return null;
  const left = minutesBetween(state === 'ready' && readyAt !== null ? readyAt : now, promisedAt);
  const late = (state === 'ready' && readyAt !== null ? readyAt : now) > promisedAt;
  if (late) return 'red' satisfies PromiseLight;
  return state === 'open' && left < riskMinutes ? ('orange' satisfies PromiseLight) : ('green' satisfies PromiseLight);
}
