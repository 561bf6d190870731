import { expect, test } from 'vitest';
import { strokesSchema } from '#domain/repair-order/visit.contract.ts';
import { drawnOf, strokePath, strokesOf } from '#web/ui/strokes.ts';

const box = { width: 350, height: 140 };
const point = (x: number, y: number, time: number) => ({ x, y, time });

test('a signature is stored as whole numbers in a box of 1000 by 400, its time from the first touch', () => {
  const drawn = [{ points: [point(0, 0, 5000), point(175, 70, 5016)] }, { points: [point(350, 140, 6000)] }];
  expect(strokesOf(drawn, box)).toEqual([
    [
      { x: 0, y: 0, t: 0 },
      { x: 500, y: 200, t: 16 },
    ],
    [{ x: 1000, y: 400, t: 1000 }],
  ]);
});

test('whatever is drawn fits the contract: outside the box, endless, or empty', () => {
  const wild = Array.from({ length: 300 }, (_, stroke) => ({
    points:
      stroke === 5
        ? []
        : Array.from({ length: 30 }, (__, index) => point(-20.4 + index * 99.7, 900, stroke * 9_000 + index)),
  }));
  const long = { points: Array.from({ length: 5000 }, (_, index) => point(1, 1, index)) };
  expect(strokesSchema.safeParse(strokesOf([long, ...wild], box)).success).toBe(true);
});

test('a stored signature drawn again and read again is the same', () => {
  const strokes = [
    [
      { x: 100, y: 40, t: 0 },
      { x: 900, y: 333, t: 250 },
    ],
  ];
  const again = drawnOf(strokes, box, 70_000).map((points) => ({ points }));
  expect(strokesOf(again, box)).toEqual(strokes);
});

test('a single touch is a dot', () => {
  expect(strokePath([{ x: 5, y: 6, t: 0 }])).toBe('M5 6h0');
});
