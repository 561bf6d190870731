import { addMinutes, nextQuarter } from '#domain/kernel/calendar.ts';
import type { OldPartDisposition } from '#domain/parts/parts.ts';
import type { VisitView } from '#domain/repair-order/visit-view.contract.ts';
import { lineOf, type Start } from '#web/visit/start.ts';

/** Dispatch, parts, work and checks. */
export const workshopStarts: Readonly<Record<string, Start>> = {
  hand_to_workshop: ({ order }) => ({
    place: '待修区',
    priority:
      order.priority ?? (order.waitsInShop ? 'waiting_customer' : order.appointmentId ? 'appointment' : 'normal'),
  }),
  set_priority: ({ order }) => ({ priority: order.priority }),
  accept_car: () => ({ matchesReceptionForm: true }),
  assign_line: (view, { now, lineId }) => {
    const before = planOf(view, lineId);
    const hours = lineOf(view, lineId)?.flatRateHoursCenti ?? 100;
    const plannedFrom = nextQuarter(now);
    const plannedUntil = addMinutes(plannedFrom, Math.max(15, Math.ceil((hours * 60) / 100)));
    return {
      bayId: before?.bayId ?? null,
      teamId: before?.teamId ?? null,
      technicianId: before?.technicianId ?? null,
      plannedFrom,
      plannedUntil,
    };
  },
  start_work: (view, { lineId }) => ({ bayId: planOf(view, lineId)?.bayId ?? null }),
  finish_work: (view, { lineId }) => ({ workDone: `${lineOf(view, lineId)?.description ?? ''}：已按标准作业完成。` }),
  report_delay: ({ order }, { now, lineId }) => ({
    lineId,
    expectedAt: nextQuarter(addMinutes(later(now, order.promisedAt), 60)),
  }),
  start_wait: (_, { lineId }) => ({ lineId }),
  issue_part: (view, { lineId }) => {
    const line = lineOf(view, lineId);
    const technicianId = planOf(view, line?.parentLineId ?? null)?.technicianId ?? null;
    return { qtyMilli: (line?.grantedQtyMilli ?? 0) - (line?.issuedQtyMilli ?? 0), technicianId };
  },
  return_part: (view, { lineId }) => ({ qtyMilli: lineOf(view, lineId)?.issuedQtyMilli ?? null }),
  record_old_part: (view, { lineId }) => ({
    description: lineOf(view, lineId)?.description ?? '',
    qtyMilli: lineOf(view, lineId)?.qtyMilli ?? 1000,
    disposition: dispositionOf(view, lineId),
    bagLabel: `${view.order.orderNo}-${view.oldParts.length + 1}`,
  }),
  leader_check: () => ({ result: 'pass' }),
  final_inspect: ({ vehicle }) => ({
    result: 'pass',
    roadTest: { fromKm: vehicle.odometerKm, toKm: vehicle.odometerKm },
  }),
  park: () => ({ place: '竣工停车区' }),
  return_custody: ({ order }) => ({ toStaffId: order.advisorId }),
  internal_check: () => ({ result: 'pass' }),
};

const later = (one: string, other: string | null): string => (other !== null && other > one ? other : one);

/** The plan of a line, or of another line of the car: it seldom changes the bay. */
function planOf({ assignments }: VisitView, lineId: string | null) {
  const plans = assignments.filter(({ state }) => state !== 'void');
  return plans.findLast((plan) => plan.lineId === lineId) ?? plans.at(-1);
}

/** Who paid for the new part has the old one; the customer's own goes as the customer chose (R132, R205). */
function dispositionOf(view: VisitView, lineId: string | null): OldPartDisposition {
  const payer = lineOf(view, lineId)?.payer;
  if (payer === 'manufacturer') return 'warranty_return';
  if (payer === 'insurer') return 'insurance_salvage';
  return view.order.oldPartChoice === 'take_away' ? 'take_away' : 'leave';
}
