import type { InputOf, OutputOf } from '#domain/kernel/contract.ts';
import { isRefusal, refuse, type Refusal } from '#domain/kernel/refusal.ts';
import { bookOutreach } from '#domain/outreach/attempt-outreach.ts';
import type { outreachContracts } from '#domain/outreach/outreach.contract.ts';
import { planOutreach } from '#domain/outreach/plan-outreach.ts';
import { keptOutreach } from '#server/features/outreach/outreach.kept.ts';
import { liveOutreach } from '#server/features/outreach/plan-service-reminder.ts';
import { actOn, keep } from '#server/features/record/on-aggregate.ts';
import type { Call } from '#server/http/call.ts';

type Plan = typeof outreachContracts.plan;

/** Plans an invitation by hand: a campaign, a recommended job, a customer long not seen (R267, R292). */
export async function plan(call: Call, input: InputOf<Plan>): Promise<OutputOf<Plan> | Refusal> {
  const { tryAt, note, ...what } = input;
  const unknown = await unknownField(call, input);
  if (unknown) return refuse('not_found', { field: unknown });
  if (await liveOutreach(call, input.vehicleId, input.topic)) return refuse('outreach_exists', { field: 'topic' });
  const planned = { ...what, note: note ?? null, dueFrom: tryAt ?? call.now, sourceOrderId: null };
  const decision = planOutreach(planned, call);
  keep(call, keptOutreach, { before: null, decision });
  return { outreachId: decision.output };
}

/** The invitation led to an appointment (called by it, in its transaction). */
export async function markBooked(call: Call, outreachId: string, appointmentId: string): Promise<Refusal | null> {
  const done = await actOn(call, keptOutreach, { id: outreachId, input: { appointmentId }, decide: bookOutreach });
  return isRefusal(done) ? done : null;
}

async function unknownField({ tx, actor }: Call, { vehicleId, customerId }: InputOf<Plan>) {
  const vehicle = await tx
    .selectFrom('vehicle')
    .select('vehicle_id')
    .where('store_id', '=', actor.storeId)
    .where('vehicle_id', '=', vehicleId)
    .executeTakeFirst();
  if (!vehicle) return 'vehicleId';
  const customer = await tx
    .selectFrom('customer')
    .select('customer_id')
    .where('store_id', '=', actor.storeId)
    .where('customer_id', '=', customerId)
    .executeTakeFirst();
  return customer ? null : 'customerId';
}
