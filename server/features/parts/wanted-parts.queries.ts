import { sql, type Kysely } from 'kysely';
import type { DB } from '#db/generated/schema.ts';
import type { PartState } from '#domain/estimate/charge-line.ts';
import type { InputOf, OutputOf } from '#domain/kernel/contract.ts';
import type { counterContracts } from '#domain/parts/counter.contract.ts';
import { paged } from '#server/features/store/paged.ts';
import type { Call } from '#server/http/call.ts';

type Contracts = typeof counterContracts;
type Query<Name extends keyof Contracts> = InputOf<Contracts[Name]>;
type Answer<Name extends keyof Contracts> = OutputOf<Contracts[Name]>;

const all = sql<number>`count(*) over ()`.as('total');

/** Part lines of open orders that are agreed and not yet all out. */
export const wantedLines = (tx: Kysely<DB>, storeId: string) =>
  tx
    .selectFrom('charge_line as l')
    .innerJoin('repair_order as o', (join) =>
      join.onRef('o.store_id', '=', 'l.store_id').onRef('o.order_id', '=', 'l.order_id'),
    )
    .innerJoin('vehicle as v', (join) =>
      join.onRef('v.store_id', '=', 'o.store_id').onRef('v.vehicle_id', '=', 'o.vehicle_id'),
    )
    .innerJoin('part as p', (join) => join.onRef('p.store_id', '=', 'l.store_id').onRef('p.part_id', '=', 'l.part_id'))
    .select([
      'l.order_id as orderId',
      'o.order_no as orderNo',
      'v.plate',
      'l.line_id as lineId',
      'l.version as lineVersion',
      'p.part_id as partId',
      'p.code',
      'p.name',
      'p.name_en as nameEn',
      'p.unit',
      'p.bin',
      sql<PartState>`l.part_state`.as('partState'),
      sql<number>`l.qty_milli - l.issued_qty_milli`.as('openMilli'),
      'l.reserved_qty_milli as reservedMilli',
      'o.promised_at as promisedAt',
    ])
    .where('l.store_id', '=', storeId)
    .where('l.part_state', 'in', ['requested', 'reserved', 'backordered'])
    .where('l.decision', '=', 'accepted')
    .where('l.removed_at', 'is', null)
    .where('o.state', '=', 'open');

/** Who works on the job that a part belongs to, by its present plan. */
const drawer = (column: 'technician_id' | 'name') => sql<string | null>`(select ${sql.ref(column)}
  from assignment a join staff s on s.store_id = a.store_id and s.staff_id = a.technician_id
  where a.store_id = l.store_id and a.order_id = l.order_id and a.state = 'planned'
    and (l.parent_line_id is null or a.line_id = l.parent_line_id)
  order by a.planned_from limit 1)`;

/** What to pick, by bin; what was put aside and waits for its technician (R159). */
export async function pickRequests(
  { tx, actor }: Call,
  { limit, offset }: Query<'requests'>,
): Promise<Answer<'requests'>> {
  const rows = await wantedLines(tx, actor.storeId)
    .select([
      'o.priority',
      'o.in_workshop_since as inWorkshopSince',
      drawer('technician_id').as('technicianId'),
      drawer('name').as('technicianName'),
      all,
    ])
    .where('l.part_state', 'in', ['requested', 'reserved'])
    .orderBy('p.bin')
    .orderBy('p.code')
    .orderBy('o.promised_at', (promised) => promised.asc().nullsLast())
    .limit(limit)
    .offset(offset)
    .execute();
  return paged(rows);
}

const waitsSince = sql<string | null>`(select min(w.since) from wait w where w.store_id = l.store_id
  and w.order_id = l.order_id and w.line_id = l.line_id and w.reason = 'parts' and w.ended_at is null)`;

/** What cars wait for, who came first in front (R111). */
export async function shortages(
  { tx, actor }: Call,
  { limit, offset }: Query<'shortages'>,
): Promise<Answer<'shortages'>> {
  const rows = await wantedLines(tx, actor.storeId)
    .innerJoin('staff as s', (join) =>
      join.onRef('s.store_id', '=', 'o.store_id').onRef('s.staff_id', '=', 'o.advisor_id'),
    )
    .leftJoin('stock as k', (join) => join.onRef('k.store_id', '=', 'l.store_id').onRef('k.part_id', '=', 'l.part_id'))
    .select([
      sql<number>`coalesce(on_hand_milli - reserved_milli, 0)`.as('availableMilli'),
      'l.backorder_eta as eta',
      waitsSince.as('waitsSince'),
    ])
    .select(['s.name as advisorName', all])
    .where('l.part_state', '=', 'backordered')
    .orderBy('o.arrived_at')
    .orderBy('l.line_no')
    .limit(limit)
    .offset(offset)
    .execute();
  return paged(rows);
}
