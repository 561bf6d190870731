import { authorizationGuards, authorizationLineGuards } from '#domain/authorization/authorization.guards.ts';
import { deliveryGuards } from '#domain/delivery/delivery.guards.ts';
import { dispatchGuards, dispatchLineGuards } from '#domain/dispatch/dispatch.guards.ts';
import { estimateGuards, estimateLineGuards } from '#domain/estimate/estimate.guards.ts';
import { partsLineGuards } from '#domain/parts/parts.guards.ts';
import { qualityGuards } from '#domain/quality/quality.guards.ts';
import { receptionGuards } from '#domain/reception/reception.guards.ts';
import { settlementGuards } from '#domain/settlement/settlement.guards.ts';
import { workshopLineGuards } from '#domain/workshop/workshop.guards.ts';
import { mayCancel } from '#domain/repair-order/cancel.ts';
import { mayCloseWithoutWork } from '#domain/repair-order/close-without-work.ts';
import type { ChargeLine } from '#domain/estimate/charge-line.ts';
import { checkDraftLine } from '#domain/estimate/draft.ts';
import { refuse, type Refusal } from '#domain/kernel/refusal.ts';
import { mayAct } from '#domain/kernel/role.ts';
import {
  checkVisitAction,
  checkWorkAction,
  type At,
  type LineGuards,
  type VisitGuard,
  type VisitGuards,
  type WorkAction,
} from '#domain/repair-order/guard.ts';
import { orderMachine, type OrderAction } from '#domain/repair-order/repair-order.transitions.ts';
import type { Visit } from '#domain/repair-order/visit.ts';
import { isOwnCar, linesOf } from '#domain/repair-order/visit.rules.ts';
import { workMachine } from '#domain/workshop/work.machine.ts';

/** Nobody but the service manager is asked for the dealership's own car; on the command that is the signatory's matter. */
const mayDecide: VisitGuard = (visit, at) =>
  authorizationGuards.decide(visit, at) ??
  (isOwnCar(visit) && !mayAct(at.actor, ['service_manager']) ? refuse('forbidden') : null);

const visitGuards: VisitGuards = {
  ...receptionGuards,
  ...estimateGuards,
  ...authorizationGuards,
  ...dispatchGuards,
  ...qualityGuards,
  ...settlementGuards,
  ...deliveryGuards,
  decide: mayDecide,
  cancel: mayCancel,
  close_without_work: mayCloseWithoutWork,
};

const lineGuards: LineGuards = {
  ...estimateLineGuards,
  ...authorizationLineGuards,
  ...dispatchLineGuards,
  ...partsLineGuards,
  ...workshopLineGuards,
  /** What the customer has before them keeps its judgement; which one may follow is told by the one given. */
  judge_warranty: (visit, line) => (line.decision === 'undecided' ? checkDraftLine(visit, line) : null),
};

export type AvailableAction = {
  readonly action: OrderAction | WorkAction;
  readonly lineId: string | null;
  /** Why the button may not be pressed now; null when it may. */
  readonly disabled: Refusal | null;
};

const notForVisits = new Set<OrderAction>(['receive_car', 'open_gate']);
const inspectorsMoves = new Set<WorkAction>(['pass_inspection', 'send_back']);

/** Every action that the actor's roles may ever take on this visit and its lines, each with the reason why not now. */
export function availableActions(visit: Visit, at: At): readonly AvailableAction[] {
  const onVisit = (Object.keys(orderMachine.actions) as OrderAction[])
    .filter((action) => !notForVisits.has(action) && mayAct(at.actor, orderMachine.actions[action].by))
    .map((action) => ({
      action,
      lineId: null,
      disabled: checkVisitAction(visit, action, { ...at, guard: visitGuards[action] }),
    }));
  return [...onVisit, ...linesOf(visit).flatMap((line) => lineActions(visit, line, at))];
}

function lineActions(visit: Visit, line: ChargeLine, at: At): AvailableAction[] {
  const work = (Object.keys(workMachine.actions) as WorkAction[])
    .filter(
      (action) =>
        !inspectorsMoves.has(action) && line.workState !== null && mayAct(at.actor, workMachine.actions[action].by),
    )
    .map((action) => ({
      action,
      disabled: checkWorkAction(visit, action, { ...at, line, guard: lineGuards[action] }),
    }));
  const guarded = (Object.keys(lineGuards) as (OrderAction | WorkAction)[])
    .filter(
      (action): action is OrderAction =>
        action in orderMachine.actions && mayAct(at.actor, orderMachine.actions[action as OrderAction].by),
    )
    .map((action) => ({
      action,
      disabled: checkVisitAction(visit, action, at) ?? lineGuards[action]?.(visit, line, at) ?? null,
    }));
  return [...work, ...guarded].map((each) => ({ ...each, lineId: line.lineId }));
}
