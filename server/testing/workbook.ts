import { crc32 } from 'node:zlib';

const head = '<?xml version="1.0"?>';
const main = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main';
const related = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
const link = (type: string, ...targets: readonly string[]): string => {
  const links = targets.map((to, at) => `<Relationship Id="rId${at + 1}" Type="${related}/${type}" Target="${to}"/>`);
  return `${head}<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">${links.join('')}</Relationships>`;
};

/** A cell of a workbook, such as `['B2', '王建国']`. */
export type Cell = readonly [place: string, text: string];

const cellXml = ([place, text]: Cell): string => `<c r="${place}" t="inlineStr"><is><t>${text}</t></is></c>`;
const rowOf = ([place]: Cell): number => Number(place.replace(/^[A-Z]+/, ''));

/** An Excel file with one sheet that holds these cells, packed without compression. */
export const workbook = (cells: readonly Cell[]): Buffer => workbookOf({ A: cells });

/** An Excel file with several sheets by name. */
export function workbookOf(sheets: Readonly<Record<string, readonly Cell[]>>): Buffer {
  const names = Object.keys(sheets);
  const listed = names.map((name, at) => `<sheet name="${name}" sheetId="${at + 1}" r:id="rId${at + 1}"/>`);
  return archive({
    '[Content_Types].xml': `${head}<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"/>`,
    '_rels/.rels': link('officeDocument', 'xl/workbook.xml'),
    'xl/workbook.xml': `${head}<workbook xmlns="${main}" xmlns:r="${related}"><sheets>${listed.join('')}</sheets></workbook>`,
    'xl/_rels/workbook.xml.rels': link('worksheet', ...names.map((_, at) => `worksheets/sheet${at + 1}.xml`)),
    ...Object.fromEntries(
      Object.values(sheets).map((cells, at) => [`xl/worksheets/sheet${at + 1}.xml`, sheetXml(cells)]),
    ),
  });
}

function sheetXml(cells: readonly Cell[]): string {
  const rows = [...Map.groupBy(cells, rowOf)].map(([row, of]) => `<row r="${row}">${of.map(cellXml).join('')}</row>`);
  return `${head}<worksheet xmlns="${main}"><sheetData>${rows.join('')}</sheetData></worksheet>`;
}

function archive(files: Readonly<Record<string, string>>): Buffer {
  const locals: Buffer[] = [];
  const entries: Buffer[] = [];
  let at = 0;
  for (const [path, text] of Object.entries(files)) {
    const [name, body] = [Buffer.from(path), Buffer.from(text)];
    const sizes = numbers([crc32(body), 4], [body.length, 4], [body.length, 4], [name.length, 2], [0, 2]);
    const local = Buffer.concat([Buffer.from('PK\u0003\u0004\u0014\0\0\0\0\0\0\0\0\0', 'latin1'), sizes, name, body]);
    const where = numbers([0, 2], [0, 2], [0, 2], [0, 4], [at, 4]);
    entries.push(
      Buffer.concat([Buffer.from('PK\u0001\u0002\u0014\0\u0014\0\0\0\0\0\0\0\0\0', 'latin1'), sizes, where, name]),
    );
    locals.push(local);
    at += local.length;
  }
  const directory = Buffer.concat(entries);
  const count = entries.length;
  const end = numbers([0, 4], [count, 2], [count, 2], [directory.length, 4], [at, 4], [0, 2]);
  return Buffer.concat([...locals, directory, Buffer.from('PK\u0005\u0006', 'latin1'), end]);
}

function numbers(...values: readonly (readonly [value: number, bytes: number])[]): Buffer {
  return Buffer.concat(
    values.map(([value, bytes]) => {
      const buffer = Buffer.alloc(bytes);
      buffer.writeUIntLE(value, 0, bytes);
      return buffer;
    }),
  );
}
