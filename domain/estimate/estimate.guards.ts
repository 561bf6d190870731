import { checkDraftLine, checkNonePresented } from '#domain/estimate/draft.ts';
import type { LineGuards, VisitGuards } from '#domain/repair-order/guard.ts';

/** Rules that need no input, per action on the visit. */
export const estimateGuards = {
  add_line: checkNonePresented,
  set_promise: checkNonePresented,
  record_choices: checkNonePresented,
} as const satisfies VisitGuards;

/** Rules that need no input, per action on a line. */
export const estimateLineGuards = {
  change_line: checkDraftLine,
  remove_line: checkDraftLine,
} as const satisfies LineGuards;
