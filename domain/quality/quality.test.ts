import { describe, expect, test } from 'vitest';
import type { VehicleFile } from '#domain/customer/customer-file.ts';
import type { Decision } from '#domain/kernel/decision.ts';
import { isRefusal, type Refusal } from '#domain/kernel/refusal.ts';
import { staffRoleNames, type StaffRole } from '#domain/kernel/role.ts';
import { itemsToCheck } from '#domain/quality/check-items.ts';
import { finalInspect } from '#domain/quality/final-inspect.ts';
import { qualityActions } from '#domain/quality/quality.transitions.ts';
import { park, returnCustody, startWash, tellReady, waiveLeaderCheck, wash } from '#domain/quality/return-car.ts';
import { internalCheck } from '#domain/quality/internal-check.ts';
import { orderStates } from '#domain/repair-order/repair-order.ts';
import type { Visit } from '#domain/repair-order/visit.ts';
import { buildVisit, orderId } from '#domain/testing/build-visit.ts';
import { staffOf, testContext, testId, testNow } from '#domain/testing/test-context.ts';
import {
  lineId,
  lineNo,
  withGrantedLine,
  withLineAs,
  withPresented,
  withLine,
  withRevoked,
} from '#domain/testing/with-lines.ts';
import { decidedBy, handwriting } from '#domain/testing/with-settlement.ts';
import { withDispatched, withInspection, withPunch, withWorkAs } from '#domain/testing/with-workshop.ts';

type Tried = Decision<Visit, unknown> | Refusal;
const codeOf = (tried: Tried) => (isRefusal(tried) ? tried.code : 'ok');
const good = (kind: 'final_inspection' | 'wash_check' | 'internal_check') =>
  itemsToCheck(kind).map((item) => ({ item, result: 'pass' as const }));

const fileOf = ({ vehicle }: Visit): VehicleFile => ({
  vehicle,
  parties: [],
  readings: [{ readingId: testId(0x9_30), kind: 'in', km: 23_450, readAt: testNow, orderId, reason: null }],
});

/** Every line checked by the leader: the inspector's turn. */
const checked = () => withWorkAs(withDispatched(withGrantedLine(buildVisit())), 'leader_checked');

const inspect = (visit: Visit, changes: object = {}, by: StaffRole = 'inspector'): Tried =>
  finalInspect(
    visit,
    {
      orderId,
      result: 'pass',
      items: good('final_inspection'),
      failedLines: [],
      roadTest: { fromKm: 23_450, toKm: 23_455 },
      note: null,
      signature: handwriting,
      ...changes,
    },
    testContext(by, { facts: { vehicle: fileOf(visit) } }),
  );

/** Inspected; washed, parked and handed back too, unless told otherwise. */
function inspected(order: Partial<Visit['order']> = {}): Visit {
  const passed = decidedBy(inspect(checked()));
  return {
    ...passed,
    order: { ...passed.order, washStartedAt: testNow, washedAt: testNow, parkingPlace: 'C3', ...order },
  };
}

const returnTo = (visit: Visit, by: StaffRole = 'supervisor', receiverKnown = true): Tried =>
  returnCustody(
    visit,
    { orderId, toStaffId: staffOf('advisor'), notes: null },
    testContext(by, { facts: { receiverKnown } }),
  );
const returned = (order: Partial<Visit['order']> = {}) => decidedBy(returnTo(inspected(order)));

const internally = (visit: Visit, changes: object = {}, by: StaffRole = 'advisor'): Tried =>
  internalCheck(
    visit,
    {
      orderId,
      result: 'pass',
      items: good('internal_check'),
      failedLines: [],
      jointDrive: null,
      note: null,
      ...changes,
    },
    testContext(by, { facts: { vehicle: fileOf(visit) } }),
  );

const call = { orderId, channel: 'phone', said: '车已修好', reached: true, pickUpAt: null } as const;
const waive = (visit: Visit, by: StaffRole = 'service_manager', leaderCheckWaivable = true): Tried =>
  waiveLeaderCheck(
    visit,
    { orderId, reason: '班组长外出救援' },
    testContext(by, { settings: { leaderCheckWaivable } }),
  );

const notWashing = (visit: Visit): Visit => ({
  ...visit,
  order: { ...visit.order, washStartedAt: null, washedAt: null },
});

type Action = keyof typeof qualityActions;
const commands: Record<Action, (visit: Visit, by: StaffRole) => Tried> = {
  waive_leader_check: (visit, by) => waive(visit, by),
  final_inspect: (visit, by) => inspect(visit, {}, by),
  start_wash: (visit, by) => startWash(notWashing(visit), { orderId }, testContext(by)),
  wash: (visit, by) => wash(visit, { orderId, items: good('wash_check'), note: null }, testContext(by)),
  park: (visit, by) => park(visit, { orderId, place: 'C4' }, testContext(by)),
  return_custody: (visit, by) => returnTo(visit, by),
  internal_check: (visit, by) => internally(visit, {}, by),
  tell_ready: (visit, by) => tellReady(visit, call, testContext(by)),
};

/** Everything done that the guards ask of any of the actions, so that nothing but role and state decides. */
const blameless = () => decidedBy(internally(returned()));

const cases = (Object.keys(commands) as Action[]).flatMap((action) =>
  orderStates.flatMap((state) => staffRoleNames.map((role) => [action, state, role] as const)),
);

test.each(cases)('%s on an order that is %s by %s goes as its table says', (action, state, role) => {
  const { by, from } = qualityActions[action];
  const expected = !(by as readonly string[]).includes(role)
    ? 'forbidden'
    : (from as readonly string[]).includes(state)
      ? 'ok'
      : 'wrong_state';
  const visit = blameless();
  expect(codeOf(commands[action]({ ...visit, order: { ...visit.order, state } }, role))).toBe(expected);
});

describe('the final inspection', () => {
  test('passes every line, makes the car ready and the inspector one of this order (R183, R184, R185)', () => {
    const next = decidedBy(inspect(checked()));
    expect(next.order).toMatchObject({ state: 'ready', readyAt: testNow });
    expect(lineNo(next, 1).workState).toBe('inspected');
    expect(next.inspections.at(-1)).toMatchObject({
      kind: 'final_inspection',
      inspectorId: staffOf('inspector'),
      roadTestFromKm: 23_450,
      roadTestToKm: 23_455,
      signatureId: next.signatures.at(-1)?.signatureId,
    });
    expect(next.participations).toContainEqual({
      staffId: staffOf('inspector'),
      capacity: 'final_inspection',
      since: testNow,
    });
  });

  test('that fails sends its lines back and leaves the others checked (R188)', () => {
    const two = withWorkAs(withDispatched(withGrantedLine(withGrantedLine(buildVisit()))), 'leader_checked');
    const failed = { result: 'fail', failedLines: [{ lineId: lineId(2), reason: '路试仍有异响' }] };
    const next = decidedBy(inspect(two, failed));
    expect(next.order.state).toBe('open');
    expect([lineNo(next, 1), lineNo(next, 2)].map(({ workState, reworkCount }) => [workState, reworkCount])).toEqual([
      ['leader_checked', 0],
      ['queued', 1],
    ]);
  });

  test('is refused while something before it is missing, each with its own reason', () => {
    expect(codeOf(inspect(buildVisit()))).toBe('no_grant');
    expect(codeOf(inspect(withRevoked(withGrantedLine(buildVisit()), 1)))).toBe('nothing_to_settle');
    const visit = checked();
    expect(codeOf(inspect({ ...visit, order: { ...visit.order, awaySince: testNow } }))).toBe('vehicle_away');
    const open = inspect(withLineAs(visit, 1, { workState: 'self_checked' }));
    expect(isRefusal(open) && [open.code, open.words.zh]).toEqual([
      'lines_unfinished',
      expect.stringContaining('更换前刹车片'),
    ]);
    const worked = withPunch(visit, 1, { technicianId: staffOf('inspector'), endedAt: testNow });
    expect(codeOf(inspect(worked))).toBe('worked_on_order');
    expect(codeOf(inspect(visit, { signature: { signedBy: '赵', strokes: [] } }))).toBe('signature_empty');
  });

  test('is refused where its points, its road test or its failed lines do not fit', () => {
    const visit = checked();
    expect(codeOf(inspect(visit, { items: good('final_inspection').slice(1) }))).toBe('check_incomplete');
    expect(codeOf(inspect(visit, { roadTest: null }))).toBe('check_incomplete');
    expect(codeOf(inspect(visit, { roadTest: { fromKm: 23_460, toKm: 23_455 } }))).toBe('odometer_backwards');
    expect(codeOf(inspect(visit, { roadTest: { fromKm: 23_000, toKm: 23_005 } }))).toBe('odometer_backwards');
    const named = [{ lineId: lineId(1), reason: '异响' }];
    expect(codeOf(inspect(visit, { failedLines: named }))).toBe('fault_items_missing');
    expect(codeOf(inspect(visit, { result: 'fail' }))).toBe('fault_items_missing');
    const strange = [{ lineId: testId(0xdead), reason: '异响' }];
    expect(codeOf(inspect(visit, { result: 'fail', failedLines: strange }))).toBe('line_not_found');
  });

  test('does without the leader’s check where the service manager said so and the store lets it (R181)', () => {
    const selfChecked = withLineAs(checked(), 1, { workState: 'self_checked' });
    expect(codeOf(waive(selfChecked, 'service_manager', false))).toBe('forbidden');
    const waived = decidedBy(waive(selfChecked));
    expect(waived.order.leaderCheckWaivedReason).toBe('班组长外出救援');
    expect(codeOf(inspect(waived))).toBe('ok');
  });
});

describe('from the wash to the advisor’s own check', () => {
  test('everything waits for the inspector’s pass', () => {
    const visit = blameless();
    const uninspected = { ...visit, inspections: [] };
    expect(codeOf(commands.wash(uninspected, 'washer'))).toBe('inspection_missing');
    expect(codeOf(commands.internal_check(uninspected, 'advisor'))).toBe('inspection_missing');
    expect(codeOf(commands.tell_ready(uninspected, 'advisor'))).toBe('inspection_missing');
  });

  test('washing starts once on a car that passed, and does not end before it started (R190)', () => {
    const fresh = inspected({ washWanted: true, washStartedAt: null, washedAt: null });
    expect(codeOf(commands.start_wash({ ...fresh, inspections: [] }, 'washer'))).toBe('inspection_missing');
    expect(codeOf(commands.wash(fresh, 'washer'))).toBe('wash_not_started');
    const washing = decidedBy(startWash(fresh, { orderId }, testContext('washer')));
    expect(washing.order).toMatchObject({ washStartedAt: testNow, washedAt: null });
    expect(codeOf(startWash(washing, { orderId }, testContext('washer')))).toBe('wash_begun');
    expect(decidedBy(commands.wash(washing, 'washer')).order).toMatchObject({ washedAt: testNow });
  });

  test('a car whose wash is wanted is neither parked nor checked before it is washed (R190)', () => {
    const unwashed = { washWanted: true, washStartedAt: null, washedAt: null };
    expect(codeOf(commands.park(inspected(unwashed), 'washer'))).toBe('wash_pending');
    expect(codeOf(internally(returned(unwashed)))).toBe('wash_pending');
    expect(codeOf(commands.park(inspected({ ...unwashed, washWanted: false }), 'washer'))).toBe('ok');
  });

  test('key, order and form go back to a known person, with the place where the car stands (R193, R200)', () => {
    expect(codeOf(returnTo(inspected({ parkingPlace: null })))).toBe('parking_missing');
    expect(codeOf(returnTo(inspected(), 'supervisor', false))).toBe('not_found');
    expect(returned().custody.at(-1)).toMatchObject({
      direction: 'to_advisor',
      place: 'C3',
      toStaffId: staffOf('advisor'),
    });
    expect(codeOf(internally(inspected()))).toBe('custody_missing');
    const moved = returned();
    expect(codeOf(internally({ ...moved, order: { ...moved.order, parkingPlace: null } }))).toBe('parking_missing');
  });

  test('custody that was returned before the car was ready does not count', () => {
    const visit = returned();
    const again = { ...visit, order: { ...visit.order, readyAt: '2026-11-24T03:00:00.000Z' } };
    expect(codeOf(internally(again))).toBe('custody_missing');
  });

  test('the check confirms the old parts, or sends the car back to work (R188)', () => {
    const oldPart = {
      oldPartId: testId(0x9_01),
      lineId: lineId(1),
      description: '旧刹车片',
      qtyMilli: 1000,
      disposition: 'leave' as const,
      bagLabel: null,
      recordedBy: null,
      recordedAt: testNow,
      confirmedAt: null,
      shownAt: null,
    };
    const visit = { ...returned(), oldParts: [oldPart] };
    expect(decidedBy(internally(visit)).oldParts).toMatchObject([{ confirmedAt: testNow }]);
    const failed = { result: 'fail', failedLines: [{ lineId: lineId(1), reason: '轮毂有油污' }] };
    const next = decidedBy(internally(visit, failed));
    expect(next.order).toMatchObject({ state: 'open', readyAt: null, parkingPlace: null });
    expect(lineNo(next, 1).workState).toBe('queued');
    expect(next.inspections.filter(({ voidedAt }) => voidedAt === null)).toMatchObject([
      { kind: 'internal_check', result: 'fail' },
    ]);
  });

  test('the check is refused where its points or failed lines do not fit', () => {
    expect(codeOf(internally(returned(), { items: good('internal_check').slice(1) }))).toBe('check_incomplete');
    const named = { failedLines: [{ lineId: lineId(1), reason: '油污' }] };
    expect(codeOf(internally(returned(), named))).toBe('fault_items_missing');
    expect(codeOf(internally(returned(), { result: 'fail' }))).toBe('fault_items_missing');
    const strange = { result: 'fail', failedLines: [{ lineId: testId(0xdead), reason: '油污' }] };
    expect(codeOf(internally(returned(), strange))).toBe('line_not_found');
    const unworked = withPresented(withLine(returned()));
    const open = { result: 'fail', failedLines: [{ lineId: lineId(2), reason: '油污' }] };
    expect(codeOf(internally(unworked, open))).toBe('fault_items_missing');
  });
});

describe('telling the customer', () => {
  test('needs the advisor’s own check; who was not reached does not know yet (R189, R210)', () => {
    expect(codeOf(tellReady(returned(), call, testContext('advisor')))).toBe('internal_check_missing');
    const missed = decidedBy(tellReady(blameless(), { ...call, reached: false }, testContext('advisor')));
    expect(missed.order.customerToldReadyAt).toBeNull();
    expect(missed.contacts).toMatchObject([{ purpose: 'ready', reached: false }]);
    expect(decidedBy(tellReady(blameless(), call, testContext('advisor'))).order.customerToldReadyAt).toBe(testNow);
  });

  test.each([
    ['body work', { trade: 'body' }],
    ['paint work', { trade: 'paint' }],
    ['the overhaul of an assembly', { repairCategory: 'assembly' }],
  ] as const)('agrees no time in the peak hours for %s (R211)', (_, job) => {
    const big = withLineAs(blameless(), 1, job);
    const at = (pickUpAt: string, visit = big) =>
      codeOf(
        tellReady(
          visit,
          { ...call, pickUpAt },
          testContext('advisor', { settings: { peakHours: { from: '17:00', until: '19:00' } } }),
        ),
      );
    expect(at('2026-11-24T09:00:00.000Z')).toBe('pick_up_in_peak');
    expect(at('2026-11-24T11:00:00.000Z')).toBe('ok');
    expect(at('2026-11-24T09:00:00.000Z', blameless())).toBe('ok');
  });

  test('of a car on which nothing was done needs neither inspection nor check', () => {
    const untouched = buildVisit({ order: { state: 'ready', readyAt: testNow, washStartedAt: testNow } });
    expect(codeOf(tellReady(untouched, call, testContext('advisor')))).toBe('ok');
    expect(codeOf(commands.wash(withInspection(untouched, { kind: 'self_check' }), 'washer'))).toBe('ok');
  });
});
