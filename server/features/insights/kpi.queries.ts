import { sql } from 'kysely';
import { shopDayRange } from '#domain/kernel/calendar.ts';
import type { InputOf, OutputOf } from '#domain/kernel/contract.ts';
import type { Refusal } from '#domain/kernel/refusal.ts';
import { checkPeriod, figure, kpiKeys, type KpiKey } from '#domain/insights/kpi.ts';
import type { insightsContracts } from '#domain/insights/insights.contract.ts';
import type { Call } from '#server/http/call.ts';

type Kpi = (typeof insightsContracts)['kpi'];
type Counts = Readonly<Record<string, number>>;

/** The figures of a period of the shop, counted from the rows. */
export async function readKpi(call: Call, { from, to }: InputOf<Kpi>): Promise<OutputOf<Kpi> | Refusal> {
  const refusal = checkPeriod(from, to);
  if (refusal) return refusal;
  const period = { from: shopDayRange(from).from, until: shopDayRange(to).until };
  const counts = {
    ...(await visitCounts(call, period)),
    ...(await moneyCounts(call, period)),
    ...(await aroundCounts(call, period)),
  };
  return { from, to, figures: kpiKeys.map((key) => figure(key, counted(key, counts))) };
}

/** Which counts make a figure. */
const madeOf: Readonly<Record<KpiKey, readonly [numerator: string, denominator?: string]>> = {
  visits_in: ['visits_in'],
  visits_out: ['visits_out'],
  labour_revenue: ['labour'],
  parts_revenue: ['parts'],
  average_per_visit: ['revenue', 'visits_out'],
  appointment_rate: ['by_appointment', 'visits_in'],
  show_up_rate: ['arrived', 'appointments_due'],
  appointment_prompt: ['booked_prompt', 'booked_begun'],
  walk_in_prompt: ['walk_in_prompt', 'walk_in_begun'],
  on_time_delivery: ['on_time', 'promised'],
  first_pass: ['first_pass', 'inspected'],
  safety_done: ['safety_accepted', 'safety_offered'],
  add_on_rate: ['with_add_on', 'visits_out'],
  add_on_success: ['add_on_accepted', 'add_on_offered'],
  follow_up_timely: ['calls_timely', 'calls_due'],
  follow_up_reached: ['calls_done', 'calls_tried'],
  file_timely: ['files_timely', 'files_due'],
  complaint_rate: ['complaints', 'visits_in'],
  efficiency: ['sold_seconds', 'punched_seconds'],
};

function counted(key: KpiKey, counts: Counts) {
  const [numerator, denominator] = madeOf[key];
  const of = (name: string) => Number(counts[name] ?? 0);
  return { numerator: of(numerator), denominator: denominator === undefined ? null : of(denominator) };
}

type Period = { readonly from: string; readonly until: string };

async function visitCounts({ tx, actor }: Call, { from, until }: Period): Promise<Counts> {
  const { storeId } = actor;
  const { rows } = await sql<Counts>`
    with outs as (select * from repair_order where store_id = ${storeId} and delivered_at >= ${from} and delivered_at < ${until}),
    ins as (select * from repair_order where store_id = ${storeId} and arrived_at >= ${from} and arrived_at < ${until}),
    begun as (select i.appointment_id is not null as booked, min(p.started_at) - i.arrived_at <= interval '60 minutes' as prompt
      from ins i join punch p on p.store_id = i.store_id and p.order_id = i.order_id
      group by i.order_id, i.appointment_id, i.arrived_at),
    firsts as (select distinct on (i.order_id) i.result from inspection i
      join outs o on o.store_id = i.store_id and o.order_id = i.order_id
      where i.kind = 'final_inspection' order by i.order_id, i.inspected_at),
    added as (select l.order_id, l.decision from charge_line l
      join outs o on o.store_id = l.store_id and o.order_id = l.order_id
      join authorization_version v on v.store_id = l.store_id and v.order_id = l.order_id and v.version_id = l.version_id
      where v.version_no > 1 and v.state = 'decided' and l.removed_at is null),
    safety as (select l.decision from charge_line l
      join outs o on o.store_id = l.store_id and o.order_id = l.order_id
      join authorization_version v on v.store_id = l.store_id and v.order_id = l.order_id and v.version_id = l.version_id
      where l.necessity = 'safety' and v.state = 'decided' and l.removed_at is null)
    select (select count(*) from ins)::int as visits_in, (select count(*) from outs)::int as visits_out,
      (select count(*) from ins where appointment_id is not null)::int as by_appointment,
      (select count(*) from begun where booked)::int as booked_begun,
      (select count(*) from begun where booked and prompt)::int as booked_prompt,
      (select count(*) from begun where not booked)::int as walk_in_begun,
      (select count(*) from begun where not booked and prompt)::int as walk_in_prompt,
      (select count(*) from outs where first_promised_at is not null)::int as promised,
      (select count(*) from outs where ready_at <= first_promised_at)::int as on_time,
      (select count(*) from firsts)::int as inspected,
      (select count(*) from firsts where result = 'pass')::int as first_pass,
      (select count(*) from safety)::int as safety_offered,
      (select count(*) from safety where decision = 'accepted')::int as safety_accepted,
      (select count(distinct order_id) from added)::int as with_add_on,
      (select count(*) from added)::int as add_on_offered,
      (select count(*) from added where decision in ('accepted', 'revoked'))::int as add_on_accepted`.execute(tx);
  return rows[0] ?? {};
}

/** What delivered orders settled, by kind of line, and the hours behind it. */
async function moneyCounts({ tx, actor }: Call, { from, until }: Period): Promise<Counts> {
  const { storeId } = actor;
  const { rows } = await sql<Counts>`
    with settled as (select l.kind, l.flat_rate_hours_centi as hours, s.settled_fen as fen
      from repair_order o
      join statement_line s on s.store_id = o.store_id and s.order_id = o.order_id and s.live
      join charge_line l on l.store_id = s.store_id and l.order_id = s.order_id and l.line_id = s.line_id
      where o.store_id = ${storeId} and o.delivered_at >= ${from} and o.delivered_at < ${until})
    select coalesce(sum(fen), 0)::bigint as revenue,
      coalesce(sum(fen) filter (where kind in ('labour', 'diagnosis')), 0)::bigint as labour,
      coalesce(sum(fen) filter (where kind = 'part'), 0)::bigint as parts,
      coalesce(sum(hours) filter (where kind in ('labour', 'diagnosis')), 0)::bigint * 36 as sold_seconds,
      (select coalesce(sum(extract(epoch from p.ended_at - p.started_at)), 0)::bigint from punch p
        join repair_order o on o.store_id = p.store_id and o.order_id = p.order_id
        where o.store_id = ${storeId} and o.delivered_at >= ${from} and o.delivered_at < ${until}
          and p.ended_at is not null) as punched_seconds
    from settled`.execute(tx);
  return rows[0] ?? {};
}

async function aroundCounts({ tx, actor, now }: Call, { from, until }: Period): Promise<Counts> {
  const { storeId } = actor;
  const { rows } = await sql<Counts>`
    with calls as (select *, due_by < ${now}::timestamptz as over from follow_up
      where store_id = ${storeId} and kind = 'quality_call' and state <> 'cancelled' and due_by >= ${from} and due_by < ${until}),
    files as (select * from customer where store_id = ${storeId} and file_due_at >= ${from} and file_due_at < ${until}
      and (file_due_at < ${now}::timestamptz or file_completed_at is not null)),
    tags as (select * from appointment where store_id = ${storeId} and starts_at >= ${from} and starts_at < ${until}
      and starts_at < ${now}::timestamptz and (state in ('confirmed', 'arrived') or (state = 'no_show' and confirmed_at is not null)))
    select (select count(*) from calls where over or done_at is not null)::int as calls_due,
      (select count(*) from calls where done_at <= due_by)::int as calls_timely,
      (select count(*) from calls where attempts > 0)::int as calls_tried,
      (select count(*) from calls where state = 'done')::int as calls_done,
      (select count(*) from files)::int as files_due,
      (select count(*) from files where file_completed_at <= file_due_at)::int as files_timely,
      (select count(*) from tags)::int as appointments_due,
      (select count(*) from tags where state = 'arrived')::int as arrived,
      (select count(*) from complaint where store_id = ${storeId} and created_at >= ${from}
        and created_at < ${until})::int as complaints`.execute(tx);
  return rows[0] ?? {};
}
