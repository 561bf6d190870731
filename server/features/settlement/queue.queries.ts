import { sql } from 'kysely';
import { jsonArrayFrom } from 'kysely/helpers/postgres';
import type { InputOf, OutputOf } from '#domain/kernel/contract.ts';
import type { settlementListContracts } from '#domain/settlement/settlement-lists.contract.ts';
import { dueOf } from '#server/features/settlement/statement.columns.ts';
import { paged } from '#server/features/store/paged.ts';
import type { Call } from '#server/http/call.ts';

type Queue = typeof settlementListContracts.queue;

const receivedOf = sql<number>`coalesce((select sum(case p.kind when 'refund' then -p.amount_fen else p.amount_fen end)
  from payment p where (p.store_id, p.order_id) = (o.store_id, o.order_id)), 0)::bigint`;

/** Cars ready and not settled with their customer, the earliest pick-up first, split by payer. */
export async function settlementQueue(
  { tx, actor }: Call,
  { limit, offset }: InputOf<Queue>,
): Promise<OutputOf<Queue>> {
  const rows = await tx
    .selectFrom('repair_order as o')
    .innerJoin('vehicle as v', (join) =>
      join.onRef('v.store_id', '=', 'o.store_id').onRef('v.vehicle_id', '=', 'o.vehicle_id'),
    )
    .innerJoin('customer as c', (join) =>
      join.onRef('c.store_id', '=', 'o.store_id').onRef('c.customer_id', '=', 'o.customer_id'),
    )
    .innerJoin('staff as advisor', (join) =>
      join.onRef('advisor.store_id', '=', 'o.store_id').onRef('advisor.staff_id', '=', 'o.advisor_id'),
    )
    .where('o.store_id', '=', actor.storeId)
    .where('o.state', '=', 'ready')
    .where('o.step', '=', 'settlement')
    .select((eb) => [
      'o.order_id as orderId',
      'o.order_no as orderNo',
      'v.plate',
      'c.name as customerName',
      'o.kind',
      sql<string>`trim(v.brand || ' ' || v.model)`.as('model'),
      'advisor.name as advisorName',
      'o.ready_at as readyAt',
      'o.pick_up_at as pickUpAt',
      sql<boolean>`o.customer_told_ready_at is not null`.as('customerTold'),
      receivedOf.as('receivedFen'),
      jsonArrayFrom(
        eb
          .selectFrom('statement as s')
          .whereRef('s.store_id', '=', 'o.store_id')
          .whereRef('s.order_id', '=', 'o.order_id')
          .where('s.state', '<>', 'withdrawn')
          .select(['s.payer', 's.statement_id as statementId', 's.statement_no as statementNo', 's.state'])
          .select(['s.total_fen as totalFen', dueOf.as('dueFen')])
          .orderBy('s.payer'),
      ).as('shares'),
      sql<number>`count(*) over ()`.as('total'),
    ])
    .orderBy(sql`o.pick_up_at nulls last`)
    .orderBy('o.order_seq')
    .limit(limit)
    .offset(offset)
    .execute();
  return paged(rows);
}
