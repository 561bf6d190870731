import { planFollowUpsOf } from '#domain/followup/plan-follow-ups.ts';
import type { Visit } from '#domain/repair-order/visit.ts';
import { keptFollowUp } from '#server/features/followup/follow-up.kept.ts';
import { keep } from '#server/features/record/on-aggregate.ts';
import type { Call } from '#server/http/call.ts';

/** Plans quality and relationship call of a visit just delivered (R260, R261). Call it once per visit, in the delivery's transaction. */
export function planFollowUps(call: Call, visit: Visit): void {
  for (const decision of planFollowUpsOf(visit, call)) keep(call, keptFollowUp, { before: null, decision });
}
