import { refuse, type Refusal } from '#domain/kernel/refusal.ts';
import type { ImportKind } from '#domain/import/import.ts';
import { headerAt } from '#domain/import/read-import.ts';

/** One sheet of a workbook with its cells as texts; a file without sheets is one without a name. */
export type Sheet = { readonly name: string | null; readonly cells: readonly (readonly string[])[] };

export type ChosenSheet = Sheet & { readonly others: readonly string[] };

const isFilled = ({ cells }: Sheet): boolean => cells.some((row) => row.some((cell) => cell.trim() !== ''));

/**
 * The sheet to read: the one that was asked for; else the first that has the columns of the kind, so that a cover sheet before the
 * list is passed over; else the first that says anything. Refusal `sheet_unknown`.
 */
export function chooseSheet(
  kind: ImportKind,
  sheets: readonly Sheet[],
  wanted: string | null,
): ChosenSheet | Refusal | null {
  const chosen =
    wanted === null
      ? (sheets.find(({ cells }) => headerAt(kind, cells) !== null) ?? sheets.find(isFilled))
      : sheets.find(({ name }) => name === wanted);
  if (chosen) return { ...chosen, others: sheets.flatMap((each) => (each === chosen ? [] : (each.name ?? []))) };
  if (wanted === null) return null;
  const there = sheets.flatMap(({ name }) => name ?? []).join('、');
  return refuse('sheet_unknown', { field: 'sheet', values: { sheet: wanted, there } });
}
