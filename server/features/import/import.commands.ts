import type { InputOf, OutputOf } from '#domain/kernel/contract.ts';
import { staffIdOf } from '#domain/kernel/decision.ts';
import { isRefusal, refuse, type Refusal } from '#domain/kernel/refusal.ts';
import type { importContracts } from '#domain/import/import.contract.ts';
import type { ImportKind, ImportRow } from '#domain/import/import.ts';
import { chooseSheet, type ChosenSheet } from '#domain/import/choose-sheet.ts';
import { missingColumns, readRows, withRepeats } from '#domain/import/read-import.ts';
import { applyRows } from '#server/features/import/apply-rows.ts';
import { batchColumns, isBad, keptRows, plain } from '#server/features/import/import.queries.ts';
import { checkKnown, knownRows } from '#server/features/import/known-rows.ts';
import { cellsOf, readSheets } from '#server/features/import/read-file.ts';
import { lockStore, recordStoreActivity } from '#server/features/store/store-activity.ts';
import type { Call } from '#server/http/call.ts';
import type { UploadedFile } from '#server/http/upload.ts';

type Contracts = typeof importContracts;

/** How many bad rows the preview tells at once; the rest is read page by page. */
const toldAtOnce = 200;

/**
 * Reads a file and keeps what it says with every problem told. Refusals: `file_unreadable`, `file_too_large`, `sheet_unknown`,
 * `columns_missing`.
 */
export async function preview(
  call: Call,
  { kind, sheet: wanted }: InputOf<Contracts['preview']>,
): Promise<OutputOf<Contracts['preview']> | Refusal> {
  const [file] = call.files;
  if (!file || call.files.length > 1) return refuse('file_unreadable', { field: 'file' });
  const sheet = await readSheet(file, kind, wanted ?? null);
  if (isRefusal(sheet)) return sheet;
  const { cells, name, others } = sheet;
  const missing = missingColumns(kind, cells);
  if (missing.length > 0) return refuse('columns_missing', { field: 'file', values: { columns: missing.join('、') } });
  const rows = withRepeats(kind, readRows(kind, cells));
  if (rows.length === 0) return refuse('file_unreadable', { field: 'file' });
  const bad = checkKnown(kind, rows, await knownRows(call.tx, kind)).filter(isBad);
  const batch = await keepBatch(call, { kind, fileName: file.name, sheet: name, others, rows, errorCount: bad.length });
  return { ...batch, problems: bad.slice(0, toldAtOnce).map(plain) };
}

async function readSheet(file: UploadedFile, kind: ImportKind, wanted: string | null): Promise<ChosenSheet | Refusal> {
  const sheets = await readSheets(file);
  if (isRefusal(sheets)) return sheets;
  const chosen = chooseSheet(kind, sheets, wanted) ?? refuse('file_unreadable', { field: 'file' });
  if (isRefusal(chosen)) return chosen;
  const cells = cellsOf(chosen);
  return isRefusal(cells) ? cells : { ...chosen, cells };
}

type NewBatch = {
  readonly kind: ImportKind;
  readonly fileName: string;
  readonly sheet: string | null;
  readonly others: readonly string[];
  readonly rows: readonly ImportRow[];
  readonly errorCount: number;
};

async function keepBatch(
  { tx, actor, now, newId }: Call,
  { kind, fileName, sheet, others, rows, errorCount }: NewBatch,
) {
  return tx
    .insertInto('import_batch')
    .values({
      store_id: actor.storeId,
      import_id: newId(),
      kind,
      state: 'previewed',
      file_name: fileName.slice(0, 200),
      sheet,
      other_sheets: others.slice(0, 50),
      rows: JSON.stringify(rows),
      row_count: rows.length,
      error_count: errorCount,
      created_by: staffIdOf(actor),
      created_at: now,
    })
    .returning(batchColumns)
    .executeTakeFirstOrThrow();
}

/**
 * Brings the rows in, all in one transaction, checked again by what is on file now. Refusals: `import_has_errors` unless
 * bad rows are to be skipped, `import_closed`, `stale_version`.
 */
export async function apply(
  call: Call,
  { importId, version, skipBad }: InputOf<Contracts['apply']>,
): Promise<OutputOf<Contracts['apply']> | Refusal> {
  await lockStore(call);
  const batch = await lockBatch(call, importId, version);
  if (isRefusal(batch)) return batch;
  const { kind } = batch;
  const known = await knownRows(call.tx, kind);
  const rows = checkKnown(kind, keptRows(batch.rows), known);
  const good = rows.filter((row) => !isBad(row));
  if (good.length < rows.length && !skipBad) return refuse('import_has_errors');
  await applyRows(call, kind, { rows: good, known });
  const closed = await closeBatch(call, importId, {
    state: 'applied',
    applied_at: call.now,
    rows: JSON.stringify(rows),
    error_count: rows.length - good.length,
  });
  const payload = { importId, kind, imported: good.length, skipped: rows.length - good.length };
  await recordStoreActivity(call, { action: 'apply_import', payload });
  return { ...closed, imported: good.length, skipped: rows.length - good.length };
}

/** Nothing of the file is brought in. Refusals: `import_closed`, `stale_version`. */
export async function discard(
  call: Call,
  { importId, version }: InputOf<Contracts['discard']>,
): Promise<OutputOf<Contracts['discard']> | Refusal> {
  const batch = await lockBatch(call, importId, version);
  return isRefusal(batch) ? batch : closeBatch(call, importId, { state: 'discarded' });
}

async function lockBatch({ tx, actor }: Call, importId: string, seen: number) {
  const batch = await tx
    .selectFrom('import_batch')
    .select(['kind', 'state', 'rows', 'version'])
    .where('store_id', '=', actor.storeId)
    .where('import_id', '=', importId)
    .forUpdate()
    .executeTakeFirst();
  if (!batch) return refuse('not_found');
  if (batch.state !== 'previewed') return refuse('import_closed');
  return batch.version === seen ? batch : refuse('stale_version', { field: 'version' });
}

type Closing =
  | { readonly state: 'discarded' }
  | { readonly state: 'applied'; readonly applied_at: string; readonly rows: string; readonly error_count: number };

/** An import that was brought in keeps its rows as they were judged then. */
function closeBatch({ tx, actor }: Call, importId: string, closing: Closing) {
  return tx
    .updateTable('import_batch')
    .set((e) => ({ ...closing, version: e('version', '+', 1) }))
    .where('store_id', '=', actor.storeId)
    .where('import_id', '=', importId)
    .returning(batchColumns)
    .executeTakeFirstOrThrow();
}
