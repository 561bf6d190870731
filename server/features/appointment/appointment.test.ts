import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { addMinutes } from '#domain/kernel/calendar.ts';
import { isRefusal } from '#domain/kernel/refusal.ts';
import { markArrived } from '#server/features/appointment/mark-arrived.ts';
import { newId } from '#server/http/call.ts';
import { taskList } from '#server/jobs/worker.ts';
import { buildRepairOrder } from '#server/testing/build-repair-order.ts';
import { buildCar, buildShop, type Car, type Shop } from '#server/testing/build-shop.ts';
import { inCall } from '#server/testing/system-call.ts';
import { startTestServer, type TestPerson, type TestServer } from '#server/testing/test-server.ts';

let now = '2026-11-24T02:00:00.000Z';
let server: TestServer;
let shop: Shop;
let car: Car;
let desk: TestPerson;
let advisor: TestPerson;
let day = '2026-12-01';
let days = 0;

beforeAll(async () => {
  server = await startTestServer({ now: () => now });
  shop = await buildShop(server);
  car = await buildCar(server, shop.storeId);
  desk = await shop.as('receptionist');
  advisor = await shop.as('advisor');
});
afterAll(() => server.close());
beforeEach(() => {
  now = '2026-11-24T02:00:00.000Z';
  days += 1;
  day = `2026-12-${String(days).padStart(2, '0')}`;
});

const at = (time: string): string => new Date(`${day}T${time}:00+08:00`).toISOString();

const wish = (changes: object = {}) => ({
  startsAt: at('09:00'),
  minutes: 30,
  advisorId: advisor.staffId,
  bayId: null,
  channel: 'phone',
  customerId: car.customerId,
  customerName: null,
  phone: null,
  presenterName: null,
  cars: [{ vehicleId: car.vehicleId, plate: null, model: null }],
  requestedJobs: '首次保养',
  customerWords: '有点异响',
  estimatedHoursCenti: 100,
  estimatedFen: 50_000,
  partsChecked: null,
  outreachId: null,
  confirmed: true,
  ...changes,
});

type Made = { appointmentId: string; appointmentNo: string; state: string; version: number };

async function made(changes: object = {}): Promise<Made> {
  const answer = await desk.command('/appointments', wish(changes));
  expect(answer.statusCode).toBe(200);
  return answer.json<Made>();
}

const code = async (sent: Promise<{ statusCode: number; json: <T>() => T }>) => {
  const answer = await sent;
  return answer.statusCode === 200 ? 'ok' : answer.json<{ code: string }>().code;
};

const rows = () =>
  server.owner.db
    .selectFrom('appointment')
    .selectAll()
    .where('store_id', '=', shop.storeId)
    .orderBy('appointment_id')
    .execute();

describe('making an appointment', () => {
  test('the board shows a tag with customer, plate, time, jobs and bay (R032, R039)', async () => {
    const { appointmentId, appointmentNo } = await made({ bayId: shop.bayId });
    const board = (await desk.query(`/appointments/board?day=${day}`)).json<{ tags: object[]; hours: string[] }>();
    expect(board.hours).toHaveLength(12);
    expect(board.tags).toMatchObject([
      {
        appointmentId,
        appointmentNo,
        customerName: '王建国',
        requestedJobs: '首次保养',
        bayName: '1 号工位',
        advisorId: advisor.staffId,
        marker: 'none',
        plates: [expect.stringContaining('吉A')],
      },
    ]);
  });

  test('two receptionists who take the last place at once get one appointment (R034)', async () => {
    const before = (await rows()).length;
    const codes = await Promise.all([0, 1, 2].map(() => code(desk.command('/appointments', wish()))));
    expect(codes.toSorted()).toEqual(['ok', 'slot_full', 'slot_full']);
    expect(await rows()).toHaveLength(before + 1);
  });

  test.each([
    ['a time that has passed', { startsAt: '2026-11-20T02:00:00.000Z' }, 'appointment_in_past'],
    ['a closed shop', { startsAt: '2026-12-24T14:00:00.000Z' }, 'slot_closed'],
    ['an advisor nobody knows', { advisorId: newId() }, 'not_found'],
    ['a bay nobody knows', { bayId: newId() }, 'not_found'],
    ['a car nobody knows', { cars: [{ vehicleId: newId(), plate: null, model: null }] }, 'not_found'],
    ['a customer nobody knows', { customerId: newId() }, 'not_found'],
    ['nobody’s name', { customerId: null }, 'file_incomplete'],
    ['no phone', { customerId: null, customerName: '李四' }, 'file_incomplete'],
  ])('refuses %s and keeps nothing (R034)', async (_, changes, expected) => {
    const before = await rows();
    expect(await code(desk.command('/appointments', wish(changes)))).toBe(expected);
    expect(await rows()).toEqual(before);
  });

  test('refuses a bay that another appointment holds (R039)', async () => {
    await made({ bayId: shop.bayId });
    const other = await server.addPerson(shop.storeId, ['advisor']);
    const taken = wish({ bayId: shop.bayId, advisorId: other.staffId });
    expect(await code(desk.command('/appointments', taken))).toBe('bay_taken');
  });

  test('a technician may not', async () => {
    expect(await code((await shop.as('technician')).command('/appointments', wish()))).toBe('forbidden');
  });
});

describe('from the web', () => {
  const request = (changes: object = {}) => ({
    customerName: '赵六',
    phone: `139${String(days).padStart(8, '0')}`,
    plate: '吉A8X888',
    model: 'B70',
    startsAt: at('10:00'),
    requestedJobs: '保养',
    customerWords: null,
    privacyAccepted: true,
    ...changes,
  });
  const post = (body: object) => server.client({}).command(`/public/stores/${shop.storeId}/appointments`, body);

  test('anybody sees whether there is a place and asks for it once, however often it is sent (R030, R031)', async () => {
    const seen = await server.client({}).query(`/public/stores/${shop.storeId}/slots?day=${day}`);
    expect(seen.json<{ slots: object[] }>().slots[4]).toEqual({ startsAt: at('10:00'), free: true });
    const [first, second] = await Promise.all([post(request()), post(request())]);
    expect(first.statusCode).toBe(200);
    expect(second.json()).toEqual(first.json());
    const list = (await desk.query(`/appointments?from=${day}&to=${day}`)).json<{ items: object[] }>();
    expect(list.items).toMatchObject([
      { state: 'requested', customerName: '赵六', plates: ['吉A8X888'], advisorId: null },
    ]);
  });

  test('one phone cannot fill the board, and no other store is found (R030)', async () => {
    for (const time of ['10:00', '11:00', '12:00'])
      expect(await code(post(request({ startsAt: at(time) })))).toBe('ok');
    expect(await code(post(request({ startsAt: at('13:00') })))).toBe('too_many_requests');
    expect(await code(server.client({}).query(`/public/stores/${newId()}/slots?day=${day}`))).toBe('not_found');
  });

  test('nothing is kept of somebody who has not agreed to the privacy notice, and the agreement is on record', async () => {
    const { phone } = request();
    const refused = (await post(request({ privacyAccepted: false }))).json();
    expect(refused).toMatchObject({ code: 'privacy_not_accepted', field: 'privacyAccepted' });
    const kept = () =>
      server.owner.db.selectFrom('appointment').select('appointment_id').where('phone', '=', phone).execute();
    expect(await kept()).toEqual([]);
    expect(await code(post(request()))).toBe('ok');
    const [one] = await kept();
    const { payload } = await server.owner.db
      .selectFrom('activity')
      .select('payload')
      .where('aggregate_id', '=', one?.appointment_id ?? '')
      .executeTakeFirstOrThrow();
    expect(JSON.parse(payload)).toMatchObject({ channel: 'web', privacyAccepted: true });
  });

  test('refuses what the desk would refuse (R034)', async () => {
    expect(await code(post(request({ startsAt: at('05:00') })))).toBe('slot_closed');
    expect(await code(post(request({ startsAt: '2026-11-01T02:00:00.000Z' })))).toBe('appointment_in_past');
    const advisors = await server.owner.db
      .selectFrom('membership')
      .select('user_id')
      .where('role', '=', 'advisor')
      .execute();
    const codes = await Promise.all(
      [...advisors, null].map((_, index) => code(post(request({ phone: `1370000000${index}` })))),
    );
    expect(codes.filter((each) => each !== 'ok')).toEqual(['slot_full']);
  });
});

describe('an appointment on its way', () => {
  const act = (made_: Pick<Made, 'appointmentId'>, path: string, body: object) =>
    desk.command(`/appointments/${made_.appointmentId}/${path}`, body);

  test('is confirmed with an advisor, rescheduled on the version seen, and cancelled with a reason (R034, R038)', async () => {
    const one = await made({ confirmed: false, advisorId: null });
    const confirmed = await act(one, 'confirm', { version: 1, advisorId: advisor.staffId, bayId: null });
    expect(confirmed.json()).toMatchObject({ state: 'confirmed', version: 2 });
    const place = { startsAt: at('15:00'), minutes: 60, advisorId: advisor.staffId, bayId: null };
    expect(await code(act(one, 'reschedule', { version: 1, ...place }))).toBe('stale_version');
    expect(await code(act(one, 'reschedule', { version: 2, ...place }))).toBe('ok');
    expect(await code(act(one, 'cancel', { version: 3, reason: '客户出差' }))).toBe('ok');
    expect(await code(act(one, 'remind', { channel: 'phone', result: 'reached', note: null }))).toBe('not_found');
    expect(await code(act(one, 'reminders', { channel: 'phone', result: 'reached', note: null }))).toBe('wrong_state');
  });

  test('is not confirmed with an advisor or a bay that is taken (R038)', async () => {
    await server.addPerson(shop.storeId, ['advisor']);
    await made({ bayId: shop.bayId });
    const one = await made({ confirmed: false, advisorId: null });
    const confirm = (place: object) =>
      code(act(one, 'confirm', { version: 1, advisorId: null, bayId: null, ...place }));
    expect(await confirm({ advisorId: advisor.staffId })).toBe('slot_full');
    expect(await confirm({ bayId: shop.bayId })).toBe('bay_taken');
    expect(await confirm({ advisorId: newId() })).toBe('not_found');
    expect(await confirm({})).toBe('ok');
  });

  test('is not booked again into a taken place, into the past or out of hours (R034)', async () => {
    const one = await made();
    now = at('09:20');
    expect(await code(act(one, 'no-show', { version: 1, reason: null }))).toBe('ok');
    await made({ startsAt: at('16:00'), bayId: shop.bayId });
    const again = (changes: object) =>
      code(act(one, 'rebook', { version: 2, minutes: 30, advisorId: advisor.staffId, bayId: null, ...changes }));
    expect(await again({ startsAt: at('16:00') })).toBe('slot_full');
    expect(await again({ startsAt: at('16:00'), advisorId: null, bayId: shop.bayId })).toBe('bay_taken');
    expect(await again({ startsAt: at('20:30') })).toBe('slot_closed');
    expect(await again({ startsAt: at('08:30') })).toBe('appointment_in_past');
  });

  test('is not moved into a taken place, into the past or out of hours (R034)', async () => {
    await made({ startsAt: at('16:00'), bayId: shop.bayId });
    const one = await made();
    const move = (changes: object) =>
      code(act(one, 'reschedule', { version: 1, minutes: 30, advisorId: advisor.staffId, bayId: null, ...changes }));
    expect(await move({ startsAt: at('16:00') })).toBe('slot_full');
    expect(await move({ startsAt: at('16:00'), advisorId: null, bayId: shop.bayId })).toBe('bay_taken');
    expect(await move({ startsAt: at('06:00') })).toBe('slot_closed');
    expect(await move({ startsAt: '2026-11-01T02:00:00.000Z' })).toBe('appointment_in_past');
  });

  test('the reminder call is recorded, with the words to say (R037)', async () => {
    const one = await made();
    expect(await code(act(one, 'reminders', { channel: 'phone', result: 'reached', note: '会准时到' }))).toBe('ok');
    const detail = (await desk.query(`/appointments/${one.appointmentId}`)).json<{
      script: { zh: string }[];
      reminders: object[];
      phone: string;
    }>();
    expect(detail.reminders).toMatchObject([{ result: 'reached', note: '会准时到', byName: 'receptionist 一号' }]);
    expect(detail.script.map(({ zh }) => zh).join('')).toMatch(/测试店的预约\/接待员.*方便接听电话.*保养手册/s);
    expect(detail.phone).toBe('138****5678');
  });

  test('a no-show is not said before its time, and may be booked again (R040)', async () => {
    const one = await made();
    expect(await code(act(one, 'no-show', { version: 1, reason: null }))).toBe('appointment_not_today');
    now = at('09:20');
    const board = await desk.query(`/appointments/board?day=${day}`);
    expect(board.json<{ tags: object[] }>().tags).toMatchObject([{ marker: 'late' }]);
    expect(await code(act(one, 'no-show', { version: 1, reason: '没有接电话' }))).toBe('ok');
    const place = { startsAt: at('17:00'), minutes: 30, advisorId: null, bayId: null };
    expect((await act(one, 'rebook', { version: 2, ...place })).json()).toMatchObject({ state: 'requested' });
  });

  test('reception of its car marks it as arrived and leads to the visit (R040)', async () => {
    const one = await made({
      customerId: null,
      customerName: '王建国',
      phone: '13812345678',
      cars: [{ vehicleId: null, plate: '吉A12345', model: null }],
    });
    const { orderId, vehicleId, storeId } = await buildRepairOrder(server, { until: 'received', shop });
    const actor = { kind: 'staff', storeId, staffId: advisor.staffId, roles: ['advisor'] } as const;
    const done = await inCall(server, actor, (call) => markArrived(call, one.appointmentId, { orderId, vehicleId }));
    expect(isRefusal(done)).toBe(false);
    const detail = await desk.query(`/appointments/${one.appointmentId}`);
    expect(detail.json()).toMatchObject({ state: 'arrived', marker: 'arrived', vehicles: [{ vehicleId, orderId }] });
    expect(await code(act(one, 'arrived', {}))).toBe('ok');
  });
});

describe('the day after', () => {
  const closeMissed = () =>
    taskList({ deps: server.deps, smtpUrl: undefined })['appointment.close_missed']?.({}, undefined as never);
  const stateOf = async ({ appointmentId }: Pick<Made, 'appointmentId'>) => {
    const { state, closeReason } = (await desk.query(`/appointments/${appointmentId}`)).json<{
      state: string;
      closeReason: string | null;
    }>();
    return { state, closeReason };
  };
  test('who did not come is a no-show by itself, once, and who came or cancelled is left alone (R040)', async () => {
    const [web, phone, came, off] = [
      await made({ startsAt: at('09:00'), confirmed: false, advisorId: null }),
      await made({ startsAt: at('10:00') }),
      await made({ startsAt: at('11:00') }),
      await made({ startsAt: at('12:00') }),
    ];
    await desk.command(`/appointments/${came.appointmentId}/arrived`, {});
    await desk.command(`/appointments/${off.appointmentId}/cancel`, { version: 1, reason: '客户出差' });
    now = at('23:50');
    await closeMissed();
    expect(await stateOf(phone)).toEqual({ state: 'confirmed', closeReason: null });
    now = addMinutes(now, 15);
    await closeMissed();
    await closeMissed();
    expect(await stateOf(phone)).toMatchObject({
      state: 'no_show',
      closeReason: expect.stringContaining('当日未到店'),
    });
    expect(await stateOf(web)).toMatchObject({ state: 'no_show', closeReason: expect.stringContaining('未经确认') });
    expect([(await stateOf(came)).state, (await stateOf(off)).state]).toEqual(['arrived', 'cancelled']);
    const noted = await server.owner.db
      .selectFrom('activity')
      .select('action')
      .where('aggregate_id', '=', phone.appointmentId)
      .where('action', '=', 'mark_no_show')
      .execute();
    expect(noted).toHaveLength(1);
  });
});

test('who missed an appointment is on the list of those to call until there is another, or the car came (R034)', async () => {
  const one = await made({ startsAt: at('09:00') });
  const missed = async () =>
    (await desk.query(`/appointments?missed=true&from=${day}&to=${day}`)).json<{
      items: Pick<Made, 'appointmentId'>[];
    }>();
  now = at('09:30');
  await desk.command(`/appointments/${one.appointmentId}/no-show`, { version: 1, reason: null });
  expect((await missed()).items).toMatchObject([{ appointmentId: one.appointmentId }]);
  const another = await made({ startsAt: at('16:00') });
  expect((await missed()).items).toEqual([]);
  await desk.command(`/appointments/${another.appointmentId}/cancel`, { version: 1, reason: '客户出差' });
  expect((await missed()).items).toHaveLength(1);
  now = at('10:00');
  await buildRepairOrder(server, { until: 'received', shop, car });
  expect((await missed()).items).toEqual([]);
});

test('a reminder goes out once for the time it was made for, and not for one that was moved (R037)', async () => {
  const one = await made();
  const messages = () =>
    server.owner.db
      .selectFrom('message')
      .select(['channel', 'subject', 'state'])
      .where('customer_id', '=', car.customerId)
      .execute();
  const tasks = taskList({ deps: server.deps, smtpUrl: undefined });
  const remind = (startsAt: string) =>
    tasks['appointment.remind']?.(
      { storeId: shop.storeId, appointmentId: one.appointmentId, startsAt, kind: 'two_hours' },
      undefined as never,
    );
  await remind(at('11:00'));
  expect(await messages()).toEqual([]);
  await remind(at('09:00'));
  await remind(at('09:00'));
  expect(await messages()).toEqual([{ channel: 'sms', subject: `测试店：预约提醒 ${day} 09:00`, state: 'queued' }]);
});
