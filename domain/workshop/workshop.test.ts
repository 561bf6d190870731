import { describe, expect, test } from 'vitest';
import type { Decision } from '#domain/kernel/decision.ts';
import { isRefusal, type Refusal } from '#domain/kernel/refusal.ts';
import { staffRoleNames, type StaffRole } from '#domain/kernel/role.ts';
import { itemsToCheck } from '#domain/quality/check-items.ts';
import { orderStates } from '#domain/repair-order/repair-order.ts';
import type { Visit } from '#domain/repair-order/visit.ts';
import { buildVisit } from '#domain/testing/build-visit.ts';
import { staffOf, testContext, testId, testNow } from '#domain/testing/test-context.ts';
import {
  lineNo,
  withGrantedLine,
  withLineAs,
  withPart,
  withDecision,
  withRevoked,
} from '#domain/testing/with-lines.ts';
import { decidedBy, handwriting } from '#domain/testing/with-settlement.ts';
import {
  withAssignment,
  withCarAccepted,
  withDispatched,
  withPunch,
  withWorkshop,
} from '#domain/testing/with-workshop.ts';
import { finishWork } from '#domain/workshop/finish-work.ts';
import { leaderCheck } from '#domain/workshop/leader-check.ts';
import { pauseWork } from '#domain/workshop/pause-work.ts';
import { leaveForOther, resumeWork, startWork } from '#domain/workshop/start-work.ts';
import { endWait, performOther, reportDelay, startWait, tellCustomer } from '#domain/workshop/waits-and-contacts.ts';
import { workMachine } from '#domain/workshop/work.machine.ts';
import { workshopActions } from '#domain/workshop/workshop.transitions.ts';

type Tried = Decision<Visit, unknown> | Refusal;
const codeOf = (tried: Tried | undefined) => (isRefusal(tried) ? tried.code : 'ok');

const hand = { slot: 1 };
const answered = (kind: 'self_check' | 'leader_check') =>
  itemsToCheck(kind).map((item) => ({ item, result: 'pass' as const }));

/** One granted hour of brake work, dispatched, of which the team accepted the car. */
const dispatched = () => withDispatched(withGrantedLine(buildVisit()));
const working = () => withPunch(dispatched(), 1);
const on = (visit: Visit, number = 1) => {
  const { lineId, version } = lineNo(visit, number);
  return { orderId: visit.order.orderId, lineId, version };
};

const start = (visit: Visit, by: StaffRole = 'technician', number = 1): Tried =>
  startWork(visit, { ...on(visit, number), bayId: testId(0x6_10) }, testContext(by, { facts: hand }));
const resume = (visit: Visit, by: StaffRole = 'technician'): Tried =>
  resumeWork(visit, on(visit), testContext(by, { facts: hand }));
const pause = (visit: Visit, by: StaffRole = 'technician', reason: 'parts' | 'bay' = 'parts'): Tried =>
  pauseWork(visit, { ...on(visit), reason, note: null }, testContext(by));
const finish = (visit: Visit, by: StaffRole = 'technician', selfCheck = answered('self_check')): Tried =>
  finishWork(visit, { ...on(visit), workDone: '已更换前刹车片', selfCheck }, testContext(by));
const check = (visit: Visit, by: StaffRole = 'team_leader', changes: object = {}): Tried =>
  leaderCheck(
    visit,
    { ...on(visit), result: 'pass', items: answered('leader_check'), advice: null, signature: handwriting, ...changes },
    testContext(by),
  );

const workCommands = {
  start_work: start,
  resume_work: resume,
  pause_work: pause,
  finish_work: finish,
  leader_check: check,
} as const;
type WorkCommand = keyof typeof workCommands;
const workStates = Object.keys(workMachine.states) as (keyof typeof workMachine.states)[];

/** The line in a state, dispatched to the team without a name, so that nothing but role and state decides. */
function lineIn(workState: (typeof workStates)[number]): Visit {
  const anyone = withAssignment(withWorkshop(withGrantedLine(buildVisit())), 1, { technicianId: null });
  return withLineAs(withCarAccepted(anyone), 1, { workState });
}

/** Running work with the one who asks at it. */
function lineWorkedBy(workState: (typeof workStates)[number], by: StaffRole): Visit {
  return workState === 'working' ? withPunch(lineIn(workState), 1, { technicianId: staffOf(by) }) : lineIn(workState);
}

const workCases = (Object.keys(workCommands) as WorkCommand[]).flatMap((action) =>
  workStates.flatMap((state) => staffRoleNames.map((role) => [action, state, role] as const)),
);

test.each(workCases)('%s on a line that is %s by %s goes as its table says', (action, state, role) => {
  const { by, from } = workMachine.actions[action];
  const expected = !(by as readonly string[]).includes(role)
    ? 'forbidden'
    : (from as readonly string[]).includes(state)
      ? 'ok'
      : 'wrong_state';
  expect(codeOf(workCommands[action](lineWorkedBy(state, role), role))).toBe(expected);
});

const waiting = (visit: Visit, wait: object = {}): Visit => ({
  ...visit,
  waits: [
    {
      waitId: testId(0x9_20),
      lineId: null,
      reason: 'parts' as const,
      note: null,
      since: testNow,
      expectedUntil: null,
      startedBy: null,
      endedAt: null,
      endedBy: null,
      ...wait,
    },
  ],
});

const withSublet = () =>
  withGrantedLine(buildVisit(), { kind: 'sublet', description: '外加工车床', trade: null, flatRateHoursCenti: null });

type VisitCommand = keyof typeof workshopActions;
const told = { purpose: 'delay', channel: 'phone', said: '配件晚到', answer: null, reached: true } as const;
const visitCommands: Record<VisitCommand, (visit: Visit, by: StaffRole) => Tried> = {
  report_delay: (visit, by) =>
    reportDelay(
      visit,
      { orderId: visit.order.orderId, lineId: null, reason: 'parts', note: '配件晚到', expectedAt: testNow },
      testContext(by),
    ),
  tell_customer: (visit, by) =>
    tellCustomer(visit, { orderId: visit.order.orderId, ...told, newPromisedAt: null }, testContext(by)),
  start_wait: (visit, by) =>
    startWait(
      visit,
      { orderId: visit.order.orderId, lineId: null, reason: 'tool', note: null, expectedUntil: null },
      testContext(by),
    ),
  end_wait: (visit, by) => endWait(visit, { orderId: visit.order.orderId, waitId: testId(0x9_20) }, testContext(by)),
  perform_other: (visit, by) => performOther(visit, { ...on(visit), note: '外协厂已加工' }, testContext(by)),
};

const visitCases = (Object.keys(workshopActions) as VisitCommand[]).flatMap((action) =>
  orderStates.flatMap((state) => staffRoleNames.map((role) => [action, state, role] as const)),
);

test.each(visitCases)('%s on an order that is %s by %s goes as its table says', (action, state, role) => {
  const visit = waiting(withSublet());
  const { by, from } = workshopActions[action];
  const expected = !(by as readonly string[]).includes(role)
    ? 'forbidden'
    : (from as readonly string[]).includes(state)
      ? 'ok'
      : 'wrong_state';
  expect(codeOf(visitCommands[action]({ ...visit, order: { ...visit.order, state } }, role))).toBe(expected);
});

describe('beginning work', () => {
  test('opens a punch under the grant, in the bay, and makes the technician a worker of the order (R158)', () => {
    const next = decidedBy(start(dispatched()));
    expect(next.punches).toMatchObject([
      { lineId: lineNo(next, 1).lineId, grantId: lineNo(next, 1).grantId, technicianId: staffOf('technician') },
    ]);
    expect(next.participations).toEqual([{ staffId: staffOf('technician'), capacity: 'work', since: testNow }]);
    expect(lineNo(next, 1).workState).toBe('working');
  });

  test('is refused while something before it is missing, each with its own reason', () => {
    const granted = withGrantedLine(buildVisit());
    const ungranted = withLineAs(dispatched(), 1, { workState: null, grantId: null });
    expect(codeOf(start(ungranted))).toBe('no_grant');
    expect(codeOf(start(withRevoked(dispatched(), 1)))).toBe('grant_revoked');
    expect(codeOf(start(withCarAccepted(withAssignment(granted, 1))))).toBe('not_in_workshop');
    expect(codeOf(start(withCarAccepted(withWorkshop(granted))))).toBe('not_dispatched');
    expect(codeOf(start(dispatched(), 'team_leader'))).toBe('not_your_line');
    expect(codeOf(start(withAssignment(withWorkshop(granted), 1)))).toBe('car_not_accepted');
    const away = { ...dispatched(), order: { ...dispatched().order, awaySince: testNow } };
    expect(codeOf(start(away))).toBe('vehicle_away');
    expect(codeOf(start(waiting(dispatched())))).toBe('line_waiting');
    const strange = { ...on(dispatched()), lineId: testId(0xdead), bayId: null };
    expect(codeOf(startWork(dispatched(), strange, testContext('technician', { facts: hand })))).toBe('line_not_found');
    const stale = { ...on(dispatched()), version: 99, bayId: null };
    expect(codeOf(startWork(dispatched(), stale, testContext('technician', { facts: hand })))).toBe('stale_version');
  });

  test('is refused to whoever finally inspected the order, for going on as well (R183)', () => {
    const inspected = (visit: Visit): Visit => ({
      ...visit,
      participations: [{ staffId: staffOf('technician'), capacity: 'final_inspection', since: testNow }],
    });
    expect(codeOf(start(inspected(dispatched())))).toBe('inspected_order');
    expect(codeOf(resume(inspected(withLineAs(dispatched(), 1, { workState: 'paused' }))))).toBe('inspected_order');
  });

  test('pauses what the same hands did on the order, and ends waiting for bay, tool or hands', () => {
    const two = withDispatched(withGrantedLine(withGrantedLine(buildVisit())));
    const next = decidedBy(start(waiting(withPunch(two, 1), { reason: 'tool' }), 'technician', 2));
    expect(next.punches).toMatchObject([{ endedAt: testNow, endReason: 'superseded' }, { endedAt: null }]);
    expect([lineNo(next, 1).workState, lineNo(next, 2).workState]).toEqual(['paused', 'working']);
    expect(next.waits).toMatchObject([{ endedAt: testNow }]);
  });

  test('on another order leaves this one paused, and says nothing where nothing runs', () => {
    const hands = { technicianId: staffOf('technician'), slot: 1 };
    const left = leaveForOther(working(), hands, testNow);
    expect(left && lineNo(left.next, 1).workState).toBe('paused');
    expect(leaveForOther(dispatched(), hands, testNow)).toBeNull();
  });
});

describe('pausing', () => {
  test('ends the punch with its reason, and the line waits for what is missing (R171)', () => {
    const next = decidedBy(pause(working()));
    expect(next.punches).toMatchObject([{ endReason: 'paused', pauseReason: 'parts' }]);
    expect(next.waits).toMatchObject([{ lineId: lineNo(next, 1).lineId, reason: 'parts', endedAt: null }]);
    expect(lineNo(next, 1).workState).toBe('paused');
  });

  test('for a bay is the workshop’s own affair: nobody waits', () => {
    expect(decidedBy(pause(working(), 'technician', 'bay')).waits).toEqual([]);
  });

  test('belongs to whoever works; leader and supervisor may do it for the team', () => {
    const others = withPunch(dispatched(), 1, { technicianId: testId(0x9_99) });
    expect(codeOf(pause(others))).toBe('not_your_line');
    expect(codeOf(finish(others))).toBe('not_your_line');
    expect(codeOf(pause(others, 'team_leader'))).toBe('ok');
    expect(codeOf(pause(others, 'supervisor'))).toBe('ok');
  });
});

describe('finishing', () => {
  test('keeps what was done and the self-check, and gives the bay back (R164, R165, R180)', () => {
    const next = decidedBy(finish(working()));
    expect(lineNo(next, 1)).toMatchObject({ workState: 'self_checked', workDone: '已更换前刹车片' });
    expect(next.inspections).toMatchObject([{ kind: 'self_check', inspectorId: staffOf('technician') }]);
    expect(next.punches).toMatchObject([{ endReason: 'finished' }]);
    expect(next.assignments).toMatchObject([{ state: 'done' }]);
  });

  test('is refused while a point fails or is not answered, or a part is not out yet', () => {
    expect(codeOf(finish(working(), 'technician', answered('self_check').slice(1)))).toBe('check_incomplete');
    const failed = answered('self_check').map((each) => ({ ...each, result: 'fail' as const }));
    expect(
      codeOf(finishWork(working(), { ...on(working()), workDone: '—', selfCheck: failed }, testContext('technician'))),
    ).toBe('check_incomplete');
    const parts = withDecision(withPart(working(), { parentLineId: lineNo(working(), 1).lineId }));
    const refusal = finish(parts);
    expect(isRefusal(refusal) && [refusal.code, refusal.words.zh]).toEqual([
      'parts_not_issued',
      expect.stringContaining('前刹车片'),
    ]);
  });
});

describe('the leader’s check', () => {
  const finished = () => decidedBy(finish(working()));

  test('passes the line with advice and signature (R181, R182)', () => {
    const next = decidedBy(check(finished(), 'team_leader', { advice: '下次更换后片' }));
    expect(lineNo(next, 1).workState).toBe('leader_checked');
    expect(next.inspections.at(-1)).toMatchObject({ kind: 'leader_check', advice: '下次更换后片', result: 'pass' });
    expect(next.inspections.at(-1)?.signatureId).toBe(next.signatures.at(-1)?.signatureId);
  });

  test('sends a failed line back, counts the rework and voids what was checked on it (R188)', () => {
    const next = decidedBy(check(finished(), 'team_leader', { result: 'fail', advice: '仍有异响' }));
    expect(lineNo(next, 1)).toMatchObject({ workState: 'queued', reworkCount: 1 });
    expect(next.inspections).toMatchObject([
      { kind: 'self_check', voidedAt: testNow, voidReason: '仍有异响' },
      { kind: 'leader_check', result: 'fail', voidedAt: null },
    ]);
  });

  test('is refused without reason, points or handwriting, and of one’s own work unless that was waived', () => {
    expect(codeOf(check(finished(), 'team_leader', { result: 'fail' }))).toBe('reason_missing');
    expect(codeOf(check(finished(), 'team_leader', { items: answered('leader_check').slice(1) }))).toBe(
      'check_incomplete',
    );
    const empty = { signature: { signedBy: '李', strokes: [] } };
    expect(codeOf(check(finished(), 'team_leader', empty))).toBe('signature_empty');
    const own = withLineAs(withPunch(dispatched(), 1, { technicianId: staffOf('team_leader'), endedAt: testNow }), 1, {
      workState: 'self_checked',
    });
    expect(codeOf(check(own))).toBe('checks_own_work');
    expect(codeOf(check({ ...own, order: { ...own.order, leaderCheckWaivedReason: '班组长休假' } }))).toBe('ok');
  });
});

describe('between workshop and customer', () => {
  test('a delay makes the order wait and leaves the customer to be told (R171)', () => {
    const next = decidedBy(visitCommands.report_delay(dispatched(), 'technician'));
    expect(next.contacts).toMatchObject([{ purpose: 'delay', reached: false, channel: 'face_to_face' }]);
    expect(next.waits).toMatchObject([{ reason: 'parts', expectedUntil: testNow }]);
    expect(decidedBy(visitCommands.report_delay(working(), 'technician')).waits).toEqual([]);
  });

  const later = '2026-11-24T09:00:00.000Z';
  const promise = (newPromisedAt: string, reached: boolean): Tried =>
    tellCustomer(
      dispatched(),
      { orderId: dispatched().order.orderId, ...told, reached, newPromisedAt },
      testContext('advisor'),
    );

  test('a new promise counts once the customer was reached, and the first stays on record (R171)', () => {
    const { firstPromisedAt } = dispatched().order;
    expect(decidedBy(promise(later, true)).order).toMatchObject({ promisedAt: later, firstPromisedAt });
    expect(decidedBy(promise(later, false)).order.promisedAt).toBe(dispatched().order.promisedAt);
    expect(codeOf(promise(testNow, true))).toBe('promise_in_past');
  });

  test('waiting for the same twice is one wait that learns until when', () => {
    const once = waiting(dispatched(), { reason: 'tool' });
    const again = startWait(
      once,
      { orderId: once.order.orderId, lineId: null, reason: 'tool', note: null, expectedUntil: later },
      testContext('supervisor'),
    );
    expect(decidedBy(again).waits).toMatchObject([{ waitId: testId(0x9_20), expectedUntil: later }]);
  });

  test('what is unknown, over or not approved is refused', () => {
    const orderId = dispatched().order.orderId;
    const strange = { orderId, lineId: testId(0xdead), reason: 'tool', note: '—', expectedUntil: null } as const;
    expect(codeOf(startWait(dispatched(), strange, testContext('supervisor')))).toBe('line_not_found');
    const late = { orderId, lineId: testId(0xdead), reason: 'tool', note: '—', expectedAt: testNow } as const;
    expect(codeOf(reportDelay(dispatched(), late, testContext('technician')))).toBe('line_not_found');
    const over = waiting(dispatched(), { endedAt: testNow });
    expect(codeOf(visitCommands.end_wait(over, 'advisor'))).toBe('not_found');
    expect(codeOf(visitCommands.perform_other(dispatched(), 'advisor'))).toBe('line_not_found');
    expect(codeOf(visitCommands.perform_other(withRevoked(withSublet(), 1), 'advisor'))).toBe('no_grant');
  });

  test('sublet work is recorded as done once, and ends its waiting (R164)', () => {
    const visit = withSublet();
    const next = decidedBy(
      visitCommands.perform_other(waiting(visit, { reason: 'sublet', lineId: lineNo(visit, 1).lineId }), 'advisor'),
    );
    expect(lineNo(next, 1)).toMatchObject({ performedAt: testNow, workDone: '外协厂已加工' });
    expect(next.waits).toMatchObject([{ endedAt: testNow }]);
  });
});
