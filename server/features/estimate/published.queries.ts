import type { Published } from '#domain/estimate/price-line.ts';
import type { Visit } from '#domain/repair-order/visit.ts';
import { operationColumns, partColumns } from '#server/features/store/catalogue.queries.ts';
import type { Call } from '#server/http/call.ts';

type Named = { readonly operationId: string | null; readonly partId: string | null };

/** What the catalogue publishes for a line; null for what it does not know. */
export async function published(call: Call, _: Visit, { operationId, partId }: Named): Promise<Published> {
  return {
    operation: operationId === null ? null : await operationOf(call, operationId),
    part: partId === null ? null : await partOf(call, partId),
  };
}

/** The same for a line that is there already. */
export function publishedForLine(call: Call, visit: Visit, input: { readonly lineId: string }): Promise<Published> {
  const line = visit.lines.find(({ lineId }) => lineId === input.lineId);
  return published(call, visit, { operationId: line?.operationId ?? null, partId: line?.partId ?? null });
}

async function operationOf({ tx, actor }: Call, operationId: string): Promise<Published['operation']> {
  const row = await tx
    .selectFrom('labour_operation')
    .select(operationColumns)
    .where('store_id', '=', actor.storeId)
    .where('operation_id', '=', operationId)
    .executeTakeFirst();
  return row ?? null;
}

async function partOf({ tx, actor }: Call, partId: string): Promise<Published['part']> {
  const row = await tx
    .selectFrom('part')
    .select(partColumns)
    .where('store_id', '=', actor.storeId)
    .where('part_id', '=', partId)
    .executeTakeFirst();
  return row ?? null;
}
