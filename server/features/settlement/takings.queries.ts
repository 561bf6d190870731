import { sql } from 'kysely';
import { shopDayRange } from '#domain/kernel/calendar.ts';
import type { InputOf, OutputOf } from '#domain/kernel/contract.ts';
import { sum } from '#domain/kernel/money.ts';
import type { settlementListContracts } from '#domain/settlement/settlement-lists.contract.ts';
import { paged } from '#server/features/store/paged.ts';
import type { Call } from '#server/http/call.ts';

type Takings = typeof settlementListContracts.takings;

/** Money in and out on a day of the shop: by method, and each payment (R244). */
export async function takings(call: Call, { day, limit, offset }: InputOf<Takings>): Promise<OutputOf<Takings>> {
  const methods = await byMethod(call, day);
  const rows = await ofDay(call, day)
    .innerJoin('repair_order as o', (join) =>
      join.onRef('o.store_id', '=', 'p.store_id').onRef('o.order_id', '=', 'p.order_id'),
    )
    .innerJoin('vehicle as v', (join) =>
      join.onRef('v.store_id', '=', 'o.store_id').onRef('v.vehicle_id', '=', 'o.vehicle_id'),
    )
    .innerJoin('customer as c', (join) =>
      join.onRef('c.store_id', '=', 'o.store_id').onRef('c.customer_id', '=', 'o.customer_id'),
    )
    .leftJoin('staff as taker', (join) =>
      join.onRef('taker.store_id', '=', 'p.store_id').onRef('taker.staff_id', '=', 'p.taken_by'),
    )
    .select(['o.order_id as orderId', 'o.order_no as orderNo', 'v.plate', 'c.name as customerName'])
    .select(['p.payment_id as paymentId', 'p.kind', 'p.method', 'p.amount_fen as amountFen', 'p.reference', 'p.reason'])
    .select(['p.tendered_fen as tenderedFen', 'p.change_fen as changeFen', 'p.taken_at as takenAt'])
    .select(['taker.name as takenByName', sql<number>`count(*) over ()`.as('total')])
    .orderBy('p.taken_at')
    .orderBy('p.payment_id')
    .limit(limit)
    .offset(offset)
    .execute();
  return { day, methods, netFen: sum(methods.map(({ netFen }) => netFen)), ...paged(rows) };
}

function ofDay({ tx, actor }: Call, day: string) {
  const { from, until } = shopDayRange(day);
  return tx
    .selectFrom('payment as p')
    .where('p.store_id', '=', actor.storeId)
    .where('p.taken_at', '>=', from)
    .where('p.taken_at', '<', until);
}

async function byMethod(call: Call, day: string): Promise<OutputOf<Takings>['methods']> {
  const amount = (kind: string) =>
    sql<number>`coalesce(sum(p.amount_fen) filter (where p.kind::text = ${kind}), 0)::bigint`;
  const rows = await ofDay(call, day)
    .groupBy('p.method')
    .select(['p.method', amount('payment').as('paymentsFen'), amount('deposit').as('depositsFen')])
    .select(amount('refund').as('refundsFen'))
    .orderBy('p.method')
    .execute();
  return rows.map((row) => ({ ...row, netFen: row.paymentsFen + row.depositsFen - row.refundsFen }));
}
