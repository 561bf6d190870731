import { sql } from 'kysely';
import type { ContactChannel, ConsentPurpose } from '#domain/customer/customer.ts';
import type { PreferredTime } from '#domain/kernel/calendar.ts';
import type { InputOf, OutputOf } from '#domain/kernel/contract.ts';
import { maskPhone } from '#domain/kernel/phone.ts';
import { refuse, type Refusal } from '#domain/kernel/refusal.ts';
import type { InviteFacts } from '#domain/outreach/attempt-outreach.ts';
import type { outreachContracts } from '#domain/outreach/outreach.contract.ts';
import type { OutreachTopic } from '#domain/outreach/outreach.ts';
import type { Call } from '#server/http/call.ts';

type List = typeof outreachContracts.list;
type Detail = typeof outreachContracts.detail;

/** What an invitation on a topic needs consent for. */
export const purposeOf = (topic: OutreachTopic): ConsentPurpose =>
  topic === 'service_due' || topic === 'recommended_job' ? 'service_reminder' : 'campaign';

/** Whom to invite, in the order of their preferred time. */
export async function listOutreach(call: Call, input: InputOf<List>): Promise<OutputOf<List>> {
  const matching = matchingRows(call, input);
  const { total } = await matching.select(({ fn }) => fn.countAll<number>().as('total')).executeTakeFirstOrThrow();
  const rows = await viewed(matching)
    .orderBy(sql`coalesce(o.next_try_at, o.due_from)`)
    .orderBy('o.outreach_id')
    .limit(input.limit)
    .offset(input.offset)
    .execute();
  return { total, items: rows.map(masked) };
}

export async function outreachDetail(call: Call, { outreachId }: InputOf<Detail>): Promise<OutputOf<Detail> | Refusal> {
  const of = call.tx
    .selectFrom('outreach as o')
    .where('o.store_id', '=', call.actor.storeId)
    .where('o.outreach_id', '=', outreachId);
  const row = await viewed(of).executeTakeFirst();
  if (!row) return refuse('not_found');
  const attemptList = await call.tx
    .selectFrom('outreach_attempt as a')
    .leftJoin('staff as s', (join) =>
      join.onRef('s.store_id', '=', 'a.store_id').onRef('s.staff_id', '=', 'a.tried_by'),
    )
    .select([
      'a.attempt_id as attemptId',
      'a.channel',
      'a.result',
      'a.note',
      'a.tried_by as triedBy',
      'a.tried_at as triedAt',
      's.name as byName',
    ])
    .where('a.store_id', '=', call.actor.storeId)
    .where('a.outreach_id', '=', outreachId)
    .orderBy('a.tried_at')
    .execute();
  return { ...masked(row), attemptList };
}

/** Channels the customer consented to for the topic, and the time they like. */
export async function inviteFacts(
  { tx, actor }: Call,
  { customerId, topic }: { readonly customerId: string; readonly topic: OutreachTopic },
): Promise<InviteFacts> {
  const customer = await tx
    .selectFrom('customer')
    .select('preferred_call')
    .where('store_id', '=', actor.storeId)
    .where('customer_id', '=', customerId)
    .executeTakeFirst();
  const consents = await tx
    .selectFrom('consent')
    .select('channel')
    .where('store_id', '=', actor.storeId)
    .where('customer_id', '=', customerId)
    .where('purpose', '=', purposeOf(topic))
    .where('withdrawn_at', 'is', null)
    .execute();
  return {
    channels: consents.map(({ channel }) => channel),
    preferred: (customer?.preferred_call ?? null) as PreferredTime | null,
  };
}

function matchingRows(call: Call, { show, state, topic, vehicleId }: InputOf<List>) {
  let rows = call.tx.selectFrom('outreach as o').where('o.store_id', '=', call.actor.storeId);
  if (show !== 'all') rows = rows.where('o.state', 'in', ['planned', 'invited']);
  if (show === 'due') rows = rows.where(sql`coalesce(o.next_try_at, o.due_from)`, '<=', call.now).where(carElsewhere);
  if (state) rows = rows.where('o.state', '=', state);
  if (topic) rows = rows.where('o.topic', '=', topic);
  return vehicleId ? rows.where('o.vehicle_id', '=', vehicleId) : rows;
}

/** A car that is in the shop is spoken of there. */
const carElsewhere = sql<boolean>`not exists (select 1 from repair_order r
  where r.store_id = o.store_id and r.vehicle_id = o.vehicle_id and r.state in ('open', 'ready'))`;

const consented = sql<ContactChannel[]>`array(
  select k.channel from consent k
  where k.store_id = o.store_id and k.customer_id = o.customer_id and k.withdrawn_at is null
    and k.purpose::text = case when o.topic in ('service_due', 'recommended_job') then 'service_reminder' else 'campaign' end
  order by k.channel)`;

function viewed(rows: ReturnType<typeof matchingRows>) {
  return rows
    .innerJoin('customer as c', (join) =>
      join.onRef('c.store_id', '=', 'o.store_id').onRef('c.customer_id', '=', 'o.customer_id'),
    )
    .innerJoin('vehicle as v', (join) =>
      join.onRef('v.store_id', '=', 'o.store_id').onRef('v.vehicle_id', '=', 'o.vehicle_id'),
    )
    .select([
      'o.outreach_id as outreachId',
      'o.topic',
      'o.state',
      'o.vehicle_id as vehicleId',
      'o.customer_id as customerId',
      'o.due_on as dueOn',
      'o.due_km as dueKm',
      'o.due_from as dueFrom',
      'o.note',
      'o.source_order_id as sourceOrderId',
      'o.appointment_id as appointmentId',
      'o.next_try_at as nextTryAt',
      'o.attempts',
      'o.version',
      'o.created_at as createdAt',
      'c.name as customerName',
      'c.salutation',
      'c.phone',
      sql<PreferredTime | null>`c.preferred_call`.as('preferredCall'),
      'v.plate',
      'v.brand',
      'v.model',
      'v.odometer_km as odometerKm',
      consented.as('channels'),
    ]);
}

const masked = <Row extends { readonly phone: string | null }>(row: Row): Row => ({
  ...row,
  phone: row.phone && maskPhone(row.phone),
});
