import { sql } from 'kysely';
import type { WorkState } from '#domain/estimate/charge-line.ts';
import type { InputOf, OutputOf } from '#domain/kernel/contract.ts';
import { staffIdOf } from '#domain/kernel/decision.ts';
import type { Trade } from '#domain/staff/staff.ts';
import { itemsToCheck } from '#domain/quality/check-items.ts';
import { pointsShown } from '#domain/workshop/job-view.ts';
import type { workshopListContracts } from '#domain/workshop/workshop-lists.contract.ts';
import { paged } from '#server/features/store/paged.ts';
import { carsOf, checkedLines, workersOf } from '#server/features/workshop/checks.queries.ts';
import type { Call } from '#server/http/call.ts';

type Contracts = typeof workshopListContracts;
type Home = OutputOf<Contracts['inspectorHome']>;
type Rework = OutputOf<Contracts['rework']>;

/** Something granted on this car is not done and checked yet. */
const unfinished = sql<boolean>`exists (select from charge_line u
  where u.store_id = l.store_id and u.order_id = l.order_id and u.removed_at is null and (
    u.work_state in ('queued', 'working', 'paused')
    or u.work_state = 'self_checked' and o.leader_check_waived_reason is null
    or u.decision = 'accepted' and u.kind = 'part' and u.part_state not in ('issued', 'returned')
    or u.decision = 'accepted' and u.kind in ('sublet', 'other') and u.performed_at is null))`;

/** Cars whose every line is done and checked: they wait for the final inspection (R183). */
export async function inspectorHome(call: Call): Promise<Home> {
  const rows = await checkedLines(call)
    .where('l.work_state', 'in', ['self_checked', 'leader_checked', 'inspected'])
    .where((eb) => eb.not(unfinished))
    .execute();
  const worked = await workedOn(call, [...new Set(rows.map(({ orderId }) => orderId))]);
  const cars = carsOf(call, rows, 'final_inspection');
  return {
    cars: cars.map((car) => ({ ...car, checkPoints: pointsOf(car.lines), workedOnIt: worked.has(car.orderId) })),
  };
}

function pointsOf(lines: readonly { readonly trade: Trade | null }[]): Home['cars'][number]['checkPoints'] {
  const trades = lines.flatMap(({ trade }) => trade ?? []);
  return pointsShown(itemsToCheck('final_inspection', { trades, categories: [] }));
}

/** Orders among these on which the one who asks has worked. */
async function workedOn({ tx, actor }: Call, orderIds: readonly string[]): Promise<ReadonlySet<string>> {
  if (orderIds.length === 0) return new Set();
  const rows = await tx
    .selectFrom('participation')
    .select('order_id')
    .where('store_id', '=', actor.storeId)
    .where('order_id', 'in', orderIds)
    .where('staff_id', '=', staffIdOf(actor))
    .where('capacity', '=', 'work')
    .execute();
  return new Set(rows.map((row) => row.order_id));
}

type Failure = Rework['items'][number]['failures'][number];

const failures = sql<Failure[]>`coalesce((select jsonb_agg(jsonb_build_object('kind', i.kind,
    'at', to_char(i.inspected_at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"'), 'byName', s.name,
    'reason', coalesce(i.advice, i.note)) order by i.inspected_at desc)
  from inspection i left join staff s on s.store_id = i.store_id and s.staff_id = i.inspector_id
  where i.store_id = l.store_id and i.order_id = l.order_id and i.result = 'fail'
    and (i.line_id is null or i.line_id = l.line_id)), '[]')`;

/** Lines of cars in the shop that failed a check, the most urgent promise first (R188). */
export async function reworkList(call: Call, { limit, offset }: InputOf<Contracts['rework']>): Promise<Rework> {
  const rows = await call.tx
    .selectFrom('repair_order as o')
    .innerJoin('charge_line as l', (join) =>
      join.onRef('l.store_id', '=', 'o.store_id').onRef('l.order_id', '=', 'o.order_id'),
    )
    .innerJoin('vehicle as v', (join) =>
      join.onRef('v.store_id', '=', 'o.store_id').onRef('v.vehicle_id', '=', 'o.vehicle_id'),
    )
    .select([
      'o.order_id as orderId',
      'o.order_no as orderNo',
      'v.plate',
      'l.line_id as lineId',
      'l.description',
      sql<WorkState>`l.work_state`.as('workState'),
      'l.rework_count as reworkCount',
      workersOf.as('technicians'),
      failures.as('failures'),
      'o.promised_at as promisedAt',
      sql<number>`count(*) over ()`.as('total'),
    ])
    .where('o.store_id', '=', call.actor.storeId)
    .where('o.state', 'in', ['open', 'ready'])
    .where('l.rework_count', '>', 0)
    .where('l.work_state', 'is not', null)
    .orderBy('o.promised_at', (promised) => promised.asc().nullsLast())
    .orderBy('l.line_no')
    .limit(limit)
    .offset(offset)
    .execute();
  return paged(rows);
}
