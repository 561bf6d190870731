/** Handwriting in a box 1000 wide and 400 high, milliseconds since the first touch: what a signature is stored as. */
export type Stroke = readonly { readonly x: number; readonly y: number; readonly t: number }[];

type Drawn = { readonly points: readonly { readonly x: number; readonly y: number; readonly time: number }[] };
type Box = { readonly width: number; readonly height: number };

const most = { strokes: 200, points: 2000, ms: 600_000 } as const;
const within = (value: number, limit: number): number => Math.min(Math.max(Math.round(value), 0), limit);

/** What was drawn in a box of pixels, as it is stored. */
export function strokesOf(drawn: readonly Drawn[], box: Box): { x: number; y: number; t: number }[][] {
  const began = drawn[0]?.points[0]?.time ?? 0;
  return drawn
    .filter(({ points }) => points.length > 0)
    .slice(0, most.strokes)
    .map(({ points }) =>
      points.slice(0, most.points).map(({ x, y, time }) => ({
        x: within((x / box.width) * 1000, 1000),
        y: within((y / box.height) * 400, 400),
        t: within(time - began, most.ms),
      })),
    );
}

/** Stored strokes as points in a box of pixels, to go on drawing. */
export function drawnOf(
  strokes: readonly Stroke[],
  box: Box,
  began = 0,
): { x: number; y: number; time: number; pressure: number }[][] {
  return strokes.map((stroke) =>
    stroke.map(({ x, y, t }) => ({
      x: (x / 1000) * box.width,
      y: (y / 400) * box.height,
      time: began + t,
      pressure: 0,
    })),
  );
}

/** A stroke as an SVG path in the box of 1000 × 400; a single touch is a dot. */
export function strokePath(stroke: Stroke): string {
  const [first] = stroke;
  if (!first) return '';
  if (stroke.length === 1) return `M${first.x} ${first.y}h0`;
  return `M${stroke.map(({ x, y }) => `${x} ${y}`).join('L')}`;
}
