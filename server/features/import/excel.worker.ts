import { parentPort, workerData } from 'node:worker_threads';
import readSheets from 'read-excel-file/universal';

/** Reads the sheets of a workbook in a thread of its own and sends their cells as texts; what it throws ends the thread alone. */
const sheets = await readSheets(workerData as ArrayBuffer);
parentPort?.postMessage(
  sheets.map(({ sheet, data }) => ({ name: sheet, cells: data.map((row) => row.map(cellText)) })),
);

/** Excel keeps days as instants at midnight UTC, and long numbers as numbers. */
function cellText(cell: unknown): string {
  if (cell === null || cell === undefined) return '';
  if (cell instanceof Date) return cell.toISOString().slice(0, 10);
  return typeof cell === 'string' ? cell : JSON.stringify(cell);
}
