import type { BuiltOrder } from '#server/testing/build-repair-order.ts';

/** One step of the process, through the commands of whoever takes it. */
export type OrderStep = (order: BuiltOrder) => Promise<void>;

/** A signature of two strokes. */
export const signedBy = (name: string) => ({
  signedBy: name,
  strokes: [
    [
      { x: 10, y: 10, t: 0 },
      { x: 200, y: 90, t: 150 },
    ],
    [
      { x: 210, y: 20, t: 300 },
      { x: 260, y: 120, t: 420 },
    ],
  ],
});

/** Passed points of a check. */
export const passedItems = (names: readonly string[]) => names.map((item) => ({ item, result: 'pass' as const }));
