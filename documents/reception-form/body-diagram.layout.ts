import { hairline, ink, muted } from '#documents/blocks.ts';
import {
  carOutlines,
  diagramSize,
  onPanel,
  panels,
  wheelCentres,
  wheelRadius,
  type Panel,
} from '#documents/reception-form/body-outline.ts';
import type { Block, Point, Vector } from '#documents/definition.ts';
import type { BodyDamage } from '#documents/reception-form/reception-form.view.ts';

const stroke = { lineWidth: 0.7, lineColor: hairline };

function carVectors(): Vector[] {
  const outlines = carOutlines.map((points): Vector => ({ type: 'polyline', closePath: true, ...stroke, points }));
  const wheels = wheelCentres.map(({ x, y }): Vector => ({
    type: 'ellipse',
    x,
    y,
    r1: wheelRadius,
    r2: wheelRadius,
    ...stroke,
    color: '#ffffff',
  }));
  return [...outlines, ...wheels];
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
