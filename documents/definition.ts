/** The part of pdfmake's document definition that our papers are made of. Sizes in points. */

export type Alignment = 'left' | 'center' | 'right';
type Margin = [left: number, top: number, right: number, bottom: number];

type BlockStyle = {
  fontSize?: number;
  bold?: boolean;
  color?: string;
  fillColor?: string;
  alignment?: Alignment;
  lineHeight?: number;
  noWrap?: boolean;
  wordBreak?: 'normal' | 'break-all';
  characterSpacing?: number;
  decoration?: 'lineThrough' | 'underline';
  margin?: Margin;
  width?: number | 'auto' | '*';
  relativePosition?: { x: number; y: number };
  unbreakable?: boolean;
};
type CellSpan = { colSpan?: number; rowSpan?: number; border?: [boolean, boolean, boolean, boolean] };

export type Inline = string | ({ text: string } & BlockStyle);
type TextBlock = { text: string | Inline[] } & BlockStyle & CellSpan;
export type StackBlock = { stack: Block[] } & BlockStyle & CellSpan;
type ColumnsBlock = { columns: Block[]; columnGap?: number } & BlockStyle & CellSpan;
type QrBlock = { qr: string; fit?: number; eccLevel?: 'L' | 'M' | 'Q' | 'H' } & BlockStyle & CellSpan;
export type CanvasBlock = { canvas: Vector[] } & BlockStyle & CellSpan;
export type TableBlock = {
  table: {
    body: Cell[][];
    widths: Array<number | 'auto' | '*'>;
    heights?: number | Array<number | 'auto'>;
    headerRows?: number;
    keepWithHeaderRows?: number;
    dontBreakRows?: boolean;
  };
  layout?: TableRules;
} & BlockStyle &
  CellSpan;

export type Block = TextBlock | StackBlock | ColumnsBlock | QrBlock | CanvasBlock | TableBlock;
/** An empty object stands for a place that a neighbour's span covers. */
export type Cell = Block | Record<string, never>;

type Stroke = { lineColor?: string; lineWidth?: number; dash?: { length: number; space?: number } };
export type Point = { x: number; y: number };
export type Vector = Stroke &
  (
    | { type: 'line'; x1: number; y1: number; x2: number; y2: number; lineCap?: 'round' | 'butt' }
    | { type: 'rect'; x: number; y: number; w: number; h: number; r?: number; color?: string }
    | { type: 'ellipse'; x: number; y: number; r1: number; r2: number; color?: string }
    | { type: 'polyline'; points: Point[]; closePath?: boolean; color?: string; lineCap?: 'round' | 'butt' }
  );

type Rule = () => number;
type RuleColor = () => string;
export type TableRules = {
  hLineWidth?: Rule;
  vLineWidth?: Rule;
  hLineColor?: RuleColor;
  vLineColor?: RuleColor;
  paddingLeft?: Rule;
  paddingRight?: Rule;
  paddingTop?: Rule;
  paddingBottom?: Rule;
};

/** A whole paper, ready for `renderPdf`. Make a fresh one per rendering: pdfmake writes its measures into it. */
export type PaperDefinition = {
  pageSize: 'A4';
  pageMargins: Margin;
  info: { title: string; subject: string; creationDate: Date };
  defaultStyle: { font: string } & BlockStyle;
  header: (page: number) => Block;
  footer: (page: number, pageCount: number) => Block;
  content: Block[];
  watermark?: { text: string; color: string; opacity: number; bold: boolean; angle: number; fontSize: number };
};
