import { sql } from 'kysely';
import { addMinutes, minutesBetween, shopDay, shopDayRange } from '#domain/kernel/calendar.ts';
import type { OutputOf } from '#domain/kernel/contract.ts';
import type { insightsContracts } from '#domain/insights/insights.contract.ts';
import { wheelSteps } from '#domain/kernel/wheel.ts';
import { promiseLight } from '#domain/repair-order/promise-light.ts';
import type { RepairOrder } from '#domain/repair-order/repair-order.ts';
import type { Call } from '#server/http/call.ts';

type Home = OutputOf<(typeof insightsContracts)['managerHome']>;
type Car = Omit<Home['promises'][number], 'promisedAt' | 'minutesLeft' | 'light'>;

/** No list of the page is longer; more is on the pages behind it. */
const longest = 100;

const car = sql`o.order_id as "orderId", o.order_no as "orderNo", v.plate, trim(v.brand || ' ' || v.model) as model, o.step,
  a.name as "advisorName"`;
const cars = sql`repair_order o
  join vehicle v on v.store_id = o.store_id and v.vehicle_id = o.vehicle_id
  join staff a on a.store_id = o.store_id and a.staff_id = o.advisor_id`;

/** What the service manager must know now: cars, promises, money, waits, complaints, the day so far. */
export async function managerHome(call: Call): Promise<Home> {
  return {
    now: call.now,
    steps: await steps(call),
    promises: await promises(call),
    unpaid: await unpaid(call),
    waits: await waits(call),
    complaints: await complaints(call),
    today: await today(call),
  };
}

/** Cars by step; before the shop and after it those whom somebody must call or expects today. */
async function steps({ tx, actor, now }: Call): Promise<Home['steps']> {
  const { storeId } = actor;
  const { from, until } = shopDayRange(shopDay(now));
  const { rows } = await sql<Home['steps'][number]>`
    select step::text, count(*)::int as cars from repair_order where store_id = ${storeId} and state in ('open', 'ready') group by 1
    union all select 'outreach', count(*)::int from outreach where store_id = ${storeId} and state = 'planned'
      and due_from <= ${now}::timestamptz
    union all select 'appointment', count(*)::int from appointment where store_id = ${storeId}
      and state in ('requested', 'confirmed') and starts_at >= ${from} and starts_at < ${until}
    union all select 'followup', count(*)::int from follow_up where store_id = ${storeId}
      and state in ('planned', 'trying') and due_from <= ${now}::timestamptz`.execute(tx);
  const of = (wanted: string) => rows.filter(({ step }) => step === wanted).reduce((all, { cars: n }) => all + n, 0);
  return wheelSteps.map((step) => ({ step, cars: of(step) }));
}

/** By the same light as on every list: a ready car kept its promise or broke it when it became ready, not by the hour it is fetched. */
async function promises({ tx, actor, now, settings }: Call): Promise<Home['promises']> {
  const soon = addMinutes(now, settings.promiseRiskMinutes);
  const { rows } = await sql<Car & Pick<RepairOrder, 'state' | 'readyAt'> & { promisedAt: string }>`
    select ${car}, o.state, o.ready_at as "readyAt", o.promised_at as "promisedAt" from ${cars}
    where o.store_id = ${actor.storeId} and o.state in ('open', 'ready') and o.promised_at <= ${soon}::timestamptz
      and (o.state = 'open' or coalesce(o.ready_at, ${now}::timestamptz) > o.promised_at)
    order by o.promised_at limit ${longest}`.execute(tx);
  return rows.flatMap(({ state, readyAt, ...row }) => {
    const light = promiseLight({ ...row, state, readyAt }, now, settings.promiseRiskMinutes);
    const minutesLeft = minutesBetween(state === 'ready' && readyAt ? readyAt : now, row.promisedAt);
    return light === 'red' || light === 'orange' ? [{ ...row, minutesLeft, light }] : [];
  });
}

async function unpaid({ tx, actor }: Call): Promise<Home['unpaid']> {
  const { rows } = await sql<Home['unpaid'][number]>`
    select ${car}, s.total_fen as "totalFen", s.presented_at as since,
      (s.total_fen - coalesce((select sum(p.amount_fen) from payment_allocation p where p.store_id = s.store_id
        and p.order_id = s.order_id and p.statement_id = s.statement_id), 0)
        - coalesce((select sum(n.amount_fen) from credit_note n where n.store_id = s.store_id
        and n.order_id = s.order_id and n.statement_id = s.statement_id), 0))::bigint as "dueFen"
    from statement s join ${cars} on o.store_id = s.store_id and o.order_id = s.order_id
    where s.store_id = ${actor.storeId} and s.payer = 'customer' and s.state in ('presented', 'signed', 'credited')
      and s.total_fen > 0
    order by s.presented_at limit ${longest}`.execute(tx);
  return rows;
}

async function waits({ tx, actor, now }: Call): Promise<Home['waits']> {
  const { rows } = await sql<Omit<Home['waits'][number], 'minutes'>>`
    select ${car}, w.reason, w.note, w.since, w.expected_until as "expectedUntil"
    from wait w join ${cars} on o.store_id = w.store_id and o.order_id = w.order_id
    where w.store_id = ${actor.storeId} and w.ended_at is null and o.state in ('open', 'ready')
    order by w.since limit ${longest}`.execute(tx);
  return rows.map((row) => ({ ...row, minutes: minutesBetween(row.since, now) }));
}

async function complaints({ tx, actor, now }: Call): Promise<Home['complaints']> {
  const rows = await tx
    .selectFrom('complaint as c')
    .innerJoin('customer as k', (on) =>
      on.onRef('k.store_id', '=', 'c.store_id').onRef('k.customer_id', '=', 'c.customer_id'),
    )
    .leftJoin('staff as s', (on) => on.onRef('s.store_id', '=', 'c.store_id').onRef('s.staff_id', '=', 'c.assignee_id'))
    .select(['c.complaint_id as complaintId', 'c.complaint_no as complaintNo', 'c.state', 'c.level'])
    .select(['k.name as customerName', 'c.respond_by as respondBy', 's.name as assigneeName', 'c.responded_at'])
    .where('c.store_id', '=', actor.storeId)
    .where('c.state', '<>', 'closed')
    .orderBy('c.respond_by')
    .limit(longest)
    .execute();
  return rows.map(({ responded_at, ...row }) => ({ ...row, overdue: responded_at === null && row.respondBy < now }));
}

async function today({ tx, actor, now }: Call): Promise<Home['today']> {
  const { storeId } = actor;
  const { from, until } = shopDayRange(shopDay(now));
  const { rows } = await sql<Home['today']>`select
    (select count(*) from repair_order where store_id = ${storeId} and arrived_at >= ${from}
      and arrived_at < ${until})::int as arrived,
    (select count(*) from repair_order where store_id = ${storeId} and delivered_at >= ${from}
      and delivered_at < ${until})::int as delivered,
    (select count(*) from repair_order where store_id = ${storeId} and state in ('open', 'ready')
      and away_since is null)::int as "inShop",
    (select coalesce(sum(case kind when 'refund' then -amount_fen else amount_fen end), 0) from payment
      where store_id = ${storeId} and taken_at >= ${from} and taken_at < ${until})::bigint as "takingsFen",
    (select count(*) from appointment where store_id = ${storeId} and state <> 'cancelled' and starts_at >= ${from}
      and starts_at < ${until})::int as appointments,
    (select count(*) from appointment where store_id = ${storeId} and state = 'arrived' and starts_at >= ${from}
      and starts_at < ${until})::int as "appointmentsArrived"`.execute(tx);
  const [row] = rows;
  if (!row) throw new Error('counting answers one row');
  return row;
}
