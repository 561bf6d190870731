import type { Point } from '#documents/definition.ts';
import type { BodySide } from '#documents/reception-form/reception-form.view.ts';

export type Panel = { left: number; top: number; width: number; height: number; label: string; labelAt: Point };

/** Where each side of the car is drawn, in points within the diagram. */
export const panels: Record<BodySide, Panel> = {
  front: { left: 0, top: 46, width: 62, height: 48, label: '前部', labelAt: { x: 23, y: 96 } },
  left: { left: 74, top: 0, width: 140, height: 42, label: '左侧 ←车头', labelAt: { x: 26, y: 16 } },
  roof: { left: 74, top: 49, width: 140, height: 42, label: '车顶 ←车头', labelAt: { x: 124, y: 65 } },
  right: { left: 74, top: 98, width: 140, height: 42, label: '右侧 车头→', labelAt: { x: 26, y: 114 } },
  rear: { left: 226, top: 46, width: 62, height: 48, label: '后部', labelAt: { x: 249, y: 96 } },
};
export const diagramSize = { width: 288, height: 142 };

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

/** A place within a side's picture, 0 to 1 each way, as a place in the diagram. */
export function onPanel({ left, top, width, height }: Panel, { x, y }: Point): Point {
  return { x: left + x * width, y: top + y * height };
}

const shapes = [
  ['left', sideProfile],
  ['left', sideGlass],
  ['right', mirrored(sideProfile)],
  ['right', mirrored(sideGlass)],
  ['roof', roofProfile],
  ['roof', roofGlass],
  ['front', endProfile],
  ['front', endGlass],
  ['rear', endProfile],
  ['rear', endGlass],
] as const satisfies ReadonlyArray<readonly [BodySide, Point[]]>;

/** The closed lines of the car from five sides, on paper and on the screen alike. */
export const carOutlines: readonly Point[][] = shapes.map(([side, points]) =>
  points.map((point) => onPanel(panels[side], point)),
);

export const wheelRadius = 8;
export const wheelCentres: readonly Point[] = [panels.left, panels.right].flatMap((panel) =>
  [0.19, 0.81].map((x) => onPanel(panel, { x, y: 0.78 })),
);
