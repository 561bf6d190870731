import type { Assignment } from '#domain/dispatch/assignment.ts';
import type { Inspection } from '#domain/quality/inspection.ts';
import { add, type Visit } from '#domain/repair-order/visit.ts';
import { lineNo, withLineAs } from '#domain/testing/with-lines.ts';
import { staffOf, testId, testNow } from '#domain/testing/test-context.ts';
import type { Finding, Punch } from '#domain/workshop/workshop.ts';

const idAfter = (base: number, rows: readonly unknown[]): string => testId(base + rows.length + 1);

/** Key, order and form in the workshop; the customer has the copies. */
export function withWorkshop(visit: Visit): Visit {
  const { order, reception } = visit;
  const handed = add(visit, 'custody', {
    transferId: idAfter(0x7_00_00, visit.custody),
    direction: 'to_workshop',
    items: ['key', 'repair_order', 'reception_form'],
    place: 'A1',
    notes: null,
    fromStaffId: staffOf('advisor'),
    toStaffId: staffOf('supervisor'),
    movedAt: testNow,
  });
  return {
    ...handed,
    order: { ...order, inWorkshopSince: testNow, priority: 'normal' },
    reception: reception && { ...reception, copiesHandedAt: testNow },
  };
}

/** A line dispatched to the technician in bay 1, 10:00–12:00, unless told otherwise. */
export function withAssignment(visit: Visit, number: number, overrides: Partial<Assignment> = {}): Visit {
  return add(visit, 'assignments', {
    assignmentId: idAfter(0x7_10_00, visit.assignments),
    lineId: lineNo(visit, number).lineId,
    bayId: testId(0x6_10),
    bayExclusive: true,
    teamId: testId(0x6_20),
    technicianId: staffOf('technician'),
    technicianSlot: 1,
    plannedFrom: testNow,
    plannedUntil: '2026-11-24T04:00:00.000Z',
    state: 'planned',
    assignedBy: staffOf('supervisor'),
    assignedAt: testNow,
    version: 1,
    ...overrides,
  });
}

/** The team has accepted the car. */
export const withCarAccepted = (visit: Visit): Visit => ({
  ...visit,
  order: { ...visit.order, carAcceptedAt: testNow, carAcceptedBy: staffOf('technician') },
});

/** An open punch on a granted line, which works; an ended one leaves the line's state alone. */
export function withPunch(visit: Visit, number: number, overrides: Partial<Punch> = {}): Visit {
  const line = lineNo(visit, number);
  const punch: Punch = {
    punchId: idAfter(0x7_20_00, visit.punches),
    lineId: line.lineId,
    grantId: line.grantId ?? '',
    technicianId: staffOf('technician'),
    slot: 1,
    bayId: testId(0x6_10),
    startedAt: testNow,
    endedAt: null,
    endReason: null,
    pauseReason: null,
    note: null,
    ...overrides,
  };
  const known = visit.participations.some(({ staffId }) => staffId === punch.technicianId);
  const took = { staffId: punch.technicianId, capacity: 'work' as const, since: punch.startedAt };
  const worked = known ? visit : add(visit, 'participations', took);
  const punched = add(worked, 'punches', punch);
  return punch.endedAt === null ? withLineAs(punched, number, { workState: 'working' }) : punched;
}

/** In the workshop, every labour line dispatched, the car accepted. */
export function withDispatched(visit: Visit): Visit {
  const granted = visit.lines.filter(({ workState }) => workState !== null);
  return withCarAccepted(granted.reduce((so, line) => withAssignment(so, line.lineNo), withWorkshop(visit)));
}

/** Every granted labour line worked, its punch ended, and in the state. */
export function withWorkAs(visit: Visit, workState: 'self_checked' | 'leader_checked' | 'inspected'): Visit {
  const granted = visit.lines.filter((line) => line.workState !== null);
  const ended = { endedAt: testNow, endReason: 'finished' as const };
  return granted.reduce(
    (so, { lineNo: number }) => withLineAs(withPunch(so, number, ended), number, { workState, workDone: '已更换' }),
    visit,
  );
}

/** An inspection of the order, or of a line where one is named; passed unless told otherwise. */
export function withInspection(visit: Visit, overrides: Partial<Inspection> & Pick<Inspection, 'kind'>): Visit {
  return add(visit, 'inspections', {
    inspectionId: idAfter(0x7_30_00, visit.inspections),
    lineId: null,
    result: 'pass',
    inspectorId: staffOf('inspector'),
    items: [{ item: '外观', result: 'pass' }],
    advice: null,
    note: null,
    roadTestFromKm: null,
    roadTestToKm: null,
    accompaniedBy: null,
    signatureId: null,
    inspectedAt: testNow,
    voidedAt: null,
    voidReason: null,
    ...overrides,
  });
}

/** A finding of the technician: worn brake discs, not tied to a line, unless told otherwise. */
export function withFinding(visit: Visit, overrides: Partial<Finding> = {}): Visit {
  return add(visit, 'findings', {
    findingId: idAfter(0x7_40_00, visit.findings),
    kind: 'add_on',
    lineId: null,
    system: 'brakes',
    finding: '前刹车盘磨损超限',
    cause: '长期使用',
    proposal: '更换前刹车盘',
    remedy: 'replace',
    necessity: 'safety',
    stopsLine: false,
    attachmentId: null,
    foundBy: staffOf('technician'),
    foundAt: testNow,
    answeredAt: null,
    answeredVersionId: null,
    ...overrides,
  });
}
