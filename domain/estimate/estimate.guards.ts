import { checkDraftLine, checkNonePresented } from '#domain/estimate/draft.ts';
import { refuse, type Refusal } from '#domain/kernel/refusal.ts';
import type { Visit } from '#domain/repair-order/visit.ts';
import type { LineGuards, VisitGuards } from '#domain/repair-order/guard.ts';

/** What the customer called off is not added to: the rest is inspected and settled, anything new is a new order. */
export const mayAddLine = (visit: Visit): Refusal | null =>
  visit.order.cancelledAt === null ? checkNonePresented(visit) : refuse('order_cancelled');

/** Rules that need no input, per action on the visit. */
export const estimateGuards = {
  add_line: mayAddLine,
  set_promise: checkNonePresented,
  record_choices: checkNonePresented,
} as const satisfies VisitGuards;

/** Rules that need no input, per action on a line. */
export const estimateLineGuards = {
  change_line: checkDraftLine,
  remove_line: checkDraftLine,
} as const satisfies LineGuards;
