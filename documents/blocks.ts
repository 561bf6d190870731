import { nothing } from '#documents/format.ts';
import type { Alignment, Block, Cell, Inline, TableBlock, TableRules } from '#documents/definition.ts';

export const ink = '#111111';
export const muted = '#555555';
export const hairline = '#8c8c8c';
const shade = '#eeeeee';
const labelShade = '#f7f7f7';

const gridRules: TableRules = {
  hLineWidth: () => 0.5,
  vLineWidth: () => 0.5,
  hLineColor: () => hairline,
  vLineColor: () => hairline,
  paddingLeft: () => 4,
  paddingRight: () => 4,
  paddingTop: () => 2,
  paddingBottom: () => 2.5,
};

/** Characters above which a cell may be higher than a page, where keeping it whole would cut off its end. */
const tallText = 500;

function textLength(node: unknown): number {
  if (typeof node === 'string') return node.length;
  if (Array.isArray(node)) return node.reduce<number>((length, part) => length + textLength(part), 0);
  if (typeof node !== 'object' || node === null) return 0;
  const { text, stack, columns, table } = node as Partial<Record<string, unknown>>;
  return textLength([text, stack, columns, (table as { body?: unknown } | undefined)?.body]);
}

function tableOf(widths: TableBlock['table']['widths'], headerRows: number, body: Cell[][]): TableBlock['table'] {
  const isTall = body.some((row) => row.some((cell) => textLength(cell) > tallText));
  return { widths, headerRows, keepWithHeaderRows: isTall ? 0 : 1, dontBreakRows: !isTall, body };
}

/** Keeps a block on one page if its text can be expected to fit one. */
export function keptWhole(block: TableBlock): Block {
  return { ...block, unbreakable: textLength(block) <= tallText };
}

/** Label, value, and over how many label-value pairs the value reaches. */
export type Field = readonly [label: string, value: string | Block, span?: number];

function titleRow(title: string, cells: number, summary: Inline[] = []): Cell[] {
  const texts: Block[] = [
    { text: title, bold: true, fontSize: 9, width: '*' },
    { text: summary, width: 'auto', margin: [0, 1, 0, 0] },
  ];
  return [{ columns: texts, fillColor: shade, colSpan: cells }, ...covered(cells - 1)];
}

function covered(count: number): Cell[] {
  return Array.from({ length: count }, () => ({}));
}

function valueCell(value: string | Block, span: number): Cell {
  const block = typeof value === 'string' ? { text: value === '' ? nothing : value } : value;
  return { ...block, colSpan: span * 2 - 1 };
}

/** The last value takes what is left of its row. */
function fieldRows(fields: readonly Field[], pairs: number): Cell[][] {
  const rows: Cell[][] = [];
  let row: Cell[] = [];
  for (const [index, [label, value, span = 1]] of fields.entries()) {
    const reach = index === fields.length - 1 ? pairs - row.length / 2 : span;
    row.push({ text: label, fillColor: labelShade, color: muted }, valueCell(value, reach), ...covered(reach * 2 - 2));
    if (row.length >= pairs * 2) {
      rows.push(row);
      row = [];
    }
  }
  return rows;
}

/** Titled grid of labelled values, `pairs` in a row. Spans before the last must add up to whole rows. */
export function fieldGrid(title: string, pairs: number, fields: readonly Field[]): TableBlock {
  const widths = Array.from({ length: pairs }, () => [54, '*'] as const).flat();
  return {
    margin: [0, 0, 0, 6],
    layout: gridRules,
    table: tableOf(widths, 1, [titleRow(title, pairs * 2), ...fieldRows(fields, pairs)]),
  };
}

export type Column = { head: string; width: number | '*'; align?: Alignment };

function headRow(columns: readonly Column[]): Cell[] {
  return columns.map(({ head }) => ({
    text: head,
    bold: true,
    fontSize: 7.5,
    alignment: 'center',
    fillColor: labelShade,
  }));
}

function bodyCell(column: Column, content: string | Block): Cell {
  const block = typeof content === 'string' ? { text: content } : content;
  return { alignment: column.align ?? 'left', ...block };
}

type SectionTable = {
  title: string;
  columns: readonly Column[];
  rows: ReadonlyArray<ReadonlyArray<string | Block>>;
  /** At the right of the title. */
  summary?: Inline[];
};

/** Titled table; title and column heads return on every page that it reaches, rows stay whole. */
export function sectionTable({ title, columns, rows, summary }: SectionTable): TableBlock {
  const body = rows.map((row) =>
    row.map((content, index) => bodyCell(columns[index] ?? { head: '', width: '*' }, content)),
  );
  return {
    margin: [0, 0, 0, 6],
    layout: gridRules,
    table: tableOf(
      columns.map(({ width }) => width),
      2,
      [titleRow(title, columns.length, summary), headRow(columns), ...body],
    ),
  };
}

/** Titled box around free blocks. */
export function sectionBox(title: string, blocks: Block[]): TableBlock {
  return {
    margin: [0, 0, 0, 6],
    layout: gridRules,
    table: tableOf(['*'], 1, [titleRow(title, 1), [{ stack: blocks }]]),
  };
}

/** `■ 收回 □ 放弃`: every option, the chosen one filled. */
export function choice<K extends string>(words: Readonly<Record<K, string>>, chosen: K | null): string {
  return (Object.keys(words) as K[]).map((key) => `${key === chosen ? '■' : '□'} ${words[key]}`).join('   ');
}

/** `■ 是   □ 否`; both open while the customer has not been asked. */
export function yesOrNo(value: boolean | null): string {
  return `${tick(value === true, '是')}   ${tick(value === false, '否')}`;
}

/** A box that is filled or not, with its word. */
export function tick(isOn: boolean, word: string): string {
  return `${isOn ? '■' : '□'} ${word}`;
}

export function numbered(lines: readonly string[]): Block[] {
  return lines.map((line, index) => ({
    columns: [
      { text: `${index + 1}.`, width: 12 },
      { text: line, width: '*' },
    ],
  }));
}
