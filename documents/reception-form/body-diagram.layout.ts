import { hairline, ink, muted } from '#documents/blocks.ts';
import type { Block, Point, Vector } from '#documents/definition.ts';
import type { BodyDamage, BodySide } from '#documents/reception-form/reception-form.view.ts';

type Panel = { left: number; top: number; width: number; height: number; label: string; labelAt: Point };

/** Where each side of the car is drawn, in points within the diagram. */
const panels: Record<BodySide, Panel> = {
  front: { left: 0, top: 46, width: 62, height: 48, label: '前部', labelAt: { x: 23, y: 96 } },
  left: { left: 74, top: 0, width: 140, height: 42, label: '左侧 ←车头', labelAt: { x: 26, y: 16 } },
  roof: { left: 74, top: 49, width: 140, height: 42, label: '车顶 ←车头', labelAt: { x: 124, y: 65 } },
  right: { left: 74, top: 98, width: 140, height: 42, label: '右侧 车头→', labelAt: { x: 26, y: 114 } },
  rear: { left: 226, top: 46, width: 62, height: 48, label: '后部', labelAt: { x: 249, y: 96 } },
};
const diagramSize = { width: 288, height: 142 };

const sideProfile: Point[] = [
  { x: 0.01, y: 0.78 },
  { x: 0.02, y: 0.52 },
  { x: 0.2, y: 0.42 },
  { x: 0.34, y: 0.08 },
  { x: 0.68, y: 0.06 },
  { x: 0.84, y: 0.4 },
  { x: 0.98, y: 0.46 },
  { x: 0.99, y: 0.78 },
];
const sideGlass: Point[] = [
  { x: 0.27, y: 0.42 },
  { x: 0.37, y: 0.15 },
  { x: 0.66, y: 0.13 },
  { x: 0.77, y: 0.42 },
];
const endProfile: Point[] = [
  { x: 0.06, y: 0.94 },
  { x: 0.06, y: 0.5 },
  { x: 0.22, y: 0.08 },
  { x: 0.78, y: 0.08 },
  { x: 0.94, y: 0.5 },
  { x: 0.94, y: 0.94 },
];
const endGlass: Point[] = [
  { x: 0.17, y: 0.46 },
  { x: 0.27, y: 0.16 },
  { x: 0.73, y: 0.16 },
  { x: 0.83, y: 0.46 },
];
const roofProfile: Point[] = [
  { x: 0.02, y: 0.18 },
  { x: 0.12, y: 0.04 },
  { x: 0.9, y: 0.06 },
  { x: 0.98, y: 0.2 },
  { x: 0.98, y: 0.8 },
  { x: 0.9, y: 0.94 },
  { x: 0.12, y: 0.96 },
  { x: 0.02, y: 0.82 },
];
const roofGlass: Point[] = [
  { x: 0.34, y: 0.18 },
  { x: 0.7, y: 0.18 },
  { x: 0.7, y: 0.82 },
  { x: 0.34, y: 0.82 },
];

function mirrored(points: Point[]): Point[] {
  return points.map(({ x, y }) => ({ x: 1 - x, y }));
}

function onPanel({ left, top, width, height }: Panel, { x, y }: Point): Point {
  return { x: left + x * width, y: top + y * height };
}

function outline(panel: Panel, points: Point[]): Vector {
  return {
    type: 'polyline',
    closePath: true,
    lineWidth: 0.7,
    lineColor: hairline,
    points: points.map((point) => onPanel(panel, point)),
  };
}

function wheels(panel: Panel, centres: readonly number[]): Vector[] {
  return centres.map((x) => {
    const at = onPanel(panel, { x, y: 0.78 });
    return { type: 'ellipse', x: at.x, y: at.y, r1: 8, r2: 8, lineWidth: 0.7, lineColor: hairline, color: '#ffffff' };
  });
}

function carVectors(): Vector[] {
  const { front, rear, left, right, roof } = panels;
  return [
    outline(left, sideProfile),
    outline(left, sideGlass),
    ...wheels(left, [0.19, 0.81]),
    outline(right, mirrored(sideProfile)),
    outline(right, mirrored(sideGlass)),
    ...wheels(right, [0.19, 0.81]),
    outline(roof, roofProfile),
    outline(roof, roofGlass),
    outline(front, endProfile),
    outline(front, endGlass),
    outline(rear, endProfile),
    outline(rear, endGlass),
  ];
}

function overlay(text: string, at: Point, style: { fontSize: number; color: string; bold?: boolean }): Block {
  return { text, ...style, lineHeight: 1, relativePosition: { x: at.x, y: at.y - diagramSize.height } };
}

function markVector({ side, x, y }: BodyDamage): Vector {
  const at = onPanel(panels[side], { x, y });
  return { type: 'ellipse', x: at.x, y: at.y, r1: 5.5, r2: 5.5, color: ink };
}

function markNumber({ side, x, y }: BodyDamage, index: number): Block {
  const at = onPanel(panels[side], { x, y });
  const digits = String(index + 1);
  return overlay(
    digits,
    { x: at.x - 1.9 * digits.length, y: at.y - 5.2 },
    { fontSize: 7, color: '#ffffff', bold: true },
  );
}

function panelLabel({ label, labelAt }: Panel): Block {
  return overlay(label, labelAt, { fontSize: 7, color: muted });
}

/** The car from five sides with the damages numbered as in the list beside it. */
export function bodyDiagram(damages: readonly BodyDamage[]): Block {
  const frame: Vector = {
    type: 'rect',
    x: 0,
    y: 0,
    w: diagramSize.width,
    h: diagramSize.height,
    lineWidth: 0,
    lineColor: '#ffffff',
  };
  return {
    width: diagramSize.width,
    stack: [
      { canvas: [frame, ...carVectors(), ...damages.map(markVector)] },
      ...Object.values(panels).map(panelLabel),
      ...damages.map(markNumber),
    ],
  };
}
