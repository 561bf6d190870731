import { sql } from 'kysely';
import { shopDay, type PreferredTime } from '#domain/kernel/calendar.ts';
import { isRefusal } from '#domain/kernel/refusal.ts';
import { closeOutreach } from '#domain/outreach/attempt-outreach.ts';
import { planOutreach, type OutreachPlan } from '#domain/outreach/plan-outreach.ts';
import { firstTry } from '#domain/outreach/service-due.ts';
import { keptOutreach } from '#server/features/outreach/outreach.kept.ts';
import { actOn, keep } from '#server/features/record/on-aggregate.ts';
import type { Call } from '#server/http/call.ts';
import type { StoreSchedule } from '#server/jobs/task.ts';

/** At most so many in one go; the next hour finds the rest. */
const mostAtOnce = 500;

/** Plans an outreach for every car that is due and nobody looks after, and ends those whose car came anyway (R022, R292). */
export async function findDue(call: Call): Promise<{ planned: number; closed: number }> {
  const closed = await closeVisited(call);
  const due = await dueVehicles(call);
  for (const plan of due) keep(call, keptOutreach, { before: null, decision: planOutreach(plan, call) });
  return { planned: due.length, closed };
}

export const findDueHourly: StoreSchedule = {
  identifier: 'outreach.find_due',
  cron: '17 * * * *',
  inEachStore: async (call) => void (await findDue(call)),
};

/**
 * Cars whose next service comes within the lead by date, or by kilometres as the odometer is expected to stand now; with
 * an owner, no open visit, and neither a live nor an answered invitation to this same service. Cars that another process
 * plans for at this moment are left to it.
 */
async function dueVehicles(call: Call): Promise<OutreachPlan[]> {
  const { outreachLeadDays, outreachLeadKm } = call.settings;
  const { rows } = await sql<DueRow>`
    select v.vehicle_id, p.customer_id, v.next_service_on, v.next_service_km, c.preferred_call
    from vehicle v
    join vehicle_party p on p.store_id = v.store_id and p.vehicle_id = v.vehicle_id
      and p.relation = 'owner' and p.ended_at is null
    join customer c on c.store_id = p.store_id and c.customer_id = p.customer_id
    where v.store_id = ${call.actor.storeId}
      and (v.next_service_on <= ${shopDay(call.now)}::date + ${outreachLeadDays}::integer
        or v.next_service_km - ${outreachLeadKm}::integer <= v.odometer_km + coalesce(v.daily_km, 0)
          * greatest(0, extract(epoch from ${call.now}::timestamptz - v.odometer_at) / 86400))
      and not exists (select 1 from repair_order r
        where r.store_id = v.store_id and r.vehicle_id = v.vehicle_id and r.state in ('open', 'ready'))
      and not exists (select 1 from outreach o
        where o.store_id = v.store_id and o.vehicle_id = v.vehicle_id and o.topic = 'service_due'
          and (o.state in ('planned', 'invited')
            or (o.due_on is not distinct from v.next_service_on and o.due_km is not distinct from v.next_service_km)))
    order by v.next_service_on nulls last, v.vehicle_id
    limit ${mostAtOnce}
    for update of v skip locked`.execute(call.tx);
  return rows.map((row) => planOf(row, call));
}

type DueRow = {
  readonly vehicle_id: string;
  readonly customer_id: string;
  readonly next_service_on: string | null;
  readonly next_service_km: number | null;
  readonly preferred_call: PreferredTime | null;
};

const planOf = (row: DueRow, { now }: Call): OutreachPlan => ({
  topic: 'service_due',
  vehicleId: row.vehicle_id,
  customerId: row.customer_id,
  dueOn: row.next_service_on,
  dueKm: row.next_service_km,
  dueFrom: firstTry(shopDay(now), now, row.preferred_call),
  note: null,
  sourceOrderId: null,
});

/** Reminders of a service whose car was delivered after they were planned: the visit answered them. */
async function closeVisited(call: Call): Promise<number> {
  const live = await call.tx
    .selectFrom('outreach as o')
    .select(['o.outreach_id', 'o.version'])
    .where('o.store_id', '=', call.actor.storeId)
    .where('o.topic', '=', 'service_due')
    .where('o.state', 'in', ['planned', 'invited'])
    .where(({ exists, selectFrom }) =>
      exists(
        selectFrom('repair_order as r')
          .select('r.order_id')
          .whereRef('r.store_id', '=', 'o.store_id')
          .whereRef('r.vehicle_id', '=', 'o.vehicle_id')
          .whereRef('r.delivered_at', '>', 'o.created_at')
          .where('r.kind', 'not in', ['internal', 'pdi']),
      ),
    )
    .orderBy('o.outreach_id')
    .limit(mostAtOnce)
    .execute();
  let closed = 0;
  for (const { outreach_id: id, version } of live) {
    const input = { version, reason: '客户已到店 / The car came' };
    const done = await actOn(call, keptOutreach, { id, input, decide: closeOutreach });
    if (!isRefusal(done)) closed += 1;
  }
  return closed;
}
