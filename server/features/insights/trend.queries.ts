import { sql } from 'kysely';
import { checkPeriod } from '#domain/insights/kpi.ts';
import type { insightsContracts } from '#domain/insights/insights.contract.ts';
import { shopDayRange, shopZone } from '#domain/kernel/calendar.ts';
import type { InputOf, OutputOf } from '#domain/kernel/contract.ts';
import type { Refusal } from '#domain/kernel/refusal.ts';
import type { Call } from '#server/http/call.ts';

type Trend = (typeof insightsContracts)['trend'];

/** Each day of the period, those without a car too, counted from the rows. */
export async function readTrend({ tx, actor }: Call, { from, to }: InputOf<Trend>): Promise<OutputOf<Trend> | Refusal> {
  const refusal = checkPeriod(from, to);
  if (refusal) return refusal;
  const { storeId } = actor;
  const [first, last] = [shopDayRange(from).from, shopDayRange(to).until];
  const { rows } = await sql<OutputOf<Trend>['days'][number]>`
    with days as (select d::date as day from generate_series(${from}::date, ${to}::date, interval '1 day') d),
    ins as (select (arrived_at at time zone ${shopZone})::date as day, count(*)::int as arrived,
        count(appointment_id)::int as booked
      from repair_order where store_id = ${storeId} and arrived_at >= ${first} and arrived_at < ${last} group by 1),
    outs as (select (delivered_at at time zone ${shopZone})::date as day, * from repair_order
      where store_id = ${storeId} and delivered_at >= ${first} and delivered_at < ${last}),
    left_by_day as (select day, count(*)::int as delivered, count(first_promised_at)::int as promised,
        count(*) filter (where ready_at <= first_promised_at)::int as on_time from outs group by 1),
    settled as (select o.day, sum(s.settled_fen) filter (where l.kind in ('labour', 'diagnosis')) as labour,
        sum(s.settled_fen) filter (where l.kind = 'part') as parts,
        sum(s.settled_fen) filter (where l.kind not in ('labour', 'diagnosis', 'part')) as other
      from outs o
      join statement_line s on s.store_id = o.store_id and s.order_id = o.order_id and s.live
      join charge_line l on l.store_id = s.store_id and l.order_id = s.order_id and l.line_id = s.line_id group by 1)
    select days.day::text as day, coalesce(arrived, 0) as arrived, coalesce(booked, 0) as "byAppointment",
      coalesce(delivered, 0) as delivered, coalesce(promised, 0) as promised, coalesce(on_time, 0) as "onTime",
      coalesce(labour, 0)::bigint as "labourFen", coalesce(parts, 0)::bigint as "partsFen",
      coalesce(other, 0)::bigint as "otherFen"
    from days left join ins using (day) left join left_by_day using (day) left join settled using (day)
    order by days.day`.execute(tx);
  return { days: rows };
}
