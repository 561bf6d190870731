import { parentPort, workerData } from 'node:worker_threads';
import { readSheet } from 'read-excel-file/universal';

/** Reads the first sheet of a workbook in a thread of its own and sends its cells as texts; what it throws ends the thread alone. */
const rows = await readSheet(workerData as ArrayBuffer);
parentPort?.postMessage(rows.map((row) => row.map(cellText)));

/** Excel keeps days as instants at midnight UTC, and long numbers as numbers. */
function cellText(cell: unknown): string {
  if (cell === null || cell === undefined) return '';
  if (cell instanceof Date) return cell.toISOString().slice(0, 10);
  return typeof cell === 'string' ? cell : JSON.stringify(cell);
}
