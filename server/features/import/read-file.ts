import { parse } from 'csv-parse/sync';
import { refuse, type Refusal } from '#domain/kernel/refusal.ts';
import type { Sheet } from '#domain/import/choose-sheet.ts';
import { importLimits } from '#domain/import/import.ts';
import { withoutGuard } from '#server/features/import/csv-cell.ts';
import { readExcel, unpacksTooLarge } from '#server/features/import/read-excel.ts';
import type { UploadedFile } from '#server/http/upload.ts';

type Cells = Sheet['cells'];

/** Empty lines do not count as rows, but there is an end to them. */
const mostLines = 4 * importLimits.rows;

const zipMark = Buffer.from('PK\u0003\u0004', 'latin1');

/** Names of sheets are told with the import; Excel's own end at 31 letters. */
const longestName = 100;

/**
 * The sheets of an Excel file, or the one table of a CSV file in UTF-8 or GB18030, as Chinese Excel saves it. Refusals: `file_unreadable`,
 * `file_too_large`.
 */
export async function readSheets({ bytes }: UploadedFile): Promise<readonly Sheet[] | Refusal> {
  if (bytes.length > importLimits.bytes) return tooLarge('8 MB');
  const packed = bytes.subarray(0, 4).equals(zipMark);
  if (packed && unpacksTooLarge(bytes) !== false) return tooLargeOrUnreadable(bytes);
  const sheets = packed ? await readExcel(bytes) : csvSheets(bytes);
  if (sheets === null) return refuse('file_unreadable', { field: 'file' });
  return sheets.map(({ name, cells }) => ({ name: name?.trim().slice(0, longestName) ?? null, cells }));
}

/** The cells of a sheet row by row as a spreadsheet counts them. Refusals: `file_unreadable` without rows, `file_too_large`. */
export function cellsOf({ cells }: Sheet): Cells | Refusal {
  if (cells.length > mostLines) return tooLarge(`${importLimits.rows} 行 rows`);
  const filled = cells.filter((row) => row.some((cell) => cell.trim() !== '')).length;
  if (filled < 2) return refuse('file_unreadable', { field: 'file' });
  return filled - 1 > importLimits.rows
    ? tooLarge(`${importLimits.rows} 行 rows`)
    : cells.map((row) => row.map(withoutGuard));
}

const tooLargeOrUnreadable = (bytes: Buffer): Refusal =>
  unpacksTooLarge(bytes) ? tooLarge('8 MB') : refuse('file_unreadable', { field: 'file' });

const tooLarge = (limit: string): Refusal => refuse('file_too_large', { field: 'file', values: { limit } });

function csvSheets(bytes: Buffer): readonly Sheet[] | null {
  const text = decode(bytes);
  if (text === null) return null;
  try {
    const cells: Cells = parse(text, {
      bom: true,
      relaxColumnCount: true,
      relaxQuotes: true,
      delimiter: delimiterOf(text),
      maxRecordSize: 200_000,
      to: mostLines + 1,
    });
    return [{ name: null, cells }];
  } catch {
    return null;
  }
}

/** What parts the first line that has parts; the others are text, such as a semicolon within an address. */
function delimiterOf(text: string): string {
  const line = text.split(/\r?\n/, 20).find((each) => /[,\t;]/.test(each)) ?? '';
  const counted = [',', '\t', ';'].map((mark) => ({ mark, times: line.split(mark).length }));
  return counted.toSorted((a, b) => b.times - a.times)[0]?.mark ?? ',';
}

/** Text that is no valid UTF-8 is GB18030, or no text at all. */
function decode(bytes: Buffer): string | null {
  for (const encoding of ['utf-8', 'gb18030']) {
    try {
      const text = new TextDecoder(encoding, { fatal: true }).decode(bytes);
      return text.includes('\u0000') ? null : text;
    } catch {
      continue;
    }
  }
  return null;
}
