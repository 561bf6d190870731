import { channelWords } from '#documents/words.ts';
import { localTime } from '#documents/format.ts';
import { ink, muted, hairline } from '#documents/blocks.ts';
import type { Block, CanvasBlock, StackBlock, Vector } from '#documents/definition.ts';
import type { SignatureStrokes, SignatureView } from '#documents/paper.view.ts';

type Stroke = SignatureStrokes[number];

function strokeVector(stroke: Stroke, width: number): Vector {
  const points = stroke.map(({ x, y }) => ({ x: x * width, y: y * width }));
  const [first] = points;
  if (first !== undefined && points.length === 1) {
    return { type: 'ellipse', x: first.x, y: first.y, r1: 0.8, r2: 0.8, color: ink };
  }
  return { type: 'polyline', points, lineWidth: 1.1, lineColor: ink, lineCap: 'round' };
}

/** Strokes as lines in a box of the given width (its height is 0.4 of that); an empty box for null. */
export function signatureDrawing(strokes: SignatureStrokes | null, width: number): CanvasBlock {
  const height = width * 0.4;
  const base: Vector = { type: 'line', x1: 0, y1: height, x2: width, y2: height, lineWidth: 0.5, lineColor: hairline };
  const drawn = (strokes ?? []).filter((stroke) => stroke.length > 0);
  return { canvas: [...drawn.map((stroke) => strokeVector(stroke, width)), base] };
}

function signedNotes({ signedAt, channel }: SignatureView): string[] {
  if (signedAt === null) return ['未签署'];
  return [localTime(signedAt), ...(channel === null ? [] : [channelWords[channel]])];
}

/** A titled signature place: drawing, name, time and way. */
export function signaturePlace(title: string, signature: SignatureView): StackBlock {
  return {
    width: '*',
    stack: [
      { text: [{ text: title, bold: true }, ` ${signature.name}`], fontSize: 8 },
      { ...signatureDrawing(signature.strokes, 96), margin: [0, 2, 0, 2] },
      ...signedNotes(signature).map((text): Block => ({ text, fontSize: 6.5, color: muted })),
    ],
  };
}

/** The dashed square for the shop's seal. */
export function stampArea(): StackBlock {
  const frame: Vector = {
    type: 'rect',
    x: 0,
    y: 0,
    w: 88,
    h: 62,
    r: 3,
    lineWidth: 0.6,
    lineColor: hairline,
    dash: { length: 3, space: 2 },
  };
  return {
    width: 88,
    stack: [
      { canvas: [frame] },
      {
        text: '承修方盖章处',
        fontSize: 7,
        color: muted,
        alignment: 'center',
        relativePosition: { x: 0, y: -36 },
        width: 88,
      },
    ],
  };
}

/**
 * Signatures and seal in one row, with the statement that is signed and the section before it. No page break divides them, so that
 * nobody signs a page that says nothing.
 */
export function signatureBlock(statement: string, places: StackBlock[], lastSection: Block): Block {
  return {
    unbreakable: true,
    stack: [
      lastSection,
      { text: statement, fontSize: 8, margin: [0, 8, 0, 6] },
      { columns: [...places, stampArea()], columnGap: 12 },
    ],
  };
}
