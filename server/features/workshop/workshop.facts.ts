import type { Visit } from '#domain/repair-order/visit.ts';
import type { RepairCategory } from '#domain/store/catalogue.ts';
import type { CategoryFacts } from '#domain/workshop/check-scope.ts';
import type { Call } from '#server/http/call.ts';

type OfOperation = { readonly lineId: string; readonly operationId: string | null };

/** The repair category of each line whose operation is published. */
export async function categoriesOf(
  { tx, actor }: Call,
  lines: readonly OfOperation[],
): Promise<ReadonlyMap<string, RepairCategory>> {
  const ids = [...new Set(lines.flatMap(({ operationId }) => operationId ?? []))];
  if (ids.length === 0) return new Map();
  const rows = await tx
    .selectFrom('labour_operation')
    .select(['operation_id', 'repair_category'])
    .where('store_id', '=', actor.storeId)
    .where('operation_id', 'in', ids)
    .execute();
  const categories = new Map(rows.map((row) => [row.operation_id, row.repair_category]));
  return new Map(
    lines.flatMap(({ lineId, operationId }) => {
      const category = operationId === null ? undefined : categories.get(operationId);
      return category ? [[lineId, category] as const] : [];
    }),
  );
}

/** What the check of one line asks depends on its category. */
export async function categoryOfLine(
  call: Call,
  visit: Visit,
  { lineId }: { readonly lineId: string },
): Promise<CategoryFacts> {
  return {
    categories: await categoriesOf(
      call,
      visit.lines.filter((line) => line.lineId === lineId),
    ),
  };
}
