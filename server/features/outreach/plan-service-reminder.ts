import { loadLocked } from '#db/aggregate/load.ts';
import { outreachShape } from '#db/aggregate/outreach-shape.ts';
import { preferredCallOf } from '#domain/followup/plan-follow-ups.ts';
import type { OutreachFile, OutreachTopic } from '#domain/outreach/outreach.ts';
import { planOutreach, renewOutreach, type OutreachPlan } from '#domain/outreach/plan-outreach.ts';
import { firstTry, inviteFrom } from '#domain/outreach/service-due.ts';
import type { Visit } from '#domain/repair-order/visit.ts';
import { statementOf } from '#domain/repair-order/visit.rules.ts';
import { keptOutreach } from '#server/features/outreach/outreach.kept.ts';
import { keep } from '#server/features/record/on-aggregate.ts';
import type { Call } from '#server/http/call.ts';

/**
 * Plans the reminder of the next service that the customer's statement names (R236), or brings the car's live one up to
 * date. Nothing for the shop's own cars, or where the statement names none.
 */
export async function planServiceReminder(call: Call, visit: Visit): Promise<void> {
  const plan = reminderOf(call, visit);
  if (plan) await planOrRenew(call, plan);
}

/** One live outreach per car and topic: the live one is renewed, else one is planned. */
export async function planOrRenew(call: Call, plan: OutreachPlan): Promise<string> {
  const live = await liveOutreach(call, plan.vehicleId, plan.topic);
  const decision = live ? renewOutreach(live, plan) : planOutreach(plan, call);
  keep(call, keptOutreach, { before: live, decision });
  return decision.output;
}

/** The live outreach of a car on a topic, locked; null when there is none. */
export async function liveOutreach(call: Call, vehicleId: string, topic: OutreachTopic): Promise<OutreachFile | null> {
  const row = await call.tx
    .selectFrom('outreach')
    .select('outreach_id')
    .where('store_id', '=', call.actor.storeId)
    .where('vehicle_id', '=', vehicleId)
    .where('topic', '=', topic)
    .where('state', 'in', ['planned', 'invited'])
    .executeTakeFirst();
  const live = row && (await loadLocked<OutreachFile>(call.tx, outreachShape, row.outreach_id));
  return live && (live.outreach.state === 'planned' || live.outreach.state === 'invited') ? live : null;
}

function reminderOf({ now, settings }: Call, visit: Visit): OutreachPlan | null {
  const { order, vehicle } = visit;
  if (order.kind === 'internal' || order.kind === 'pdi') return null;
  const statement = statementOf(visit, 'customer');
  const due = { dueOn: statement?.nextServiceOn ?? null, dueKm: statement?.nextServiceKm ?? null };
  const day = inviteFrom({ ...vehicle, ...due }, now, settings);
  if (day === null) return null;
  return {
    ...due,
    topic: 'service_due',
    vehicleId: order.vehicleId,
    customerId: order.customerId,
    dueFrom: firstTry(day, now, preferredCallOf(visit)),
    note: null,
    sourceOrderId: order.orderId,
  };
}
