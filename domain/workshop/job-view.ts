import type { Assignment } from '#domain/dispatch/assignment.ts';
import type { ChargeLine } from '#domain/estimate/charge-line.ts';
import type { Actor } from '#domain/kernel/role.ts';
import { words } from '#domain/kernel/words.ts';
import { checkItems, itemsToCheck, type CheckItemKey } from '#domain/quality/check-items.ts';
import { actionWords } from '#domain/repair-order/action-words.ts';
import { checkVisitAction, checkWorkAction } from '#domain/repair-order/guard.ts';
import { promiseLight } from '#domain/repair-order/promise-light.ts';
import type { Visit } from '#domain/repair-order/visit.ts';
import { linesOf, liveGrant, openWaits } from '#domain/repair-order/visit.rules.ts';
import { dispatchGuards } from '#domain/dispatch/dispatch.guards.ts';
import { scopeOf } from '#domain/workshop/check-scope.ts';
import { workshopLineGuards } from '#domain/workshop/workshop.guards.ts';
import type { JobView } from '#domain/workshop/workshop-lists.contract.ts';

/** What every technician is told beside every car (R160–R163). */
export const carNotices = [
  words(
    '非工作需要不得进入车内，不得开动车上电器设备',
    'Do not enter the car or use its electrics unless the work needs it',
  ),
  words(
    '车内物品小心保护，不得触动；确需触动时先通知服务顾问征得客户同意',
    'Mind what lies in the car and leave it; if work needs otherwise, tell the advisor first, who asks the customer',
  ),
];

/** Points of a check under their names. */
export const pointsShown = (items: readonly CheckItemKey[]): JobView['checkPoints'] =>
  items.map((item) => ({ item, zh: checkItems[item].zh, en: checkItems[item].en }));

type At = {
  readonly plan: Assignment;
  readonly bayName: string | null;
  readonly actor: Actor;
  readonly now: string;
  readonly riskMinutes: number;
};

/** One planned line of a visit as the technician beside the car needs it. */
export function jobView(visit: Visit, line: ChargeLine, at: At): JobView {
  const { order, vehicle } = visit;
  const { plan } = at;
  return {
    orderId: order.orderId,
    orderNo: order.orderNo,
    orderVersion: order.version,
    complaint: order.complaint,
    priority: order.priority,
    promisedAt: order.promisedAt,
    light: promiseLight(order, at.now, at.riskMinutes),
    plate: vehicle.plate,
    brand: vehicle.brand,
    model: vehicle.model,
    colour: vehicle.colour,
    vin: vehicle.vin,
    odometerKm: vehicle.odometerKm,
    line: lineShown(line),
    bayId: plan.bayId,
    bayName: at.bayName,
    plannedFrom: plan.plannedFrom,
    plannedUntil: plan.plannedUntil,
    carAccepted: order.carAcceptedAt !== null,
    checkPoints: pointsShown(itemsToCheck('self_check', scopeOf([line]))),
    actions: actionsShown(visit, line, at),
    notices: [...carNotices],
    ...besideLine(visit, line),
  };
}

function lineShown(line: ChargeLine): JobView['line'] {
  const { lineId, lineNo, kind, description, reason, trade, flatRateHoursCenti } = line;
  const { workState, workDone, reworkCount, version } = line;
  return {
    lineId,
    lineNo,
    kind,
    description,
    reason,
    trade,
    flatRateHoursCenti,
    workState,
    workDone,
    reworkCount,
    version,
  };
}

function besideLine(visit: Visit, line: ChargeLine) {
  const here = (lineId: string | null) => lineId === null || lineId === line.lineId;
  return {
    punches: visit.punches
      .filter(({ lineId }) => lineId === line.lineId)
      .map(({ startedAt, endedAt, endReason, pauseReason }) => ({ startedAt, endedAt, endReason, pauseReason })),
    parts: partsOf(visit, line),
    reworkReasons: visit.inspections
      .filter(({ lineId, voidReason }) => lineId === line.lineId && voidReason !== null)
      .map(({ voidReason }) => voidReason ?? '')
      .toReversed(),
    belongings: visit.entrusted
      .filter(({ kind, returnedAt }) => returnedAt === null && (kind === 'belonging' || kind === 'other'))
      .map(({ kind, description, quantity }) => ({ kind, description, quantity })),
    damages: visit.walkAround.map(({ area, damage, note }) => ({ area, damage, note })),
    findings: visit.findings
      .filter(({ lineId }) => here(lineId))
      .map(({ findingId, kind, system, finding, stopsLine, answeredAt }) => ({
        findingId,
        kind,
        system,
        finding,
        stopsLine,
        answeredAt,
      })),
    waits: openWaits(visit)
      .filter(({ lineId }) => here(lineId) || partsOf(visit, line).some((part) => part.lineId === lineId))
      .map(({ waitId, lineId, reason, note, since, expectedUntil }) => ({
        waitId,
        lineId,
        reason,
        note,
        since,
        expectedUntil,
      })),
  };
}

const partsOf = (visit: Visit, line: ChargeLine): JobView['parts'] =>
  linesOf(visit)
    .filter((part) => part.kind === 'part' && part.parentLineId === line.lineId && liveGrant(visit, part) !== null)
    .map(({ lineId, description, unit, qtyMilli, issuedQtyMilli, backorderEta, partState, partOrigin: origin }) => ({
      lineId,
      description,
      unit,
      qtyMilli,
      issuedQtyMilli,
      backorderEta,
      partState,
      origin,
    }));

const workActions = ['start_work', 'pause_work', 'resume_work', 'finish_work'] as const;

function actionsShown(visit: Visit, line: ChargeLine, { actor, now }: At): JobView['actions'] {
  const at = { actor, now };
  const accept = checkVisitAction(visit, 'accept_car', { ...at, guard: dispatchGuards.accept_car });
  const asked = [
    ...(visit.order.carAcceptedAt ? [] : [{ action: 'accept_car', refusal: accept }]),
    ...workActions.map((action) => ({
      action,
      refusal: checkWorkAction(visit, action, { ...at, line, guard: workshopLineGuards[action] }),
    })),
  ];
  return asked.map(({ action, refusal }) => ({
    action,
    ...actionWords(action),
    disabled: refusal && { code: refusal.code, ...refusal.words },
  }));
}
