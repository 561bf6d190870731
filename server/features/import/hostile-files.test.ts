import { describe, expect, test } from 'vitest';
import { csvCell, withoutGuard } from '#server/features/import/csv-cell.ts';
import { isRefusal } from '#domain/kernel/refusal.ts';
import { cellsOf, readSheets } from '#server/features/import/read-file.ts';
import { workbook } from '#server/testing/workbook.ts';

async function read(bytes: Buffer) {
  const sheets = await readSheets({ field: 'file', name: 'list.xlsx', type: '', bytes });
  return isRefusal(sheets) ? sheets : sheets.map(cellsOf)[0];
}
const list = workbook([
  ['A1', '姓名'],
  ['B1', '电话'],
  ['A2', '王建国'],
  ['B2', '16100000001'],
]);

/** The size of the last file of an archive, as its directory claims it. */
function claiming(bytes: Buffer, size: number): Buffer {
  const changed = Buffer.from(bytes);
  changed.writeUInt32LE(size, changed.lastIndexOf(Buffer.from('PK\u0001\u0002', 'latin1')) + 24);
  return changed;
}

describe('a workbook', () => {
  test('is read cell by cell', async () => {
    expect(await read(list)).toEqual([
      ['姓名', '电话'],
      ['王建国', '16100000001'],
    ]);
  });

  test('whose one cell stands at the far end of the sheet ends its own reading, not the server', async () => {
    const far = workbook([
      ['A1', '姓名'],
      ['XFD1048576', '王'],
    ]);
    expect(await read(far)).toMatchObject({ code: 'file_unreadable' });
    expect(await read(list)).toHaveLength(2);
  });

  test('that unpacks to more than any list needs is refused before it is unpacked', async () => {
    expect(await read(claiming(list, 3_000_000_000))).toMatchObject({ code: 'file_too_large' });
  });

  test.each([
    ['that breaks off', list.subarray(0, 300)],
    ['whose directory points nowhere', Buffer.from(list).fill(0xff, list.length - 6, list.length - 2)],
    ['that is an empty archive', Buffer.from(`PK\u0003\u0004PK\u0005\u0006${'\0'.repeat(18)}`, 'latin1')],
  ])('%s cannot be read', async (_, bytes) => {
    expect(await read(bytes)).toMatchObject({ code: 'file_unreadable' });
  });
});

test('a file of millions of lines is refused without being read to its end', async () => {
  expect(await read(Buffer.from('a\n'.repeat(4_000_000)))).toMatchObject({ code: 'file_too_large' });
});

describe('a cell that a spreadsheet would run', () => {
  const dangerous = ['=HYPERLINK("http://evil.example","x")', '+cmd|calc', '-2+3+cmd|calc', '@SUM(A1)', '\t=1'];

  test.each(dangerous)('%j is taken away as text, and comes back as it was', (cell) => {
    const written = csvCell(cell);
    expect(written).toMatch(/^"?'/);
    expect(withoutGuard(written.replaceAll(/^"|"$/g, '').replaceAll('""', '"'))).toBe(cell);
  });

  test.each(['+86 138-0000-0000', '-12.50', '王建国', "'引号", ''])('%j is none and stays as it is', (cell) => {
    expect(withoutGuard(csvCell(cell))).toBe(cell);
  });
});
