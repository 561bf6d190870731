import { words } from '#domain/kernel/words.ts';
import type { Column } from '#domain/import/cells.ts';
import { importColumns } from '#domain/import/columns.ts';
import type { ImportKind, ImportRow, RowProblem } from '#domain/import/import.ts';

type Texts = readonly (readonly string[])[];

/** Lists carry a title and other lines above their headers. */
const headerWithin = 10;

/** Columns that the shop's own file of bad rows adds; nobody misses them. */
export const addedColumns = { row: '原行号', problems: '问题' } as const;

/** Where the headers stand; null where no row has all that must be there. */
export function headerAt(kind: ImportKind, cells: Texts): number | null {
  const found = cells.slice(0, headerWithin).findIndex((row) => missingIn(kind, row).length === 0);
  return found < 0 ? null : found;
}

/** Headers that must be there and are not, in the row that comes closest; empty when all are there. */
export function missingColumns(kind: ImportKind, cells: Texts): readonly string[] {
  const lacking = cells.slice(0, headerWithin).map((row) => missingIn(kind, row));
  return lacking.toSorted((a, b) => a.length - b.length)[0] ?? [];
}

function missingIn(kind: ImportKind, header: readonly string[]): readonly string[] {
  const there = new Set(placesOf(kind, header).map(({ column }) => column));
  return Object.values(importColumns[kind])
    .filter(({ zh, required }) => required && !there.has(zh))
    .map(({ zh }) => zh);
}

/** Headers may carry a star, spaces or a hint in brackets, as people write them. */
const clean = (text: string): string =>
  text
    .normalize('NFKC')
    .replace(/[\s*（(].*$/u, '')
    .trim();

type Place = { readonly index: number; readonly column: string; readonly known: boolean };

/** Which column stands where: by the template's header, by another usual one, else as it is. The first of two wins. */
function placesOf(kind: ImportKind, header: readonly string[]): readonly Place[] {
  const columns = Object.values(importColumns[kind]);
  const taken = new Set<string>();
  return header.flatMap((title, index): readonly Place[] => {
    const said = clean(title);
    if (said === '') return [];
    const column = columnCalled(columns, said);
    if (!column || taken.has(column.zh)) return [{ index, column: title.trim(), known: false }];
    taken.add(column.zh);
    return [{ index, column: column.zh, known: true }];
  });
}

const columnCalled = (columns: readonly Column[], said: string): Column | undefined =>
  columns.find(({ zh }) => zh === said) ?? columns.find(({ also = [] }) => also.includes(said.toUpperCase()));

/** Reads the rows below the headers: what every cell says, and what is wrong with it. Empty rows are skipped. */
export function readRows(kind: ImportKind, cells: Texts): ImportRow[] {
  const header = headerAt(kind, cells);
  if (header === null) return [];
  const places = placesOf(kind, cells[header] ?? []);
  return cells
    .map((texts, index) => ({ row: index + 1, texts }))
    .slice(header + 1)
    .filter(({ texts }) => texts.some((text) => text.trim() !== ''))
    .map(({ row, texts }) => readRow(kind, row, filled(places, texts)));
}

type Filled = readonly (Omit<Place, 'index'> & { readonly text: string })[];

const filled = (places: readonly Place[], texts: readonly string[]): Filled =>
  places
    .map(({ index, column, known }) => ({ column, known, text: (texts[index] ?? '').trim() }))
    .filter(({ text }) => text !== '');

function readRow(kind: ImportKind, row: number, given: Filled): ImportRow {
  const values: Record<string, unknown> = {};
  const problems: RowProblem[] = [];
  for (const [name, column] of Object.entries(importColumns[kind])) {
    const text = given.find((cell) => cell.known && cell.column === column.zh)?.text ?? '';
    if (text === '') {
      values[name] = column.empty ?? null;
      if (column.required) problems.push({ column: column.zh, words: words('必须填写', 'Must be filled in') });
      continue;
    }
    const cell = column.read(text);
    if ('value' in cell) values[name] = cell.value;
    else problems.push({ column: column.zh, words: cell.problem });
  }
  return { row, cells: given.map(({ column, text }) => ({ column, text })), values, problems };
}

/** The headers of a file's rows, those of the template in its order, and those that it has not. */
export function columnsOf(kind: ImportKind, rows: readonly ImportRow[]) {
  const there = new Set(rows.flatMap(({ cells }) => cells.map(({ column }) => column)));
  const columns = Object.values(importColumns[kind]).map(({ zh }) => zh);
  const own: readonly string[] = [...columns, ...Object.values(addedColumns)];
  return {
    columns: columns.filter((column) => there.has(column)),
    unknown: [...there].filter((column) => !own.includes(column)),
  };
}

/** The column by which rows of a kind must differ. */
const keys: Readonly<Record<ImportKind, readonly string[]>> = {
  customers: ['phone'],
  vehicles: ['plate', 'vin'],
  labour_operations: ['code'],
  parts: ['code'],
  opening_stock: ['code'],
};

/** Rows that say the same as an earlier row of the file where they must differ. */
export function withRepeats(kind: ImportKind, rows: readonly ImportRow[]): ImportRow[] {
  const first = new Map<string, number>();
  return rows.map((row) => {
    const repeats = keys[kind].flatMap((name) => repeatOf(row, { name, kind, first }));
    return repeats.length === 0 ? row : { ...row, problems: [...row.problems, ...repeats] };
  });
}

type Looking = { readonly name: string; readonly kind: ImportKind; readonly first: Map<string, number> };

function repeatOf({ row, values }: ImportRow, { name, kind, first }: Looking): RowProblem[] {
  const value = values[name];
  if (typeof value !== 'string') return [];
  const key = `${name} ${value}`;
  const earlier = first.get(key);
  if (earlier === undefined) {
    first.set(key, row);
    return [];
  }
  const column = importColumns[kind][name]?.zh ?? null;
  return [{ column, words: words(`与第 ${earlier} 行重复`, `The same as in row ${earlier}`) }];
}
