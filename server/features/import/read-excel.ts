import { Worker } from 'node:worker_threads';
import type { Sheet } from '#domain/import/choose-sheet.ts';

const mostUnpackedBytes = 48 * 1024 * 1024;
const mostMemoryMb = 384;
const patienceMs = 20_000;

/** Whether a workbook unpacks to more than a list of customers or parts ever does. Null when it is no archive that can be read. */
export function unpacksTooLarge(bytes: Buffer): boolean | null {
  try {
    return unpackedBytes(bytes) > mostUnpackedBytes;
  } catch {
    return null;
  }
}

const endMark = Buffer.from('PK\u0005\u0006', 'latin1');
const entryMark = Buffer.from('PK\u0001\u0002', 'latin1');

/** What the archive's own directory says of the size of its files: nothing is unpacked beyond it. */
function unpackedBytes(bytes: Buffer): number {
  const end = bytes.lastIndexOf(endMark);
  let at = bytes.readUInt32LE(end + 16);
  let total = 0;
  for (let left = bytes.readUInt16LE(end + 10); left > 0; left -= 1) {
    if (!bytes.subarray(at, at + 4).equals(entryMark)) throw new RangeError('no entry of the archive');
    total += bytes.readUInt32LE(at + 24);
    at += 46 + bytes.readUInt16LE(at + 28) + bytes.readUInt16LE(at + 30) + bytes.readUInt16LE(at + 32);
  }
  return total;
}

let turn: Promise<unknown> = Promise.resolve();

/** As `readApart`, one workbook after the other, so that several at once take no more memory than one. */
export function readExcel(bytes: Buffer): Promise<readonly Sheet[] | null> {
  const read = turn.then(() => readApart(bytes));
  turn = read;
  return read;
}

/**
 * The sheets with their cells as texts, read in a thread of its own: a workbook that takes more memory or time than any list
 * needs ends that thread and not the server. Null when it cannot be read.
 */
function readApart(bytes: Buffer): Promise<readonly Sheet[] | null> {
  const copy = new Uint8Array(bytes).buffer;
  const worker = new Worker(new URL('excel.worker.ts', import.meta.url), {
    workerData: copy,
    transferList: [copy],
    resourceLimits: { maxOldGenerationSizeMb: mostMemoryMb },
    stderr: true,
  });
  const timer = setTimeout(() => void worker.terminate(), patienceMs);
  return new Promise<readonly Sheet[] | null>((resolve) => {
    worker.once('message', (sheets: readonly Sheet[]) => resolve(sheets));
    worker.once('error', () => resolve(null));
    worker.once('exit', () => resolve(null));
  }).finally(() => {
    clearTimeout(timer);
    void worker.terminate();
  });
}
