import { expect, test } from 'vitest';
import { assignLine, unassignLine, type AssignFacts, type OtherPlan } from '#domain/dispatch/assign-line.ts';
import { dispatchActions } from '#domain/dispatch/dispatch.transitions.ts';
import { acceptCar, custodyItems, handToWorkshop, setPriority } from '#domain/dispatch/hand-to-workshop.ts';
import type { ChargeLine } from '#domain/estimate/charge-line.ts';
import type { Decision } from '#domain/kernel/decision.ts';
import { isRefusal, type Refusal } from '#domain/kernel/refusal.ts';
import { staffRoleNames, type Actor, type StaffRole } from '#domain/kernel/role.ts';
import { orderStates } from '#domain/repair-order/repair-order.ts';
import type { VisitChanged } from '#domain/repair-order/visit.contract.ts';
import type { Visit } from '#domain/repair-order/visit.ts';
import { buildVisit, orderId } from '#domain/testing/build-visit.ts';
import { actorOf, staffOf, testContext, testId, testNow } from '#domain/testing/test-context.ts';
import {
  lineId,
  withGrantedLine,
  withGrantedPart,
  withLine,
  withLineAs,
  withRevoked,
} from '#domain/testing/with-lines.ts';
import { withAssignment, withDispatched, withWorkshop } from '#domain/testing/with-workshop.ts';

type Tried = Decision<Visit, VisitChanged> | Refusal;

const bayId = testId(0x6_10);
const teamId = testId(0x6_20);
const technicianId = staffOf('technician');
const noon = '2026-11-24T04:00:00.000Z';

const facts: AssignFacts = {
  bay: { exclusive: true },
  technician: { trades: ['mechanical_electrical'], slots: 1 },
  team: { trades: ['mechanical_electrical'] },
  overlapping: [],
};
const plan = { bayId, teamId, technicianId, plannedFrom: testNow, plannedUntil: noon };

type Asked = {
  readonly line?: number;
  readonly by?: StaffRole | Actor;
  readonly known?: Partial<AssignFacts>;
} & Partial<Omit<typeof plan, 'teamId' | 'technicianId'> & { teamId: string | null; technicianId: string | null }>;

const assign = (visit: Visit, { line = 1, by = 'supervisor', known = {}, ...changes }: Asked = {}): Tried =>
  assignLine(
    visit,
    { orderId, lineId: lineId(line), ...plan, ...changes },
    testContext(by, { facts: { ...facts, ...known } }),
  );
const unassign = (visit: Visit, by: StaffRole = 'supervisor', line = 1): Tried =>
  unassignLine(visit, { orderId, lineId: lineId(line) }, testContext<undefined>(by));
const handOver = (visit: Visit, by: StaffRole = 'advisor', receiverKnown = true): Tried =>
  handToWorkshop(
    visit,
    {
      orderId,
      toStaffId: staffOf('supervisor'),
      place: 'A1',
      notes: '右后轮异响，先试车',
      priority: 'waiting_customer',
    },
    testContext(by, { facts: { receiverKnown } }),
  );
const prioritize = (visit: Visit, by: StaffRole = 'supervisor'): Tried =>
  setPriority(visit, { orderId, priority: 'urgent' }, testContext<undefined>(by));
const accept = (visit: Visit, by: StaffRole | Actor = 'technician', note: string | null = null): Tried =>
  acceptCar(visit, { orderId, matchesReceptionForm: note === null, note }, testContext<undefined>(by));

const code = (tried: Tried): string => (isRefusal(tried) ? tried.code : 'done');
const field = (tried: Tried): string | undefined => (isRefusal(tried) ? tried.field : undefined);
const nextOf = (tried: Tried): Visit => {
  if (isRefusal(tried)) throw new Error(tried.code);
  return tried.next;
};

const copies = { reception: { copiesHandedAt: testNow } };
const granted = withGrantedLine(buildVisit(copies));
const inWorkshop = withWorkshop(granted);
const dispatched = withDispatched(granted);

const commands: Record<keyof typeof dispatchActions, { ready: Visit; run: (visit: Visit, by: StaffRole) => Tried }> = {
  hand_to_workshop: { ready: granted, run: handOver },
  set_priority: { ready: inWorkshop, run: prioritize },
  assign_line: { ready: inWorkshop, run: (visit, by) => assign(visit, { by }) },
  unassign_line: { ready: dispatched, run: unassign },
  accept_car: { ready: dispatched, run: accept },
};

const cases = (Object.keys(commands) as (keyof typeof commands)[]).flatMap((action) =>
  orderStates.flatMap((state) => staffRoleNames.map((role) => [action, state, role] as const)),
);

test.each(cases)('%s on an order that is %s by %s goes as its table says', (action, state, role) => {
  const { ready, run } = commands[action];
  const { by, from } = dispatchActions[action];
  const tried = run({ ...ready, order: { ...ready.order, state } }, role);
  const allowed = (by as readonly string[]).includes(role);
  const expected = !allowed ? 'forbidden' : (from as readonly string[]).includes(state) ? 'done' : 'wrong_state';
  expect(code(tried)).toBe(expected);
});

test('key, order and reception form go from the advisor to the supervisor, with place, notes and priority (R150, R152, R153)', () => {
  const next = nextOf(handOver(granted));
  expect(custodyItems).toEqual(['key', 'repair_order', 'reception_form']);
  expect(next.custody).toMatchObject([
    {
      direction: 'to_workshop',
      items: ['key', 'repair_order', 'reception_form'],
      place: 'A1',
      notes: '右后轮异响，先试车',
      fromStaffId: staffOf('advisor'),
      toStaffId: staffOf('supervisor'),
      movedAt: testNow,
    },
  ]);
  expect(next.order).toMatchObject({ inWorkshopSince: testNow, priority: 'waiting_customer' });
  expect(next.order.promisedAt).toBe('2026-11-24T09:00:00.000Z');
});

test('a car given to the workshop again keeps the time since when it stands there', () => {
  const since = '2026-11-24T01:30:00.000Z';
  const again = nextOf(handOver({ ...inWorkshop, order: { ...inWorkshop.order, inWorkshopSince: since } }));
  expect(again.order.inWorkshopSince).toBe(since);
});

test('no car goes to the workshop without grant, without finished reception, or before the customer has the copies', () => {
  expect(code(handOver(buildVisit(copies)))).toBe('no_grant');
  expect(code(handOver(withGrantedLine(buildVisit({ reception: { handedOverAt: null } }))))).toBe(
    'reception_not_finished',
  );
  expect(code(handOver(withGrantedLine(buildVisit())))).toBe('paper_copies_due');
  const unknown = handOver(granted, 'advisor', false);
  expect([code(unknown), field(unknown)]).toEqual(['not_found', 'toStaffId']);
});

test('who decided on the own page has the copies there, and a car of the shop needs neither form nor copies', () => {
  const visit = withGrantedLine(buildVisit());
  const byPage = {
    ...visit,
    decisions: visit.decisions.map((each) => ({ ...each, channel: 'customer_page' as const })),
  };
  expect(code(handOver(byPage))).toBe('done');
  const own = withGrantedLine(buildVisit({ order: { kind: 'pdi' }, reception: null }));
  expect(code(handOver(own))).toBe('done');
});

test('the supervisor sets in which order the cars are done, once they are in the workshop (R154)', () => {
  expect(nextOf(prioritize(inWorkshop)).order.priority).toBe('urgent');
  expect(code(prioritize(granted))).toBe('not_in_workshop');
});

test('a line is planned onto bay, technician and time by the supervisor (R155)', () => {
  const next = nextOf(assign(inWorkshop));
  expect(next.assignments).toMatchObject([
    {
      lineId: lineId(1),
      ...plan,
      bayExclusive: true,
      technicianSlot: 1,
      state: 'planned',
      assignedBy: staffOf('supervisor'),
    },
  ]);
});

test('a line planned anew has one plan, and the former stays readable as void (R155)', () => {
  const other = testId(0x6_11);
  const next = nextOf(assign(dispatched, { bayId: other }));
  expect(next.assignments.map(({ state, bayId: at }) => [state, at])).toEqual([
    ['void', bayId],
    ['planned', other],
  ]);
});

test('work that nobody granted, whose grant was taken back, or that is no work is not dispatched', () => {
  const draft = withLine(inWorkshop);
  expect(code(assign(draft, { line: 2 }))).toBe('no_grant');
  expect(code(assign(withRevoked(inWorkshop, 1)))).toBe('grant_revoked');
  expect(code(assign(inWorkshop, { line: 9 }))).toBe('line_not_found');
  expect(code(assign(withGrantedPart(inWorkshop), { line: 2 }))).toBe('line_not_found');
  expect(code(assign(granted))).toBe('not_in_workshop');
});

test.each(['self_checked', 'leader_checked', 'inspected'] as const)(
  'work that is %s is not dispatched again',
  (state) => {
    expect(code(assign(withLineAs(inWorkshop, 1, { workState: state })))).toBe('wrong_state');
    expect(code(unassign(withLineAs(dispatched, 1, { workState: state })))).toBe('wrong_state');
  },
);

test('running work may be planned anew, but its plan is not taken away', () => {
  const working = withLineAs(dispatched, 1, { workState: 'working' });
  expect(code(assign(working))).toBe('done');
  expect(code(unassign(working))).toBe('wrong_state');
  expect(code(unassign(withLineAs(dispatched, 1, { workState: 'paused' })))).toBe('done');
});

test('a dispatch names a bay and somebody of the shop, and ends after it begins', () => {
  const tried = [
    assign(inWorkshop, { plannedUntil: testNow }),
    assign(inWorkshop, { known: { bay: null } }),
    assign(inWorkshop, { technicianId: null, teamId: null }),
    assign(inWorkshop, { known: { technician: null } }),
    assign(inWorkshop, { known: { team: null } }),
  ];
  expect(tried.map((each) => [code(each), field(each)])).toEqual([
    ['plan_order', 'plannedUntil'],
    ['not_found', 'bayId'],
    ['assignee_missing', 'technicianId'],
    ['not_found', 'technicianId'],
    ['not_found', 'teamId'],
  ]);
});

test('the trade of the work decides who may be given it, a technician or a whole team (R155)', () => {
  const painter = { trades: ['paint'] as const, slots: 1 };
  const wrong = assign(inWorkshop, { known: { technician: { ...painter, trades: ['paint'] } } });
  expect([code(wrong), field(wrong)]).toEqual(['wrong_trade', 'technicianId']);
  const team = assign(inWorkshop, { technicianId: null, known: { team: { trades: ['body'] } } });
  expect([code(team), field(team)]).toEqual(['wrong_trade', 'teamId']);
  expect(code(assign(inWorkshop, { technicianId: null }))).toBe('done');
  const anyTrade: Partial<ChargeLine> = { trade: null };
  expect(code(assign(withLineAs(inWorkshop, 1, anyTrade), { known: { technician: { trades: [], slots: 1 } } }))).toBe(
    'done',
  );
});

const elsewhere: OtherPlan = {
  assignmentId: testId(0x9_01),
  orderId: testId(0x9_02),
  lineId: testId(0x9_03),
  bayId,
  bayExclusive: true,
  technicianId: staffOf('team_leader'),
  technicianSlot: 1,
};

test('an exclusive bay takes one car at a time, but several jobs of that car', () => {
  const taken = assign(inWorkshop, { known: { overlapping: [elsewhere] } });
  expect([code(taken), field(taken)]).toEqual(['bay_taken', 'bayId']);
  const sameCar = { ...elsewhere, orderId };
  expect(code(assign(inWorkshop, { known: { overlapping: [sameCar] } }))).toBe('done');
  const wide = { bay: { exclusive: false }, overlapping: [{ ...elsewhere, bayExclusive: false }] };
  expect(code(assign(inWorkshop, { known: wide }))).toBe('done');
});

test('a technician with one pair of hands is planned once, one with two slots gets the free one (R155)', () => {
  const busy = { ...elsewhere, bayId: testId(0x6_12), technicianId };
  const taken = assign(inWorkshop, { known: { overlapping: [busy] } });
  expect([code(taken), field(taken)]).toEqual(['technician_taken', 'technicianId']);
  const two = { technician: { trades: ['mechanical_electrical'] as ['mechanical_electrical'], slots: 2 } };
  const next = nextOf(assign(inWorkshop, { known: { ...two, overlapping: [busy] } }));
  expect(next.assignments.at(-1)?.technicianSlot).toBe(2);
});

test('a dispatch taken back leaves the line in the queue, and none is taken back twice (R155)', () => {
  const next = nextOf(unassign(dispatched));
  expect(next.assignments.map(({ state }) => state)).toEqual(['void']);
  expect(next.lines[0]?.workState).toBe('queued');
  expect(code(unassign(next))).toBe('not_dispatched');
  expect(code(unassign(dispatched, 'supervisor', 9))).toBe('line_not_found');
});

test('the team takes the car over against the reception form (R151, R156)', () => {
  const open = { ...dispatched, order: { ...dispatched.order, carAcceptedAt: null, carAcceptedBy: null } };
  const next = nextOf(accept(open));
  expect(next.order).toMatchObject({ carAcceptedAt: testNow, carAcceptedBy: technicianId });
  expect(next.contacts).toEqual([]);
});

test('what differs from the form goes to the advisor, who asks the customer; it is never left unsaid (R151, R156)', () => {
  const next = nextOf(accept(dispatched, 'technician', '左前门有新划痕'));
  expect(next.contacts).toMatchObject([
    { purpose: 'other', said: '车辆与接车登记表不符：左前门有新划痕', channel: 'face_to_face', reached: false },
  ]);
  const silent = acceptCar(dispatched, { orderId, matchesReceptionForm: false, note: null }, testContext('technician'));
  expect([code(silent), field(silent)]).toEqual(['reason_missing', 'note']);
});

test('a car is accepted only by those to whom its work is dispatched, or by their leader (R156)', () => {
  const stranger: Actor = { ...actorOf('technician'), staffId: testId(0x9_09) } as Actor;
  expect(code(accept(granted))).toBe('not_in_workshop');
  expect(code(accept(inWorkshop))).toBe('not_dispatched');
  expect(code(accept(dispatched, stranger))).toBe('not_your_line');
  expect(code(accept(dispatched, 'team_leader'))).toBe('done');
  expect(code(accept(withAssignment(inWorkshop, 1, { technicianId: null }), stranger))).toBe('done');
});
