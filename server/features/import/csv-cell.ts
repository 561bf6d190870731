/** What a spreadsheet would take for a formula. */
const formula = /^[=+\-@\t\r]/;
/** Signed numbers and telephone numbers are no formulas, whatever they begin with. */
const figure = /^[+-]?[\d .,()-]+$/;

/** A cell as it stands in a CSV file: what a spreadsheet would run is marked as text, and quoted where it must be. */
export function csvCell(cell: string): string {
  const text = formula.test(cell) && !figure.test(cell) ? `'${cell}` : cell;
  return /[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}

/** A cell without the mark that says that it is no formula. */
export const withoutGuard = (cell: string): string => (/^'[=+\-@\t\r]/.test(cell) ? cell.slice(1) : cell);
