import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { readinessItems } from '#domain/reception/readiness.ts';
import { newId } from '#server/http/call.ts';
import { fileCustomer, fileVehicle } from '#server/testing/build-customer.ts';
import { startTestServer, type TestPerson, type TestServer } from '#server/testing/test-server.ts';

/** Half past seven in the shop, half an hour before it opens. */
const early = '2026-11-24T23:30:00.000Z';
const opened = '2026-11-25T01:00:00.000Z';
let now = early;
let server: TestServer;
let storeId: string;
let advisor: TestPerson;
let colleague: TestPerson;

beforeAll(async () => {
  server = await startTestServer({ now: () => now });
});
beforeEach(async () => {
  now = early;
  storeId = await server.addStore();
  advisor = await server.addPerson(storeId, ['advisor'], '陈顾问');
  colleague = await server.addPerson(storeId, ['advisor', 'receptionist'], '李顾问');
});
afterAll(() => server.close());

type Readiness = {
  day: string;
  items: { item: string; zh: string; requirement: string; tickedAt: string | null }[];
  people: { name: string; done: number; total: number; completeAt: string | null; inTime: boolean | null }[];
};
const check = async (person: TestPerson, day = '') =>
  (await person.query(`/reception/readiness${day && `?day=${day}`}`)).json<Readiness>();
const tickAs = (person: TestPerson, items: readonly string[]) => person.command('/reception/readiness', { items });

test('each day begins with a check of oneself, of forms, tools and materials, and of the place (R050, R051, R052)', async () => {
  const { day, items } = await check(advisor);
  expect(day).toBe('2026-11-25');
  const asked = (requirement: string) => items.filter((each) => each.requirement === requirement).map(({ zh }) => zh);
  expect(asked('R050')).toEqual(['着装整洁、符合规范', '仪表修饰得体', '工服、工牌佩戴齐全', '精神饱满']);
  expect(asked('R051').join()).toMatch(/表单.*工具.*材料/);
  expect(asked('R052').join()).toMatch(/设施完好.*清洁/);
  expect(items.every(({ tickedAt }) => tickedAt === null)).toBe(true);
});

test('an advisor who ticked everything before opening is ready in time, as the manager sees (R050, R051, R052)', async () => {
  expect((await tickAs(advisor, ['dress', 'forms'])).json()).toMatchObject({ done: 2, completeAt: null, inTime: null });
  expect((await tickAs(advisor, readinessItems)).json()).toMatchObject({ done: 9, completeAt: early, inTime: true });
  now = opened;
  const manager = await server.addPerson(storeId, ['service_manager'], '王经理');
  expect((await check(manager)).people).toMatchObject([
    { name: '陈顾问', done: 9, total: 9, completeAt: early, inTime: true },
    { name: '李顾问', done: 0, total: 9, completeAt: null, inTime: false },
  ]);
});

test('a tick is one’s own, keeps its first time, and belongs to its day (R050)', async () => {
  await tickAs(advisor, ['dress']);
  now = opened;
  await tickAs(advisor, ['dress', 'spirit']);
  const ticked = async (person: TestPerson, day = '') =>
    (await check(person, day)).items.filter(({ tickedAt }) => tickedAt !== null);
  expect(await ticked(advisor)).toMatchObject([
    { item: 'dress', tickedAt: early },
    { item: 'spirit', tickedAt: opened },
  ]);
  expect(await ticked(colleague)).toEqual([]);
  now = '2026-11-26T00:00:00.000Z';
  expect(await ticked(advisor)).toEqual([]);
  expect(await ticked(advisor, '2026-11-25')).toHaveLength(2);
});

test('nobody else ticks the check of reception', async () => {
  const washer = await server.addPerson(storeId, ['washer']);
  expect((await tickAs(washer, ['dress'])).json()).toMatchObject({ code: 'forbidden' });
});

type Queue = { waiting: { kind: string; plate: string | null; minutes: number; arrivalId: string | null }[] };
const queue = async () => (await advisor.query('/reception/queue')).json<Queue>().waiting;
const arrive = (plate: string | null, note = '白色轿车') => advisor.command('/reception/arrivals', { plate, note });

async function arrivedByAppointment(plate: string, startsAt: string): Promise<void> {
  const appointmentId = newId();
  await server.owner.db
    .insertInto('appointment')
    .values({
      store_id: storeId,
      appointment_id: appointmentId,
      appointment_no: appointmentId,
      channel: 'phone',
      state: 'arrived',
      customer_name: '赵先生',
      phone: '13812345678',
      requested_jobs: '保养',
      starts_at: startsAt,
      arrived_at: now,
      minutes: 30,
      created_at: early,
    })
    .execute();
  await server.owner.db
    .insertInto('appointment_vehicle')
    .values({ store_id: storeId, appointment_id: appointmentId, item_id: newId(), plate })
    .execute();
}

test('who has an appointment is received before who has none, then as they came (R056)', async () => {
  now = opened;
  await arrive('吉A11111');
  now = '2026-11-25T01:10:00.000Z';
  await arrive('吉A22222');
  await arrivedByAppointment('吉A44444', '2026-11-25T01:30:00.000Z');
  await arrivedByAppointment('吉A33333', '2026-11-25T01:00:00.000Z');
  expect(await queue()).toMatchObject([
    { kind: 'appointment', plate: '吉A33333', minutes: 0 },
    { kind: 'appointment', plate: '吉A44444', minutes: 0 },
    { kind: 'walk_in', plate: '吉A11111', minutes: 10 },
    { kind: 'walk_in', plate: '吉A22222', minutes: 0 },
  ]);
});

test('a car that is received leaves the queue with its order, one that drove off without (R053, R056)', async () => {
  const customerId = await fileCustomer(server, storeId);
  const vehicleId = await fileVehicle(server, storeId, customerId);
  const { plate } = await server.owner.db
    .selectFrom('vehicle')
    .select('plate')
    .where('vehicle_id', '=', vehicleId)
    .executeTakeFirstOrThrow();
  await arrive(plate);
  await arrive(null, '黑色越野车，没有牌');
  expect(await queue()).toMatchObject([{ plate, vehicleId, customerName: '王建国' }, { plate: null }]);
  const received = await advisor.command('/orders', {
    kind: 'customer',
    vehicleId,
    customerId,
    presenter: { name: '王建国', phone: null, entrusted: true },
    complaint: '保养',
    advisorId: null,
    appointmentId: null,
    comebackOf: null,
    waitsInShop: null,
  });
  const [left] = await queue();
  expect(left).toMatchObject({ plate: null });
  expect((await advisor.command(`/reception/arrivals/${left?.arrivalId}/end`, {})).statusCode).toBe(200);
  expect(await queue()).toEqual([]);
  const kept = await server.owner.db
    .selectFrom('arrival')
    .select('order_id')
    .where('store_id', '=', storeId)
    .orderBy('arrival_id')
    .execute();
  expect(kept).toEqual([{ order_id: received.json<{ orderId: string }>().orderId }, { order_id: null }]);
  const again = await advisor.command(`/reception/arrivals/${left?.arrivalId}/end`, {});
  expect(again.json()).toMatchObject({ code: 'not_found', field: 'arrivalId' });
});

test('a car noted twice, even by two at once, waits once (R056)', async () => {
  const notes = await Promise.all([
    arrive('吉A55555'),
    colleague.command('/reception/arrivals', { plate: '吉A55555', note: '门口' }),
  ]);
  const ids = new Set(notes.map((note) => note.json<{ id: string }>().id));
  expect(ids.size).toBe(1);
  expect(await queue()).toHaveLength(1);
});
