import { words } from '#domain/kernel/words.ts';
import { importColumns } from '#domain/store/import-columns.ts';
import type { ImportKind, ImportRow, RowProblem } from '#domain/store/import.ts';

/** Header of each column that the file must have and has not; empty when all are there. */
export function missingColumns(kind: ImportKind, header: readonly string[]): readonly string[] {
  const there = new Set(header.map(clean));
  return Object.values(importColumns[kind])
    .filter(({ zh, required }) => required && !there.has(zh))
    .map(({ zh }) => zh);
}

/** Headers may carry a star or spaces, as people write them. */
const clean = (text: string): string =>
  text
    .normalize('NFKC')
    .replace(/[\s*（(].*$/u, '')
    .trim();

/** Reads the rows below the header: what every cell says, and what is wrong with it. Empty rows are skipped. */
export function readRows(kind: ImportKind, [header = [], ...rows]: readonly (readonly string[])[]): ImportRow[] {
  const at = new Map(header.map((title, index) => [clean(title), index]));
  return rows
    .map((cells, index) => ({ row: index + 2, cells }))
    .filter(({ cells }) => cells.some((cell) => cell.trim() !== ''))
    .map(({ row, cells }) => readRow(kind, row, (zh) => (cells[at.get(zh) ?? -1] ?? '').trim()));
}

function readRow(kind: ImportKind, row: number, cellOf: (zh: string) => string): ImportRow {
  const values: Record<string, unknown> = {};
  const problems: RowProblem[] = [];
  for (const [name, column] of Object.entries(importColumns[kind])) {
    const text = cellOf(column.zh);
    if (text === '') {
      values[name] = column.empty ?? null;
      if (column.required) problems.push({ column: column.zh, words: words('必须填写', 'Must be filled in') });
      continue;
    }
    const cell = column.read(text);
    if ('value' in cell) values[name] = cell.value;
    else problems.push({ column: column.zh, words: cell.problem });
  }
  return { row, values, problems };
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
