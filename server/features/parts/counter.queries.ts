import { sql } from 'kysely';
import type { PartState } from '#domain/estimate/charge-line.ts';
import type { InputOf, OutputOf } from '#domain/kernel/contract.ts';
import { refuse, type Refusal } from '#domain/kernel/refusal.ts';
import type { counterContracts } from '#domain/parts/counter.contract.ts';
import { pouredUnits } from '#domain/parts/parts.ts';
import { paged } from '#server/features/store/paged.ts';
import type { Call } from '#server/http/call.ts';

type Contracts = typeof counterContracts;
type Query<Name extends keyof Contracts> = InputOf<Contracts[Name]>;
type Answer<Name extends keyof Contracts> = OutputOf<Contracts[Name]>;
type Slip = Answer<'ofOrder'>['slips'][number];

const all = sql<number>`count(*) over ()`.as('total');

/** What an order draws: its agreed part lines with bin and stock, and the slips so far. Refusal `not_found`. */
export async function partsOfOrder(call: Call, { orderId }: Query<'ofOrder'>): Promise<Answer<'ofOrder'> | Refusal> {
  const { tx, actor } = call;
  const order = await tx
    .selectFrom('repair_order')
    .select('order_id')
    .where('store_id', '=', actor.storeId)
    .where('order_id', '=', orderId)
    .executeTakeFirst();
  if (!order) return refuse('not_found');
  return { lines: await linesOf(call, orderId), slips: await slipsOf(call, orderId) };
}

const linesOf = ({ tx, actor }: Call, orderId: string) =>
  tx
    .selectFrom('charge_line as l')
    .leftJoin('part as p', (join) => join.onRef('p.store_id', '=', 'l.store_id').onRef('p.part_id', '=', 'l.part_id'))
    .leftJoin('stock as k', (join) => join.onRef('k.store_id', '=', 'l.store_id').onRef('k.part_id', '=', 'l.part_id'))
    .select([
      'l.line_id as lineId',
      'l.line_no as lineNo',
      'l.description',
      'p.code',
      'p.bin',
      'l.unit',
      'l.part_origin as origin',
      'l.payer',
      sql<PartState>`l.part_state`.as('partState'),
      sql<number>`l.granted_qty_milli`.as('grantedMilli'),
      'l.issued_qty_milli as issuedMilli',
      'l.reserved_qty_milli as reservedMilli',
      sql<number | null>`case when l.part_id is null then null
        else coalesce(k.on_hand_milli - k.reserved_milli, 0) end`.as('availableMilli'),
      'l.backorder_eta as eta',
    ])
    .where('l.store_id', '=', actor.storeId)
    .where('l.order_id', '=', orderId)
    .where('l.part_state', 'is not', null)
    .where('l.grant_id', 'is not', null)
    .where('l.removed_at', 'is', null)
    .orderBy('p.bin')
    .orderBy('l.line_no')
    .execute();

async function slipsOf({ tx, actor }: Call, orderId: string): Promise<Slip[]> {
  const rows = await tx
    .selectFrom('stock_movement as m')
    .innerJoin('part as p', (join) => join.onRef('p.store_id', '=', 'm.store_id').onRef('p.part_id', '=', 'm.part_id'))
    .leftJoin('charge_line as l', (join) =>
      join
        .onRef('l.store_id', '=', 'm.store_id')
        .onRef('l.order_id', '=', 'm.order_id')
        .onRef('l.line_id', '=', 'm.line_id'),
    )
    .leftJoin('staff as t', (join) =>
      join.onRef('t.store_id', '=', 'm.store_id').onRef('t.staff_id', '=', 'm.technician_id'),
    )
    .leftJoin('staff as s', (join) =>
      join.onRef('s.store_id', '=', 'm.store_id').onRef('s.staff_id', '=', 'm.moved_by'),
    )
    .select(['m.slip_no as slipNo', 'm.kind', 'm.moved_at as movedAt', 'm.qty_milli as qtyMilli', 'm.reason'])
    .select(['p.name', 'p.unit', 't.name as technicianName', 's.name as movedByName'])
    .where('m.store_id', '=', actor.storeId)
    .where('m.order_id', '=', orderId)
    .where('m.slip_no', 'is not', null)
    .orderBy('m.moved_at', 'desc')
    .orderBy('m.slip_no', 'desc')
    .orderBy('p.bin')
    .orderBy('l.line_no')
    .execute();
  const slips = new Map<string, Slip>();
  for (const { name, unit, qtyMilli, slipNo, ...rest } of rows) {
    const known = slips.get(slipNo ?? '') ?? { slipNo: slipNo ?? '', ...rest, lines: [] };
    slips.set(known.slipNo, { ...known, lines: [...known.lines, { name, unit, qtyMilli: Math.abs(qtyMilli) }] });
  }
  return [...slips.values()];
}

/** Parts that were fitted on cars still in the shop, with the old part of each: recorded, confirmed, shown, or still owed (R205, R213). */
export async function listOldParts(
  { tx, actor }: Call,
  { due, limit, offset }: Query<'oldParts'>,
): Promise<Answer<'oldParts'>> {
  const rows = await tx
    .selectFrom('charge_line as l')
    .innerJoin('repair_order as o', (join) =>
      join.onRef('o.store_id', '=', 'l.store_id').onRef('o.order_id', '=', 'l.order_id'),
    )
    .innerJoin('vehicle as v', (join) =>
      join.onRef('v.store_id', '=', 'o.store_id').onRef('v.vehicle_id', '=', 'o.vehicle_id'),
    )
    .leftJoin('old_part as d', (join) =>
      join
        .onRef('d.store_id', '=', 'l.store_id')
        .onRef('d.order_id', '=', 'l.order_id')
        .onRef('d.line_id', '=', 'l.line_id'),
    )
    .select(['l.order_id as orderId', 'o.order_no as orderNo', 'v.plate', 'l.line_id as lineId', 'l.description'])
    .select(['l.unit', 'l.issued_qty_milli as issuedMilli', 'l.payer', 'o.old_part_choice as oldPartChoice'])
    .select(['d.old_part_id as oldPartId', 'd.description as oldDescription', 'd.disposition'])
    .select(['d.bag_label as bagLabel', 'd.recorded_at as recordedAt', 'd.confirmed_at as confirmedAt'])
    .select(['d.shown_at as shownAt', drewLast.as('technicianName'), all])
    .where('l.store_id', '=', actor.storeId)
    .where('l.issued_qty_milli', '>', 0)
    .where('l.removed_at', 'is', null)
    .where('o.state', 'in', ['open', 'ready'])
    .where((e) => e.or([e('d.old_part_id', 'is not', null), e.and([leavesOne, e('l.unit', 'not in', pouredUnits)])]))
    .$if(due, (q) => q.where('d.old_part_id', 'is', null))
    .orderBy(sql`d.old_part_id is not null`)
    .orderBy('o.arrived_at')
    .orderBy('l.line_no')
    .limit(limit)
    .offset(offset)
    .execute();
  return paged(rows);
}

/** The customer did not say that there is none to keep. */
const leavesOne = sql<boolean>`o.old_part_choice is distinct from 'none'`;

const drewLast = sql<string | null>`(select t.name from stock_movement m
  join staff t on t.store_id = m.store_id and t.staff_id = m.technician_id
  where m.store_id = l.store_id and m.order_id = l.order_id and m.line_id = l.line_id and m.kind = 'issue'
  order by m.movement_id desc limit 1)`;
