import type { GatePass } from '#domain/delivery/delivery.ts';
import type { Instant } from '#domain/kernel/calendar.ts';
import { refuse, type Refusal } from '#domain/kernel/refusal.ts';
import { change, type Visit } from '#domain/repair-order/visit.ts';

const isCurrent = ({ state, validUntil }: GatePass, now: Instant): boolean => state === 'issued' && validUntil > now;

/** The pass that would open the gate now, if any. */
export const currentPass = (visit: Visit, now: Instant): GatePass | null =>
  visit.passes.find((pass) => isCurrent(pass, now)) ?? null;

/** Refuses a second pass while one is valid. */
export const checkNoPass = (visit: Visit, now: Instant): Refusal | null =>
  currentPass(visit, now) ? refuse('pass_exists') : null;

/** A pass whose time ran out makes room for a new one. */
export function voidExpired(visit: Visit, now: Instant): Visit {
  const expired = visit.passes.find((pass) => pass.state === 'issued' && !isCurrent(pass, now));
  return expired ? change(visit, 'passes', expired, { state: 'void', voidedAt: now, voidReason: 'expired' }) : visit;
}
