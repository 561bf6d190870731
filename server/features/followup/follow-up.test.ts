import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { createCustomerLink } from '#server/access/customer-link.ts';
import { loadAggregate } from '#db/aggregate/load.ts';
import { visitShape } from '#db/aggregate/visit-shape.ts';
import type { Visit } from '#domain/repair-order/visit.ts';
import { planFollowUps } from '#server/features/followup/plan-follow-ups.ts';
import { newId } from '#server/http/call.ts';
import { buildRepairOrder, type BuiltOrder } from '#server/testing/build-repair-order.ts';
import { buildShop, type Shop } from '#server/testing/build-shop.ts';
import { meeting } from '#server/testing/meeting.ts';
import { inCall } from '#server/testing/system-call.ts';
import { startTestServer, type TestPerson, type TestServer } from '#server/testing/test-server.ts';

const deliveredAt = '2026-11-24T02:00:00.000Z';
let now = deliveredAt;
let server: TestServer;
let shop: Shop;
let order: BuiltOrder;
let agent: TestPerson;
let manager: TestPerson;

beforeAll(async () => {
  server = await startTestServer({ now: () => now });
  shop = await buildShop(server);
  agent = await shop.as('follow_up_agent');
  manager = await shop.as('service_manager');
});
afterAll(() => server.close());

beforeEach(async () => {
  now = deliveredAt;
  order = await buildRepairOrder(server, { until: 'granted', shop });
  await inCall(server, shop.storeId, async (call) => {
    const visit = await loadAggregate<Visit>(call.tx, visitShape, order.orderId);
    if (visit) planFollowUps(call, visit);
  });
});

type Planned = {
  followUpId: string;
  kind: string;
  dueFrom: string;
  nextTryAt: string;
  state: string;
  version: number;
  attempts: number;
};

const calls = async (show = 'all'): Promise<Planned[]> => {
  const answer = await agent.query(`/followups?show=${show}&orderId=${order.orderId}`);
  return answer.json<{ items: Planned[] }>().items;
};
const qualityCall = async (): Promise<Planned> => {
  const call = (await calls()).find(({ kind }) => kind === 'quality_call');
  if (!call) throw new Error('no quality call was planned');
  return call;
};
const code = async (sent: Promise<{ statusCode: number; json: <T>() => T }>) => {
  const answer = await sent;
  return answer.statusCode === 200 ? 'ok' : answer.json<{ code: string }>().code;
};
const attempt = (call: Planned, changes: object = {}) =>
  agent.command(`/followups/${call.followUpId}/attempts`, {
    version: call.version,
    channel: 'phone',
    result: 'no_answer',
    note: null,
    nextTryAt: null,
    ...changes,
  });
const good = { overall: 5, onTime: 5, quality: 5 };
const complete = (call: Planned, changes: object = {}) =>
  agent.command(`/followups/${call.followUpId}/complete`, {
    version: call.version,
    channel: 'phone',
    answers: good,
    opinion: '很好',
    newNeeds: null,
    satisfied: true,
    recommendScore: 9,
    complaint: null,
    ...changes,
  });

describe('follow-up calls', () => {
  test('both calls are planned, each with a record (R260, R261)', async () => {
    expect((await calls()).map(({ kind, state }) => [kind, state])).toEqual([
      ['quality_call', 'planned'],
      ['relationship_call', 'planned'],
    ]);
    const record = await server.owner.db
      .selectFrom('activity')
      .select(['action', 'seq'])
      .where('aggregate', '=', 'follow_up')
      .where('aggregate_id', '=', (await qualityCall()).followUpId)
      .execute();
    expect(record).toEqual([{ action: 'plan', seq: 1 }]);
  });

  test('a call is due at the customer’s time and comes with what was done on the car (R260, R263)', async () => {
    expect(await calls('due')).toEqual([]);
    const call = await qualityCall();
    now = call.nextTryAt;
    expect((await calls('due')).map(({ kind }) => kind)).toEqual(['quality_call']);
    const detail = (await agent.query(`/followups/${call.followUpId}`)).json<{
      script: { zh: string }[];
      jobs: string[];
    }>();
    expect(detail.jobs).toContain('更换前刹车片');
    expect(detail.script.map(({ zh }) => zh).join('')).toContain('更换前刹车片');
    now = '2026-12-20T02:00:00.000Z';
    expect(await calls('overdue')).toHaveLength(2);
  });

  test('nobody is called before the promised day (R218)', async () => {
    const call = await qualityCall();
    expect(await code(attempt(call))).toBe('not_due');
    expect(await code(complete(call))).toBe('not_due');
    expect(await qualityCall()).toEqual(call);
  });

  test('unreached, it is tried the next day, and after five times a letter goes out (R262)', async () => {
    for (let times = 1; times <= 5; times += 1) {
      const call = await qualityCall();
      now = call.nextTryAt;
      expect(await code(attempt(call))).toBe('ok');
      const after = await qualityCall();
      expect([after.attempts, after.state]).toEqual([times, times === 5 ? 'letter_sent' : 'trying']);
      if (times < 5) expect(Date.parse(after.nextTryAt)).toBeGreaterThan(Date.parse(now));
    }
    const letters = await server.owner.db
      .selectFrom('message')
      .select(['channel', 'state'])
      .where('order_id', '=', order.orderId)
      .execute();
    expect(letters).toEqual([{ channel: 'letter', state: 'held' }]);
  });

  test('two agents who take the same call at once: one call counts, the other is told (R262)', async () => {
    const call = await qualityCall();
    now = call.nextTryAt;
    const place = { table: 'follow_up', column: 'follow_up_id', id: call.followUpId };
    const codes = await meeting(server, place, [() => code(attempt(call)), () => code(attempt(call))]);
    expect(codes.toSorted()).toEqual(['ok', 'stale_version']);
    expect(await qualityCall()).toMatchObject({ attempts: 1, version: call.version + 1 });
  });

  test('a customer who wants no call is left alone, and a wrong number gets a letter (R262)', async () => {
    const [quality, relationship] = await calls();
    now = '2026-12-01T02:00:00.000Z';
    if (!quality || !relationship) throw new Error('two calls are planned');
    expect((await attempt(quality, { result: 'refused' })).json()).toMatchObject({ state: 'cancelled' });
    expect((await attempt(relationship, { result: 'wrong_number' })).json()).toMatchObject({ state: 'letter_sent' });
  });

  test('is not done without answers, nor on an old version (R263)', async () => {
    const call = await qualityCall();
    now = call.nextTryAt;
    expect(await code(complete(call, { satisfied: null }))).toBe('answers_missing');
    expect(await code(complete(call, { answers: {} }))).toBe('answers_missing');
    expect(await code(complete({ ...call, version: 7 }))).toBe('stale_version');
    expect(await code(complete(call))).toBe('ok');
    expect(await code(complete({ ...call, version: 2 }))).toBe('wrong_state');
  });

  test.each([
    ['a dissatisfied customer', { satisfied: false }, { class: 'other', level: 'general' }],
    ['two of five for the price', { answers: { ...good, price: 2 } }, { class: 'price', level: 'general' }],
    [
      'one of five for the quality',
      { answers: { ...good, price: 2, quality: 1 } },
      { class: 'repair_quality', level: 'serious' },
    ],
  ])('%s opens a complaint that is linked (R270)', async (_, changes, expected) => {
    const call = await qualityCall();
    now = call.nextTryAt;
    const { complaintId } = (await complete(call, changes)).json<{ complaintId: string }>();
    const complaint = (await manager.query(`/complaints/${complaintId}`)).json();
    expect(complaint).toMatchObject({ ...expected, state: 'opened', source: 'follow_up_call', orderId: order.orderId });
  });

  test('the manager names the agent; a stranger is nobody (R294)', async () => {
    const call = await qualityCall();
    const assign = (agentId: string) =>
      manager.command(`/followups/${call.followUpId}/assign`, { version: 1, agentId });
    expect(await code(assign(newId()))).toBe('assignee_missing');
    expect(await code(assign(agent.staffId))).toBe('ok');
    expect(
      await code(agent.command(`/followups/${call.followUpId}/cancel`, { version: 2, reason: '客户搬走了' })),
    ).toBe('ok');
  });
});

describe('complaints', () => {
  const opening = (changes: object = {}) => ({
    orderId: order.orderId,
    customerId: null,
    vehicleId: null,
    source: 'phone',
    level: 'urgent',
    class: 'time',
    description: '等了三个小时',
    demand: '道歉',
    ...changes,
  });
  const step = (who: TestPerson, complaint: { complaintId: string }, ...[name, body]: [string, object]) =>
    who.command(`/complaints/${complaint.complaintId}/${name}`, body);

  test('goes from opening to its end with cause, customer’s answer and prevention (R280, R281, R282)', async () => {
    const made = (await agent.command('/complaints', opening())).json<{ complaintId: string }>();
    const detail = await manager.query(`/complaints/${made.complaintId}`);
    expect(detail.json()).toMatchObject({ respondBy: '2026-11-24T14:00:00.000Z', customerName: '王建国' });
    const advisor = await shop.as('advisor');
    const resolve = { cause: null, resolution: '赠送一次洗车', preventiveMeasure: null };
    expect(await code(step(manager, made, 'investigate', { version: 1 }))).toBe('wrong_state');
    expect(await code(step(manager, made, 'assign', { version: 1, assigneeId: newId() }))).toBe('assignee_missing');
    expect(await code(step(manager, made, 'assign', { version: 1, assigneeId: advisor.staffId }))).toBe('ok');
    expect(await code(step(advisor, made, 'respond', { version: 2 }))).toBe('ok');
    expect(await code(step(advisor, made, 'investigate', { version: 3 }))).toBe('ok');
    expect(await code(step(advisor, made, 'resolve', { version: 4, ...resolve }))).toBe('cause_missing');
    expect(await code(step(advisor, made, 'resolve', { version: 4, ...resolve, cause: '配件到货晚' }))).toBe('ok');
    const verify = { customerAnswer: '还是不满意', satisfied: false };
    expect((await step(agent, made, 'verify', { version: 5, ...verify })).json()).toMatchObject({
      state: 'investigating',
    });
    expect(await code(step(advisor, made, 'resolve', { version: 6, ...resolve }))).toBe('ok');
    expect(await code(step(agent, made, 'verify', { version: 7, customerAnswer: null, satisfied: true }))).toBe('ok');
    expect(await code(step(manager, made, 'close', { version: 8, preventiveMeasure: null }))).toBe(
      'prevention_missing',
    );
    expect(await code(step(manager, made, 'close', { version: 8, preventiveMeasure: '提前一天备料' }))).toBe('ok');
    expect((await manager.query(`/complaints/${made.complaintId}`)).json()).toMatchObject({
      state: 'closed',
      overdue: false,
    });
  });

  test('what is not answered in the hours of its level is overdue and counted (R280)', async () => {
    const made = (await agent.command('/complaints', opening())).json<{ complaintId: string }>();
    now = '2026-11-24T14:00:00.001Z';
    const overdue = (await manager.query(`/complaints?show=overdue&orderId=${order.orderId}`)).json<{
      items: object[];
    }>();
    expect(overdue.items).toMatchObject([{ complaintId: made.complaintId, overdue: true }]);
    const counts = (await manager.query('/complaints/counts')).json<{ overdue: number; byState: object[] }>();
    expect(counts.overdue).toBeGreaterThan(0);
    expect(counts.byState).toContainEqual({ state: 'opened', count: expect.any(Number) });
  });

  test('the customer complains about their own visit alone, and sees what becomes of it (R275)', async () => {
    const other = await buildRepairOrder(server, { until: 'received', shop });
    const token = await inCall(server, shop.storeId, (call) => createCustomerLink(call, order.orderId));
    const customer = server.client({ 'visit-token': token });
    expect(await code(customer.command('/complaints', opening({ orderId: other.orderId })))).toBe('not_found');
    expect(await code(customer.command('/complaints', opening()))).toBe('ok');
    const own = (await customer.query(`/orders/${order.orderId}/complaints`)).json<{ complaints: object[] }>();
    expect(own.complaints).toMatchObject([{ state: 'opened', description: '等了三个小时' }]);
    expect(await code(customer.query(`/orders/${other.orderId}/complaints`))).toBe('not_found');
    expect(await code(customer.query('/complaints'))).toBe('forbidden');
  });

  test('about another store’s visit, or none, are not found rather than none', async () => {
    const stranger = await server.addPerson(await server.addStore('别家店'), ['service_manager']);
    expect(await code(stranger.query(`/orders/${order.orderId}/complaints`))).toBe('not_found');
    expect(await code(manager.query(`/orders/${newId()}/complaints`))).toBe('not_found');
    const none = (await manager.query(`/orders/${order.orderId}/complaints`)).json();
    expect(none).toEqual({ complaints: expect.any(Array) });
  });

  test('refuses a complaint about nobody', async () => {
    expect(await code(agent.command('/complaints', opening({ orderId: null })))).toBe('not_found');
    expect(await code(agent.command('/complaints', opening({ orderId: newId() })))).toBe('not_found');
    const known = opening({ orderId: null, customerId: order.customerId, vehicleId: order.vehicleId });
    expect(await code(agent.command('/complaints', known))).toBe('ok');
  });
});

test('files still to be built are listed, the most urgent first (R290)', async () => {
  const due = (await agent.query('/customer-files/due?limit=200')).json<{
    items: { customerId: string; overdue: boolean }[];
  }>();
  expect(due.items).toContainEqual(expect.objectContaining({ customerId: order.customerId, overdue: false }));
  now = '2026-11-27T02:00:00.000Z';
  const late = (await agent.query('/customer-files/due?limit=200&overdue=true')).json<{ items: object[] }>();
  expect(late.items).toContainEqual(expect.objectContaining({ customerId: order.customerId, overdue: true }));
});
