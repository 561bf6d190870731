import type { SignatureInput } from '#domain/repair-order/visit.contract.ts';

/** A short stroke under a name, as a finger on glass makes it. */
export const signedBy = (name: string): SignatureInput => ({
  signedBy: name,
  strokes: [
    [
      { x: 120, y: 210, t: 0 },
      { x: 260, y: 130, t: 90 },
      { x: 410, y: 240, t: 180 },
      { x: 640, y: 150, t: 300 },
    ],
  ],
});

/** A glass that nobody touched. */
export const unsignedBy = (name: string): SignatureInput => ({ signedBy: name, strokes: [] });
