import { sql } from 'kysely';
import type { InputOf, OutputOf } from '#domain/kernel/contract.ts';
import type { settlementListContracts } from '#domain/settlement/settlement-lists.contract.ts';
import { dueOf } from '#server/features/settlement/statement.columns.ts';
import { paged } from '#server/features/store/paged.ts';
import type { Call } from '#server/http/call.ts';

type Receivables = typeof settlementListContracts.receivables;

/** Statements that others than a customer at the desk still owe, the oldest first. */
export async function receivables(
  call: Call,
  { payer, limit, offset }: InputOf<Receivables>,
): Promise<OutputOf<Receivables>> {
  const owed = owing(call, payer);
  const { due } = await owed
    .select(sql<number>`coalesce(sum(${dueOf}), 0)::bigint`.as('due'))
    .executeTakeFirstOrThrow();
  const rows = await owed
    .innerJoin('vehicle as v', (join) =>
      join.onRef('v.store_id', '=', 'o.store_id').onRef('v.vehicle_id', '=', 'o.vehicle_id'),
    )
    .innerJoin('customer as c', (join) =>
      join.onRef('c.store_id', '=', 'o.store_id').onRef('c.customer_id', '=', 'o.customer_id'),
    )
    .select(['o.order_id as orderId', 'o.order_no as orderNo', 'v.plate', 'c.name as customerName'])
    .select(['s.payer', 's.statement_id as statementId', 's.statement_no as statementNo', 's.state'])
    .select(['s.total_fen as totalFen', dueOf.as('dueFen'), 's.presented_at as presentedAt'])
    .select(['o.delivered_at as deliveredAt', 's.credit_reason as creditReason'])
    .select(sql<number>`greatest(0, extract(day from ${call.now}::timestamptz - s.presented_at))::integer`.as('days'))
    .select(sql<number>`count(*) over ()`.as('total'))
    .orderBy('s.presented_at')
    .orderBy('s.statement_no')
    .limit(limit)
    .offset(offset)
    .execute();
  return { dueFen: due, ...paged(rows) };
}

function owing({ tx, actor }: Call, payer: InputOf<Receivables>['payer']) {
  const open = tx
    .selectFrom('statement as s')
    .innerJoin('repair_order as o', (join) =>
      join.onRef('o.store_id', '=', 's.store_id').onRef('o.order_id', '=', 's.order_id'),
    )
    .where('s.store_id', '=', actor.storeId)
    .where('s.state', 'in', ['presented', 'signed', 'credited'])
    .where((eb) => eb.or([eb('s.payer', '<>', 'customer'), eb('s.state', '=', 'credited')]));
  return payer === undefined ? open : open.where('s.payer', '=', payer);
}
