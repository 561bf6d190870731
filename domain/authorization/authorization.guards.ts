import type { LineGuards, VisitGuards } from '#domain/repair-order/guard.ts';

/** Rules that need no input, per action on the visit. */
export const authorizationGuards = {} as const satisfies VisitGuards;

/** Rules that need no input, per action on a line. */
export const authorizationLineGuards = {} as const satisfies LineGuards;
