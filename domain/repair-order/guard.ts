import type { ChargeLine } from '#domain/estimate/charge-line.ts';
import type { Instant } from '#domain/kernel/calendar.ts';
import { checkAction } from '#domain/kernel/machine.ts';
import { refuse, type Refusal } from '#domain/kernel/refusal.ts';
import type { Actor } from '#domain/kernel/role.ts';
import { orderMachine, type OrderAction } from '#domain/repair-order/repair-order.transitions.ts';
import type { Visit } from '#domain/repair-order/visit.ts';
import { isWorked } from '#domain/repair-order/visit.rules.ts';
import { workMachine } from '#domain/workshop/work.machine.ts';

export type At = { readonly actor: Actor; readonly now: Instant };

/** A rule that needs no input: asked by the command before it decides, and by the screen for a button's reason. */
export type VisitGuard = (visit: Visit, at: At) => Refusal | null;
export type LineGuard = (visit: Visit, line: ChargeLine, at: At) => Refusal | null;

export type VisitGuards = Readonly<Partial<Record<OrderAction, VisitGuard>>>;
export type LineGuards = Readonly<Partial<Record<OrderAction | WorkAction, LineGuard>>>;
export type WorkAction = keyof typeof workMachine.actions;

/** Role, state of the order, then the action's own guard. */
export function checkVisitAction(
  visit: Visit,
  action: OrderAction,
  at: At & { readonly guard?: VisitGuard | undefined },
): Refusal | null {
  return (
    checkAction(orderMachine, action, { state: visit.order.state, actor: at.actor }) ?? at.guard?.(visit, at) ?? null
  );
}

type OnLine = At & { readonly line: ChargeLine; readonly guard?: LineGuard | undefined };

/** Role, state of the line's work, then the action's own guard. */
export function checkWorkAction(visit: Visit, action: WorkAction, at: OnLine): Refusal | null {
  const refusal = checkAction(workMachine, action, { state: at.line.workState, actor: at.actor });
  if (refusal?.code === 'wrong_state' && isUnapproved(action, at.line)) return refuse('no_grant', { field: 'lineId' });
  return refusal ?? at.guard?.(visit, at.line, at) ?? null;
}

/** A job that the customer did not approve is nowhere yet: that is the reason to tell (R138). */
const isUnapproved = (action: WorkAction, line: ChargeLine): boolean =>
  action === 'start_work' && line.workState === null && isWorked(line);
