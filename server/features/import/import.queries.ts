import { sql } from 'kysely';
import type { InputOf, OutputOf } from '#domain/kernel/contract.ts';
import { isRefusal, refuse, type Refusal } from '#domain/kernel/refusal.ts';
import { importColumns } from '#domain/import/columns.ts';
import type { importContracts } from '#domain/import/import.contract.ts';
import type { ImportKind, ImportRow } from '#domain/import/import.ts';
import { addedColumns, columnsOf } from '#domain/import/read-import.ts';
import { checkKnown, knownRows } from '#server/features/import/known-rows.ts';
import { paged } from '#server/features/store/paged.ts';
import { csvCell } from '#server/features/import/csv-cell.ts';
import type { Call } from '#server/http/call.ts';
import { FileAnswer } from '#server/http/file-answer.ts';

type Contracts = typeof importContracts;

/** Columns of an import under the names of the contract. */
export const batchColumns = [
  'import_id as importId',
  'kind',
  'state',
  'file_name as fileName',
  'sheet',
  'other_sheets as otherSheets',
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
  return csvFile(`${names[kind]}导入模板.csv`, lines);
}

/** A file that Excel opens with its Chinese. */
function csvFile(name: string, lines: readonly (readonly string[])[]): FileAnswer {
  const text = lines.map((cells) => cells.map(csvCell).join(',')).join('\r\n');
  const body = Buffer.from(`\uFEFF${text}\r\n`, 'utf8');
  return new FileAnswer({ name, type: 'text/csv; charset=utf-8', body });
}

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

/** One import with a part of its rows; until it is decided, judged by what is on file now. */
export async function readImport(
  call: Call,
  { importId, bad, limit, offset }: InputOf<Contracts['read']>,
): Promise<OutputOf<Contracts['read']> | Refusal> {
  const found = await readBatch(call, importId);
  if (isRefusal(found)) return found;
  const { rows, ...batch } = found;
  const errors = rows.filter(isBad);
  const wanted = bad ? errors : rows;
  return {
    ...batch,
    ...columnsOf(batch.kind, rows),
    errorCount: errors.length,
    rows: wanted.slice(offset, offset + limit).map(plain),
    total: wanted.length,
  };
}

async function readBatch(call: Call, importId: string) {
  const found = await call.tx
    .selectFrom('import_batch')
    .select(batchColumns)
    .select('rows')
    .where('store_id', '=', call.actor.storeId)
    .where('import_id', '=', importId)
    .executeTakeFirst();
  if (!found) return refuse('not_found');
  const rows = keptRows(found.rows);
  if (found.state !== 'previewed') return { ...found, rows };
  return { ...found, rows: checkKnown(found.kind, rows, await knownRows(call.tx, found.kind)) };
}

/** Rows as they were kept; of older imports it is not known what the cells said. */
export const keptRows = (rows: unknown): readonly ImportRow[] =>
  (rows as readonly (Omit<ImportRow, 'cells'> & Partial<ImportRow>)[]).map((row) => ({ cells: [], ...row }));

/** The bad rows with their numbers in the file that was uploaded and what is wrong with each. */
export async function badRows(call: Call, { importId }: InputOf<Contracts['badRows']>): Promise<FileAnswer | Refusal> {
  const found = await readBatch(call, importId);
  if (isRefusal(found)) return found;
  const { columns, unknown } = columnsOf(found.kind, found.rows);
  const titles = [...columns, ...unknown];
  const lines = found.rows.filter(isBad).map(({ row, cells, problems }) => {
    const texts = titles.map((title) => cells.find(({ column }) => column === title)?.text ?? '');
    const told = problems.map(({ column, words: { zh } }) => (column === null ? zh : `${column}: ${zh}`)).join('；');
    return [...texts, String(row), told];
  });
  return csvFile(`${names[found.kind]}问题行.csv`, [[...titles, addedColumns.row, addedColumns.problems], ...lines]);
}

export const isBad = ({ problems }: ImportRow): boolean => problems.length > 0;

/** A row as the contract tells it. */
export const plain = ({ row, cells, values, problems }: ImportRow) => ({
  row,
  cells: [...cells],
  values: { ...values },
  problems: problems.map(({ column, words: { zh, en } }) => ({ column, words: { zh, en } })),
});
