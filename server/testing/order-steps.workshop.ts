import { addMinutes } from '#domain/kernel/calendar.ts';
import { itemsToCheck } from '#domain/quality/check-items.ts';
import type { InspectionKind } from '#domain/quality/inspection.ts';
import { passedItems, signedBy, type OrderStep, type OrderUnderWay } from '#server/testing/order-step.ts';

/** Every point of a check passed, whatever was worked on. */
const checked = (kind: InspectionKind) => passedItems(itemsToCheck(kind));

/** Labour and diagnosis whose work is in a state. */
async function workIn({ view }: OrderUnderWay, state: string) {
  return (await view()).lines.filter(({ workState }) => workState === state);
}

/** Granted parts that are not out yet. */
async function partsToIssue({ view }: OrderUnderWay) {
  return (await view()).lines.filter(
    ({ kind, grantId, partState }) => kind === 'part' && grantId !== null && partState !== 'issued',
  );
}

const handToWorkshop: OrderStep = async ({ act, as }) => {
  const toStaffId = (await as('supervisor')).staffId;
  await act('advisor', 'workshop', { toStaffId, place: 'A1', notes: null, priority: 'normal' });
};

const dispatch: OrderStep = async (order) => {
  const { act, as, bayId, teamId, server } = order;
  const technicianId = (await as('technician')).staffId;
  const now = server.deps.now();
  const plan = { bayId, teamId, technicianId, plannedFrom: now, plannedUntil: addMinutes(now, 60) };
  for (const { lineId } of await workIn(order, 'queued'))
    await act('supervisor', `lines/${lineId}/assign`, { ...plan });
  await act('technician', 'accept-car', { matchesReceptionForm: true, note: null });
};

const issueParts: OrderStep = async (order) => {
  const technicianId = (await order.as('technician')).staffId;
  for (const { lineId } of await partsToIssue(order)) {
    await order.act('parts_clerk', `lines/${lineId}/issue`, {
      qtyMilli: 1000,
      technicianId,
      signature: signedBy('technician 一号'),
    });
  }
};

const startWork: OrderStep = async (order) => {
  for (const { lineId, version } of await workIn(order, 'queued'))
    await order.act('technician', `lines/${lineId}/start`, { version, bayId: order.bayId });
};

const finishWork: OrderStep = async (order) => {
  for (const { lineId, version } of await workIn(order, 'working')) {
    await order.act('technician', `lines/${lineId}/finish`, {
      version,
      workDone: '更换前刹车片，试车正常',
      selfCheck: checked('self_check'),
    });
  }
};

const leaderCheck: OrderStep = async (order) => {
  for (const { lineId, version } of await workIn(order, 'self_checked')) {
    await order.act('team_leader', `lines/${lineId}/leader-check`, {
      version,
      result: 'pass',
      items: checked('leader_check'),
      advice: null,
      signature: signedBy('team_leader 一号'),
    });
  }
};

const finalInspect: OrderStep = ({ act }) =>
  act('inspector', 'final-inspection', {
    result: 'pass',
    items: checked('final_inspection'),
    failedLines: [],
    roadTest: { fromKm: 23_500, toKm: 23_505 },
    note: null,
    signature: signedBy('inspector 一号'),
  });

const internallyCheck: OrderStep = async ({ act, as }) => {
  await act('washer', 'wash/start');
  await act('washer', 'wash', { items: checked('wash_check'), note: null });
  await act('washer', 'park', { place: 'C3' });
  await act('supervisor', 'custody/return', { toStaffId: (await as('advisor')).staffId, notes: null });
  await act('advisor', 'internal-check', {
    result: 'pass',
    items: checked('internal_check'),
    failedLines: [],
    note: null,
  });
};

export const workshopSteps = {
  in_workshop: handToWorkshop,
  dispatched: dispatch,
  parts_issued: issueParts,
  working: startWork,
  finished: finishWork,
  leader_checked: leaderCheck,
  inspected: finalInspect,
  internally_checked: internallyCheck,
} as const satisfies Record<string, OrderStep>;
