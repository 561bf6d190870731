import { sql } from 'kysely';
import type { InputOf, OutputOf } from '#domain/kernel/contract.ts';
import { refuse, type Refusal } from '#domain/kernel/refusal.ts';
import { importColumns } from '#domain/store/import-columns.ts';
import type { importContracts } from '#domain/store/import.contract.ts';
import type { ImportKind, ImportRow } from '#domain/store/import.ts';
import { paged } from '#server/features/store/paged.ts';
import type { Call } from '#server/http/call.ts';
import { FileAnswer } from '#server/http/file-answer.ts';

type Contracts = typeof importContracts;

/** Columns of an import under the names of the contract. */
export const batchColumns = [
  'import_id as importId',
  'kind',
  'state',
  'file_name as fileName',
  'row_count as rowCount',
  'error_count as errorCount',
  'created_at as createdAt',
  'applied_at as appliedAt',
  'version',
] as const;

const names: Readonly<Record<ImportKind, string>> = {
  customers: '客户',
  vehicles: '车辆',
  labour_operations: '工时项目',
  parts: '配件',
  opening_stock: '期初库存',
};

/** The template of a kind: headers, a star where a cell must be filled, and one example. */
export async function template(_: Call, { kind }: InputOf<Contracts['template']>): Promise<FileAnswer> {
  const columns = Object.values(importColumns[kind]);
  const lines = [
    columns.map(({ zh, required }) => `${zh}${required ? '*' : ''}`),
    columns.map(({ example }) => example),
  ];
  const text = lines.map((cells) => cells.map(quoted).join(',')).join('\r\n');
  const body = Buffer.from(`\uFEFF${text}\r\n`, 'utf8');
  return new FileAnswer({ name: `${names[kind]}导入模板.csv`, type: 'text/csv; charset=utf-8', body });
}

const quoted = (cell: string): string => (/[",\r\n]/.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell);

/** Imports of the store, the latest first. */
export async function listImports(
  { tx, actor }: Call,
  { limit, offset }: InputOf<Contracts['list']>,
): Promise<OutputOf<Contracts['list']>> {
  const rows = await tx
    .selectFrom('import_batch')
    .select(batchColumns)
    .select(sql<number>`count(*) over ()`.as('total'))
    .where('store_id', '=', actor.storeId)
    .orderBy('created_at', 'desc')
    .limit(limit)
    .offset(offset)
    .execute();
  return paged(rows);
}

/** One import with a part of its rows. */
export async function readImport(
  { tx, actor }: Call,
  { importId, bad, limit, offset }: InputOf<Contracts['read']>,
): Promise<OutputOf<Contracts['read']> | Refusal> {
  const found = await tx
    .selectFrom('import_batch')
    .select(batchColumns)
    .select('rows')
    .where('store_id', '=', actor.storeId)
    .where('import_id', '=', importId)
    .executeTakeFirst();
  if (!found) return refuse('not_found');
  const { rows: stored, ...batch } = found;
  const rows = stored as unknown as ImportRow[];
  const wanted = bad ? rows.filter(({ problems }) => problems.length > 0) : rows;
  return { ...batch, rows: wanted.slice(offset, offset + limit).map(plain), total: wanted.length };
}

/** A row as the contract tells it. */
export const plain = ({ row, values, problems }: ImportRow) => ({
  row,
  values: { ...values },
  problems: problems.map(({ column, words: { zh, en } }) => ({ column, words: { zh, en } })),
});
