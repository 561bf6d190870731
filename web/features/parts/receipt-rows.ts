import { lineFen, parseYuan } from '#domain/kernel/money.ts';
import { formatQty, parseQty } from '#domain/kernel/quantity.ts';
import { putIn } from '#domain/parts/stock.ts';
import type { StockedPart } from '#web/features/parts/part-view.ts';

/** One line of a delivery as it is typed. */
export type ReceiptRow = { readonly part: StockedPart; readonly qty: string; readonly cost: string };

/** The rows with a part more; a part that stands there already counts one up, as a scanner does. */
export function withPart(rows: readonly ReceiptRow[], part: StockedPart): readonly ReceiptRow[] {
  if (!rows.some((row) => row.part.partId === part.partId)) {
    return [...rows, { part, qty: '1', cost: (part.averageCostFen / 100).toFixed(2) }];
  }
  return rows.map((row) => (row.part.partId === part.partId ? { ...row, qty: oneMore(row.qty) } : row));
}

const oneMore = (qty: string): string => formatQty((parseQty(qty.trim()) ?? 0) + 1000);

export const qtyOf = ({ qty }: ReceiptRow): number | null => parseQty(qty.trim());
export const costOf = ({ cost }: ReceiptRow): number | null => parseYuan(cost.trim());

/** What the row costs; null while it cannot be read. */
export function amountOf(row: ReceiptRow): number | null {
  const [qtyMilli, unitCostFen] = [qtyOf(row), costOf(row)];
  return qtyMilli === null || unitCostFen === null ? null : lineFen(unitCostFen, qtyMilli);
}

/** The average cost that the part will have; null while the row cannot be read. */
export function averageAfter(row: ReceiptRow): number | null {
  const [qtyMilli, unitCostFen] = [qtyOf(row), costOf(row)];
  if (qtyMilli === null || unitCostFen === null || qtyMilli <= 0) return null;
  return putIn(row.part, { qtyMilli, unitCostFen }).averageCostFen;
}
