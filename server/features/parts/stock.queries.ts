import { sql, type Expression, type SqlBool } from 'kysely';
import type { Instant } from '#domain/kernel/calendar.ts';
import type { InputOf, OutputOf } from '#domain/kernel/contract.ts';
import { refuse, type Refusal } from '#domain/kernel/refusal.ts';
import { idleBounds, idleOf } from '#domain/parts/idle-stock.ts';
import type { stockContracts } from '#domain/parts/stock.contract.ts';
import { searched } from '#server/features/parts/part-search.ts';
import { wantedLines } from '#server/features/parts/wanted-parts.queries.ts';
import { partColumns } from '#server/features/store/catalogue.queries.ts';
import { paged } from '#server/features/store/paged.ts';
import type { Call } from '#server/http/call.ts';

type Contracts = typeof stockContracts;
type Query<Name extends keyof Contracts> = InputOf<Contracts[Name]>;
type Answer<Name extends keyof Contracts> = OutputOf<Contracts[Name]>;

const available = sql<number>`coalesce(on_hand_milli - reserved_milli, 0)`;
const all = sql<number>`count(*) over ()`.as('total');

const movedAt = (which: 'max' | 'min', issues: boolean) => sql<Instant | null>`(select ${sql.raw(which)}(m.moved_at)
  from stock_movement m where m.store_id = part.store_id and m.part_id = part.part_id
    and (m.kind = 'issue') = ${issues})`;
const lastIssued = movedAt('max', true);
const stillSince = sql<Instant | null>`coalesce(${lastIssued}, ${movedAt('min', false)})`;

const stocked = ({ tx, actor }: Call) =>
  tx
    .selectFrom('part')
    .leftJoin('stock', (join) =>
      join.onRef('stock.store_id', '=', 'part.store_id').onRef('stock.part_id', '=', 'part.part_id'),
    )
    .select(partColumns)
    .select([
      sql<number>`coalesce(on_hand_milli, 0)`.as('onHandMilli'),
      sql<number>`coalesce(reserved_milli, 0)`.as('reservedMilli'),
      sql<number>`coalesce(average_cost_fen, 0)`.as('averageCostFen'),
      available.as('availableMilli'),
      lastIssued.as('lastIssuedAt'),
      stillSince.as('stillSince'),
    ])
    .where('part.store_id', '=', actor.storeId);

type Still = { readonly onHandMilli: number; readonly stillSince: Instant | null };

/** The row with how long the part has lain still. */
const withIdle = <Row extends Still>({ stillSince: since, ...row }: Row, now: Instant) => ({
  ...row,
  idle: idleOf({ onHandMilli: row.onHandMilli, stillSince: since }, now),
});

type Show = Query<'stock'>['show'];

/** Which rows a choice of the list means. */
function shown(show: Show, now: Instant): Expression<SqlBool> {
  const { slow, dead } = idleBounds(now);
  const still = (before: Instant) => sql<SqlBool>`(on_hand_milli > 0 and ${stillSince} < ${before})`;
  const conditions: Readonly<Record<Show, Expression<SqlBool>>> = {
    all: sql<SqlBool>`true`,
    short: sql<SqlBool>`coalesce(on_hand_milli - reserved_milli, 0) < minimum_milli`,
    reserved: sql<SqlBool>`reserved_milli > 0`,
    slow: still(slow),
    dead: still(dead),
  };
  return conditions[show];
}

/** Parts by bin, each with what lies there (R110). */
export async function listStock(call: Call, input: Query<'stock'>): Promise<Answer<'stock'>> {
  const { search, bin, show, limit, offset } = input;
  const found = search ? await searched(call, search) : null;
  const rows = await stocked(call)
    .select(all)
    .where('active', '=', true)
    .where(shown(show, call.now))
    .$if(found !== null, (q) => q.where(found ?? sql<SqlBool>`true`))
    .$if(Boolean(bin), (q) => q.where('bin', '=', bin ?? ''))
    .orderBy('bin')
    .orderBy('code')
    .limit(limit)
    .offset(offset)
    .execute();
  const { items, total } = paged(rows);
  return { items: items.map((row) => withIdle(row, call.now)), total };
}

/** A part with its movements, newest first, and the cars that want it. Refusal `part_unknown`. */
export async function readPart(call: Call, input: Query<'part'>): Promise<Answer<'part'> | Refusal> {
  const part = await stocked(call).where('part.part_id', '=', input.partId).executeTakeFirst();
  if (!part) return refuse('part_unknown', { field: 'partId' });
  const { items: movements, total } = paged(await movementsOf(call, input).execute());
  const wantedBy = await wantedLines(call.tx, call.actor.storeId)
    .where('l.part_id', '=', input.partId)
    .orderBy('o.arrived_at')
    .limit(100)
    .execute();
  return { part: withIdle(part, call.now), movements, total, wantedBy };
}

const movementsOf = ({ tx, actor }: Call, { partId, limit, offset }: Query<'part'>) =>
  tx
    .selectFrom('stock_movement as m')
    .leftJoin('repair_order as o', (join) =>
      join.onRef('o.store_id', '=', 'm.store_id').onRef('o.order_id', '=', 'm.order_id'),
    )
    .leftJoin('goods_receipt as r', (join) =>
      join.onRef('r.store_id', '=', 'm.store_id').onRef('r.receipt_id', '=', 'm.receipt_id'),
    )
    .leftJoin('staff as t', (join) =>
      join.onRef('t.store_id', '=', 'm.store_id').onRef('t.staff_id', '=', 'm.technician_id'),
    )
    .leftJoin('staff as s', (join) =>
      join.onRef('s.store_id', '=', 'm.store_id').onRef('s.staff_id', '=', 'm.moved_by'),
    )
    .select([
      'm.movement_id as movementId',
      'm.kind',
      'm.qty_milli as qtyMilli',
      'm.unit_cost_fen as unitCostFen',
      'm.receipt_id as receiptId',
      'm.order_id as orderId',
      'm.line_id as lineId',
      'm.grant_id as grantId',
      'm.slip_no as slipNo',
      'm.technician_id as technicianId',
      'm.signature_id as signatureId',
      'm.reason',
      'm.moved_by as movedBy',
      'm.moved_at as movedAt',
      'o.order_no as orderNo',
      'r.receipt_no as receiptNo',
      't.name as technicianName',
      's.name as movedByName',
      all,
    ])
    .where('m.store_id', '=', actor.storeId)
    .where('m.part_id', '=', partId)
    .orderBy('m.movement_id', 'desc')
    .limit(limit)
    .offset(offset);
