import type { LineGuards, VisitGuards } from '#domain/repair-order/guard.ts';

/** Rules that need no input, per action on the visit. */
export const partsGuards = {} as const satisfies VisitGuards;

/** Rules that need no input, per action on a line. */
export const partsLineGuards = {} as const satisfies LineGuards;
