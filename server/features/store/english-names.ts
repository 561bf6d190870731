import type { ChargeLine } from '#domain/estimate/charge-line.ts';
import type { Call } from '#server/http/call.ts';

type Named = Pick<ChargeLine, 'lineId' | 'description' | 'operationId' | 'partId'>;

/**
 * What the catalogue calls these lines in English, by line. A line that somebody worded otherwise has none: what is read must be
 * what is signed.
 */
export async function englishNames(call: Call, lines: readonly Named[]): Promise<Record<string, string>> {
  const [operations, parts] = await Promise.all([
    operationNames(call, idsIn(lines, 'operationId')),
    partNames(call, idsIn(lines, 'partId')),
  ]);
  const known = new Map([...operations, ...parts].map(({ id, name, nameEn }) => [`${id} ${name}`, nameEn]));
  return Object.fromEntries(
    lines.flatMap(({ lineId, description, operationId, partId }) => {
      const english = known.get(`${operationId ?? partId} ${description}`);
      return english ? [[lineId, english]] : [];
    }),
  );
}

const idsIn = (lines: readonly Named[], key: 'operationId' | 'partId'): string[] => [
  ...new Set(lines.flatMap((line) => line[key] ?? [])),
];

type Name = { readonly id: string; readonly name: string; readonly nameEn: string };

async function operationNames({ tx, actor }: Call, ids: readonly string[]): Promise<Name[]> {
  if (ids.length === 0) return [];
  return tx
    .selectFrom('labour_operation')
    .select(['operation_id as id', 'name', 'name_en as nameEn'])
    .where('store_id', '=', actor.storeId)
    .where('operation_id', 'in', ids)
    .execute();
}

async function partNames({ tx, actor }: Call, ids: readonly string[]): Promise<Name[]> {
  if (ids.length === 0) return [];
  return tx
    .selectFrom('part')
    .select(['part_id as id', 'name', 'name_en as nameEn'])
    .where('store_id', '=', actor.storeId)
    .where('part_id', 'in', ids)
    .execute();
}
