import type { LineGuards, VisitGuards } from '#domain/repair-order/guard.ts';

/** Rules that need no input, per action on the visit. */
export const settlementGuards = {} as const satisfies VisitGuards;

/** Rules that need no input, per action on a line. */
export const settlementLineGuards = {} as const satisfies LineGuards;
