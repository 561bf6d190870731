import { sql } from 'kysely';
import type { InputOf, OutputOf } from '#domain/kernel/contract.ts';
import { lineFen } from '#domain/kernel/money.ts';
import type { stockContracts } from '#domain/parts/stock.contract.ts';
import { paged } from '#server/features/store/paged.ts';
import type { Call } from '#server/http/call.ts';

type Receipts = (typeof stockContracts)['receipts'];

const all = sql<number>`count(*) over ()`.as('total');

/** What came in, newest first, each arrival with its parts and what it cost. */
export async function listReceipts(
  { tx, actor }: Call,
  { limit, offset }: InputOf<Receipts>,
): Promise<OutputOf<Receipts>> {
  const page = await tx
    .selectFrom('goods_receipt as r')
    .leftJoin('staff as s', (join) =>
      join.onRef('s.store_id', '=', 'r.store_id').onRef('s.staff_id', '=', 'r.received_by'),
    )
    .select(['r.receipt_id as receiptId', 'r.receipt_no as receiptNo', 'r.supplier', 'r.voucher', 'r.note'])
    .select(['r.received_at as receivedAt', 's.name as receivedByName', all])
    .where('r.store_id', '=', actor.storeId)
    .orderBy('r.received_at', 'desc')
    .orderBy('r.receipt_id', 'desc')
    .limit(limit)
    .offset(offset)
    .execute();
  const { items, total } = paged(page);
  const lines = await receivedLines(
    { tx, actor },
    items.map(({ receiptId }) => receiptId),
  );
  return { items: items.map((receipt) => ({ ...receipt, ...lines(receipt.receiptId) })), total };
}

type Receipt = OutputOf<Receipts>['items'][number];

async function receivedLines(
  { tx, actor }: Pick<Call, 'tx' | 'actor'>,
  receiptIds: readonly string[],
): Promise<(receiptId: string) => Pick<Receipt, 'lines' | 'totalFen'>> {
  if (receiptIds.length === 0) return () => ({ lines: [], totalFen: 0 });
  const rows = await tx
    .selectFrom('stock_movement as m')
    .innerJoin('part as p', (join) => join.onRef('p.store_id', '=', 'm.store_id').onRef('p.part_id', '=', 'm.part_id'))
    .select(['m.receipt_id as receiptId', 'p.part_id as partId', 'p.code', 'p.name', 'p.unit', 'p.bin'])
    .select(['m.qty_milli as qtyMilli', 'm.unit_cost_fen as unitCostFen'])
    .where('m.store_id', '=', actor.storeId)
    .where('m.receipt_id', 'in', receiptIds)
    .orderBy('p.bin')
    .orderBy('p.code')
    .execute();
  return (receiptId) => {
    const lines = rows.flatMap(({ receiptId: of, ...line }) => (of === receiptId ? [line] : []));
    return { lines, totalFen: lines.reduce((fen, line) => fen + lineFen(line.unitCostFen, line.qtyMilli), 0) };
  };
}
