import { addDays, atPreferredTime, shopDateTime, shopDay, type PreferredTime } from '#domain/kernel/calendar.ts';
import type { Context, Decision } from '#domain/kernel/decision.ts';
import type { FollowUpFile, FollowUpKind } from '#domain/followup/follow-up.ts';
import type { Visit } from '#domain/repair-order/visit.ts';
import { statementOf } from '#domain/repair-order/visit.rules.ts';

type Planning = Pick<Context, 'now' | 'newId' | 'settings'>;

/** The two calls after a visit (R260, R261), at the customer's preferred time (R218, R237); none for the shop's own cars. */
export function planFollowUpsOf(visit: Visit, context: Planning): readonly Decision<FollowUpFile, string>[] {
  if (visit.order.kind === 'internal' || visit.order.kind === 'pdi') return [];
  return [plan(visit, 'quality_call', context), plan(visit, 'relationship_call', context)];
}

/** When the customer of a visit likes to be called: as the statement says, else as on file. */
export const preferredCallOf = (visit: Visit): PreferredTime | null =>
  statementOf(visit, 'customer')?.preferredCall ?? visit.customer.preferredCall;

function plan(visit: Visit, kind: FollowUpKind, { now, newId, settings }: Planning): Decision<FollowUpFile, string> {
  const { order } = visit;
  const { fromDays, byDays } = kind === 'quality_call' ? settings.qualityCall : settings.relationshipCall;
  const today = shopDay(now);
  const dueBy = shopDateTime(addDays(today, byDays), '20:00');
  const dueFrom = withinTerm(atPreferredTime(addDays(today, fromDays), preferredCallOf(visit)), dueBy, visit);
  const followUp = {
    ...empty,
    followUpId: newId(),
    kind,
    orderId: order.orderId,
    customerId: order.customerId,
    vehicleId: order.vehicleId,
    dueFrom,
    dueBy,
    nextTryAt: dueFrom,
    createdAt: now,
  };
  const { followUpId, orderId, vehicleId, customerId } = followUp;
  const payload = { kind, orderId, vehicleId, customerId, dueFrom, dueBy };
  return { next: { followUp, attempts: [] }, activity: { action: 'plan', payload }, output: followUpId };
}

/** The term wins where the customer's days come too late: then their hour on the last day. */
function withinTerm(wanted: string, dueBy: string, visit: Visit): string {
  if (wanted <= dueBy) return wanted;
  return shopDateTime(shopDay(dueBy), preferredCallOf(visit)?.from ?? '10:00');
}

const empty = {
  state: 'planned',
  attempts: 0,
  answers: null,
  opinion: null,
  newNeeds: null,
  satisfied: null,
  recommendScore: null,
  agentId: null,
  doneAt: null,
  complaintId: null,
  chainSeq: 0,
  chainHash: '',
  version: 1,
} as const;
