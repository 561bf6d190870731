import { cleanup, fireEvent, render, screen } from '@testing-library/react';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { strokesSchema } from '#domain/repair-order/visit.contract.ts';
import { SignaturePad } from '#web/ui/SignaturePad.tsx';
import { SignatureView } from '#web/ui/SignatureView.tsx';

/** happy-dom draws nothing: a context that takes every call. */
const paper = new Proxy({}, { get: () => () => {}, set: () => true });

beforeEach(() => {
  vi.spyOn(HTMLCanvasElement.prototype, 'getContext').mockReturnValue(paper as never);
  vi.spyOn(HTMLCanvasElement.prototype, 'clientWidth', 'get').mockReturnValue(500);
  vi.spyOn(HTMLCanvasElement.prototype, 'clientHeight', 'get').mockReturnValue(200);
});

afterEach(() => {
  cleanup();
  vi.restoreAllMocks();
});

function draw(canvas: HTMLElement, points: readonly (readonly [number, number])[]) {
  const at = ([clientX, clientY]: readonly [number, number]) => ({
    clientX,
    clientY,
    pointerId: 1,
    button: 0,
    buttons: 1,
    isPrimary: true,
  });
  const [first = [0, 0] as const, ...rest] = points;
  fireEvent.pointerDown(canvas, at(first));
  for (const point of rest) fireEvent.pointerMove(canvas, at(point));
  fireEvent.pointerUp(canvas, { ...at(points.at(-1) ?? first), buttons: 0 });
}

test('each stroke is told, can be taken back one by one, and cleared', () => {
  const told = vi.fn<(strokes: unknown[]) => void>();
  render(<SignaturePad label="客户签名" onChange={told} />);
  const canvas = screen.getByRole('img', { name: '客户签名' });
  draw(canvas, [
    [50, 20],
    [250, 100],
  ]);
  draw(canvas, [
    [10, 10],
    [20, 20],
  ]);
  const strokes = told.mock.lastCall?.[0] ?? [];
  expect(strokes).toHaveLength(2);
  expect(strokesSchema.safeParse(strokes).success).toBe(true);
  fireEvent.click(screen.getByRole('button', { name: '撤销一笔' }));
  expect(told.mock.lastCall?.[0]).toHaveLength(1);
  fireEvent.click(screen.getByRole('button', { name: '重签' }));
  expect(told.mock.lastCall?.[0]).toEqual([]);
});

test('a stored signature is drawn with the name of who signed', () => {
  const strokes = [
    [
      { x: 1, y: 2, t: 0 },
      { x: 3, y: 4, t: 9 },
    ],
  ];
  const { container } = render(<SignatureView strokes={strokes} name="张三" />);
  expect(screen.getByRole('img', { name: '张三的签名' })).toBeTruthy();
  expect(container.querySelector('path')?.getAttribute('d')).toBe('M1 2L3 4');
});
