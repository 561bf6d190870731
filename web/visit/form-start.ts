import { addMinutes } from '#domain/kernel/calendar.ts';
import type { VisitView } from '#domain/repair-order/visit-view.contract.ts';

type Values = Readonly<Record<string, unknown>>;
type Start = (view: VisitView, at: { readonly now: string; readonly lineId: string | null }) => Values;

const lineOf = (view: VisitView, lineId: string | null) => view.lines.find((line) => line.lineId === lineId);

/** The one diagnosis that has no finding yet is what is reported first. */
function findingStart({ lines, findings }: VisitView, lineId: string | null): Values {
  const found = new Set(findings.map((finding) => finding.lineId));
  const begun = lines.filter(({ kind, workState }) => kind === 'diagnosis' && workState !== null);
  const open = begun.filter((line) => !found.has(line.lineId) && (lineId === null || lineId === line.lineId));
  const [only] = open;
  return open.length === 1 && only ? { kind: 'diagnosis', lineId: only.lineId } : { kind: 'add_on', lineId };
}

/** What a form begins with where the visit already tells: nobody types a thing twice. */
const starts: Readonly<Record<string, Start>> = {
  record_readings: ({ vehicle, reception }) => ({
    odometerKm: reception?.odometerKm ?? vehicle.odometerKm,
    fuelEighths: reception?.fuelEighths ?? null,
    chargePercent: reception?.chargePercent ?? null,
  }),
  record_walk_around: () => ({ items: [], spareWheelOk: true, toolsOk: true }),
  take_items: () => ({
    items: [
      { kind: 'key', description: '车钥匙', quantity: 1 },
      { kind: 'vehicle_licence', description: '行驶证', quantity: 1 },
      { kind: 'service_booklet', description: '保养手册', quantity: 1 },
    ],
  }),
  record_interview: ({ order, reception, warranty }) => ({
    complaint: order.complaint,
    interview: reception?.interview ?? {},
    inWarranty: reception?.inWarranty ?? warranty.inWarranty,
    preliminaryJudgement: reception?.preliminaryJudgement ?? null,
    symptomClass: reception?.symptomClass ?? null,
  }),
  record_choices: ({ order }) => ({
    paymentMethod: order.paymentMethod ?? 'wechat',
    oldPartChoice: order.oldPartChoice ?? 'leave',
    washWanted: order.washWanted ?? true,
    waitsInShop: order.waitsInShop ?? true,
  }),
  set_promise: ({ order }, { now }) => ({ promisedAt: order.promisedAt ?? addMinutes(now, 120) }),
  change_line: (view, { lineId }) => ({ ...lineOf(view, lineId) }),
  hand_to_workshop: ({ order }) => ({ priority: order.waitsInShop ? 'waiting_customer' : 'normal', place: '待修区' }),
  set_priority: ({ order }) => ({ priority: order.priority }),
  accept_car: () => ({ matchesReceptionForm: true }),
  assign_line: (view, { now, lineId }) => {
    const hours = lineOf(view, lineId)?.flatRateHoursCenti ?? 100;
    return { plannedFrom: now, plannedUntil: addMinutes(now, Math.max(15, Math.ceil((hours * 60) / 100))) };
  },
  finish_work: (view, { lineId }) => ({ workDone: `${lineOf(view, lineId)?.description ?? ''}：已按标准作业完成。` }),
  record_finding: (view, { lineId }) => ({ ...findingStart(view, lineId), necessity: 'recommended', stopsLine: false }),
  report_delay: (_, { now, lineId }) => ({ lineId, expectedAt: addMinutes(now, 60) }),
  issue_part: (view, { lineId }) => {
    const line = lineOf(view, lineId);
    const technicianId = view.assignments.find(({ state }) => state === 'planned')?.technicianId ?? null;
    return { qtyMilli: (line?.grantedQtyMilli ?? 0) - (line?.issuedQtyMilli ?? 0), technicianId };
  },
  return_part: (view, { lineId }) => ({ qtyMilli: lineOf(view, lineId)?.issuedQtyMilli ?? null }),
  record_old_part: (view, { lineId }) => ({
    description: lineOf(view, lineId)?.description ?? '',
    qtyMilli: lineOf(view, lineId)?.qtyMilli ?? 1000,
    disposition: view.order.oldPartChoice === 'take_away' ? 'take_away' : 'leave',
  }),
  tell_customer: ({ contacts }) => {
    const asked = contacts.findLast(({ purpose }) => purpose === 'question')?.contactedBy === null;
    return { purpose: asked ? 'question' : 'progress', channel: 'phone', reached: true };
  },
  tell_ready: (_, { now }) => ({
    channel: 'phone',
    reached: true,
    said: '车辆已修好并检验合格，请来店取车。',
    pickUpAt: addMinutes(now, 60),
  }),
  check_vehicle: () => ({ result: 'pass', oldPartsShown: true, kitRemoved: true }),
  final_inspect: ({ vehicle }) => ({
    result: 'pass',
    roadTest: { fromKm: vehicle.odometerKm, toKm: vehicle.odometerKm },
  }),
  internal_check: () => ({ result: 'pass' }),
  leader_check: () => ({ result: 'pass' }),
  present_statements: ({ vehicle, customer }) => ({
    nextServiceOn: vehicle.nextServiceOn,
    nextServiceKm:
      vehicle.odometerKm && vehicle.serviceIntervalKm
        ? vehicle.odometerKm + vehicle.serviceIntervalKm
        : vehicle.nextServiceKm,
    preferredCall: customer.preferredCall ?? { from: '10:00', to: '12:00', days: 'any' },
  }),
  take_payment: (view) => {
    const statement = view.statements.findLast(({ payer, state }) => payer === 'customer' && state !== 'withdrawn');
    const due = view.money.payers.find(({ payer }) => payer === 'customer')?.dueFen ?? null;
    return {
      kind: statement ? 'payment' : 'deposit',
      statementId: statement?.statementId ?? null,
      method: view.order.paymentMethod ?? 'wechat',
      amountFen: due,
    };
  },
  hand_over: ({ order, entrusted }) => ({
    collectorName: order.presenterName,
    itemIds: entrusted.filter(({ returnedAt }) => returnedAt === null).map(({ itemId }) => itemId),
    satisfaction: 5,
  }),
  issue_temporary_pass: ({ order, vehicle }, { now }) => ({
    reason: 'road_test',
    collectorName: order.presenterName,
    odometerKm: vehicle.odometerKm,
    expectedReturnAt: addMinutes(now, 60),
  }),
};

/** The beginning of an action's form. */
export const formStart = (
  action: string,
  view: VisitView,
  at: { readonly now: string; readonly lineId: string | null },
): Values => starts[action]?.(view, at) ?? {};
