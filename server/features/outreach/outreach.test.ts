import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { loadAggregate } from '#db/aggregate/load.ts';
import { visitShape } from '#db/aggregate/visit-shape.ts';
import type { Visit } from '#domain/repair-order/visit.ts';
import type { Statement } from '#domain/settlement/settlement.ts';
import { planServiceReminder } from '#server/features/outreach/plan-service-reminder.ts';
import { newId } from '#server/http/call.ts';
import { taskList } from '#server/jobs/worker.ts';
import { buildRepairOrder } from '#server/testing/build-repair-order.ts';
import { buildCar, buildShop, type Car, type Shop } from '#server/testing/build-shop.ts';
import { meeting } from '#server/testing/meeting.ts';
import { inCall } from '#server/testing/system-call.ts';
import { startTestServer, type TestPerson, type TestServer } from '#server/testing/test-server.ts';

let now = '2026-11-24T02:00:00.000Z';
let server: TestServer;
let shop: Shop;
let agent: TestPerson;
let car: Car;

beforeAll(async () => {
  server = await startTestServer({ now: () => now });
  shop = await buildShop(server);
  agent = await shop.as('follow_up_agent');
});
afterAll(() => server.close());
beforeEach(async () => {
  now = '2026-11-24T02:00:00.000Z';
  car = await buildCar(server, shop.storeId);
});

type Row = {
  outreachId: string;
  state: string;
  version: number;
  dueFrom: string;
  dueOn: string | null;
  nextTryAt: string | null;
};

const code = async (sent: Promise<{ statusCode: number; json: <T>() => T }>) => {
  const answer = await sent;
  return answer.statusCode === 200 ? 'ok' : answer.json<{ code: string }>().code;
};
const list = async (show: string): Promise<Row[]> =>
  (await agent.query(`/outreach?show=${show}&vehicleId=${car.vehicleId}`)).json<{ items: Row[] }>().items;
const findDue = () => agent.command('/outreach/find-due', {});
const serviceDue = (changes: object) =>
  server.owner.db.updateTable('vehicle').set(changes).where('vehicle_id', '=', car.vehicleId).execute();
const consent = (channel: 'phone' | 'sms' = 'phone') =>
  server.owner.db
    .insertInto('consent')
    .values({
      store_id: shop.storeId,
      customer_id: car.customerId,
      consent_id: newId(),
      purpose: 'service_reminder',
      channel,
      given_at: now,
      evidence: '接车登记表',
    })
    .execute();
async function planned(): Promise<Row> {
  await serviceDue({ next_service_on: '2026-12-10' });
  await findDue();
  const [row] = await list('due');
  if (!row) throw new Error('nothing was planned');
  return row;
}
const attempt = (row: Row, changes: object = {}) =>
  agent.command(`/outreach/${row.outreachId}/attempts`, {
    version: row.version,
    channel: 'phone',
    result: 'reached',
    note: '想周末来',
    nextTryAt: null,
    ...changes,
  });

describe('finding who is due', () => {
  test.each([
    ['within the lead by date', { next_service_on: '2026-12-24' }, 1],
    ['beyond the lead by date', { next_service_on: '2026-12-25' }, 0],
    ['within the lead by kilometres as driven since the last reading', { next_service_km: 25_600, daily_km: 50 }, 1],
    ['beyond the lead by kilometres', { next_service_km: 26_000, daily_km: 50 }, 0],
  ])('a car %s (R022, R272)', async (_, changes, found) => {
    await serviceDue(changes);
    expect(await code(findDue())).toBe('ok');
    expect(await list('due')).toHaveLength(found);
  });

  test('plans once, however many look at the same time (R292)', async () => {
    await serviceDue({ next_service_on: '2026-12-10' });
    await Promise.all([findDue(), findDue(), findDue()]);
    await findDue();
    expect(await list('all')).toHaveLength(1);
  });

  test('leaves a car alone that is in the shop', async () => {
    await serviceDue({ next_service_on: '2026-12-10' });
    await buildRepairOrder(server, { until: 'received', shop, car });
    await findDue();
    expect(await list('all')).toEqual([]);
  });
});

describe('inviting', () => {
  test('refuses to invite without a live consent for the channel, and keeps nothing (R321)', async () => {
    await consent('sms');
    const row = await planned();
    expect(await code(attempt(row))).toBe('no_consent');
    expect(await list('all')).toEqual([row]);
    await consent('phone');
    expect(await code(attempt(row))).toBe('ok');
  });

  test('a customer who refuses is not invited to this service again (R022)', async () => {
    const row = await planned();
    await consent();
    expect((await attempt(row, { result: 'refused' })).json()).toMatchObject({ state: 'declined' });
    await findDue();
    expect((await list('all')).map(({ state }) => state)).toEqual(['declined']);
  });

  test('two agents who call the same customer at once: one call counts, the other is told (R262)', async () => {
    const row = await planned();
    await consent();
    const call = () => code(attempt(row, { result: 'no_answer' }));
    const place = { table: 'outreach', column: 'outreach_id', id: row.outreachId };
    const codes = await meeting(server, place, [call, call]);
    expect(codes.toSorted()).toEqual(['ok', 'stale_version']);
    expect(await list('all')).toMatchObject([{ attempts: 1 }]);
  });

  test('not reached, it is tried again the next day, and given up after five times (R262)', async () => {
    await planned();
    await consent();
    for (let times = 1; times <= 5; times += 1) {
      const [row] = await list('all');
      if (!row) throw new Error('the outreach is gone');
      now = row.nextTryAt ?? now;
      expect(await code(attempt(row, { result: 'no_answer' }))).toBe('ok');
    }
    const [last] = await list('all');
    expect(last).toMatchObject({ state: 'unreachable', attempts: 5, nextTryAt: null });
  });

  const booked = async (desk: TestPerson, row: Row, startsAt = '2026-12-01T02:00:00.000Z') => {
    await shop.as('advisor');
    const made = await desk.command('/appointments', {
      startsAt,
      minutes: 30,
      advisorId: null,
      bayId: null,
      channel: 'phone',
      customerId: car.customerId,
      customerName: null,
      phone: null,
      presenterName: null,
      cars: [{ vehicleId: car.vehicleId, plate: null, model: null }],
      requestedJobs: '保养',
      customerWords: null,
      estimatedHoursCenti: null,
      estimatedFen: null,
      partsChecked: null,
      outreachId: row.outreachId,
      confirmed: true,
    });
    expect(made.statusCode).toBe(200);
    return made.json<{ appointmentId: string }>();
  };

  test('an appointment made from it books it (R034)', async () => {
    const row = await planned();
    const { appointmentId } = await booked(await shop.as('receptionist'), row);
    const detail = (await agent.query(`/outreach/${row.outreachId}`)).json();
    expect(detail).toMatchObject({ state: 'booked', appointmentId });
  });

  test('who missed the appointment is called again the day after, until booked anew (R034, R272)', async () => {
    const row = await planned();
    const desk = await shop.as('receptionist');
    const { appointmentId } = await booked(desk, row, '2026-12-02T02:00:00.000Z');
    now = '2026-12-03T01:00:00.000Z';
    await taskList({ deps: server.deps, smtpUrl: undefined })['appointment.close_missed']?.({}, undefined as never);
    expect(await list('live')).toMatchObject([{ outreachId: row.outreachId, state: 'planned', appointmentId: null }]);
    const place = { startsAt: '2026-12-04T02:00:00.000Z', minutes: 30, advisorId: null, bayId: null };
    const again = await desk.command(`/appointments/${appointmentId}/rebook`, { version: 2, ...place });
    expect(again.json()).toMatchObject({ state: 'requested' });
    expect(await list('all')).toMatchObject([{ state: 'booked', appointmentId }]);
  });

  test('who comes after having been given up is called no more (R034, R272)', async () => {
    const row = await planned();
    const desk = await shop.as('receptionist');
    const missed = await booked(desk, row, '2026-12-05T02:00:00.000Z');
    now = '2026-12-05T02:30:00.000Z';
    await desk.command(`/appointments/${missed.appointmentId}/no-show`, { version: 1, reason: null });
    expect(await list('all')).toMatchObject([{ state: 'planned' }]);
    await desk.command(`/appointments/${missed.appointmentId}/arrived`, {});
    expect(await list('all')).toMatchObject([{ state: 'booked', appointmentId: missed.appointmentId }]);
  });

  test('is planned by hand once per car and topic, and closed with a reason (R267, R292)', async () => {
    const plan = { ...car, topic: 'campaign', dueOn: null, dueKm: null, note: '免费检测周', tryAt: null };
    expect(await code(agent.command('/outreach', { ...plan, vehicleId: newId() }))).toBe('not_found');
    const { outreachId } = (await agent.command('/outreach', plan)).json<{ outreachId: string }>();
    expect(await code(agent.command('/outreach', plan))).toBe('outreach_exists');
    const close = (version: number) => agent.command(`/outreach/${outreachId}/close`, { version, reason: '活动取消' });
    expect(await code(close(9))).toBe('stale_version');
    expect(await code(close(1))).toBe('ok');
    expect(await code(close(2))).toBe('wrong_state');
  });
});

test('the next service of a statement is planned, one live per car, renewed by the next visit (R236)', async () => {
  const { orderId } = await buildRepairOrder(server, { until: 'granted', shop, car });
  const deliver = (nextServiceOn: string) =>
    inCall(server, shop.storeId, async (call) => {
      const visit = await loadAggregate<Visit>(call.tx, visitShape, orderId);
      if (!visit) throw new Error('the order is gone');
      const statement = { payer: 'customer', state: 'paid', nextServiceOn, nextServiceKm: 40_000, preferredCall };
      await planServiceReminder(call, { ...visit, statements: [statement as Statement] });
    });
  const preferredCall = { from: '18:00', to: '20:00', days: 'any' } as const;
  await deliver('2027-05-24');
  const [first] = await list('live');
  expect(first).toMatchObject({ state: 'planned', dueOn: '2027-05-24', dueFrom: '2027-04-24T10:00:00.000Z' });
  await deliver('2027-11-24');
  expect(await list('all')).toMatchObject([{ outreachId: first?.outreachId, dueOn: '2027-11-24', version: 2 }]);
});
