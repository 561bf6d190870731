import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { buildRepairOrder } from '#server/testing/build-repair-order.ts';
import { buildCar, buildShop, type Car, type Shop } from '#server/testing/build-shop.ts';
import { textOf } from '#server/testing/paper-text.ts';
import { startTestServer, type TestPerson, type TestServer } from '#server/testing/test-server.ts';

const day = '2026-11-26';
const at = (time: string): string => new Date(`${day}T${time}:00+08:00`).toISOString();

let now = at('08:00');
let server: TestServer;
let shop: Shop;
let car: Car;
let desk: TestPerson;
let advisor: TestPerson;

beforeAll(async () => {
  server = await startTestServer({ now: () => now });
});
afterAll(() => server.close());
beforeEach(async () => {
  now = at('08:00');
  shop = await buildShop(server);
  car = await buildCar(server, shop.storeId);
  [desk, advisor] = [await shop.as('receptionist'), await shop.as('advisor')];
});

type Made = { readonly appointmentId: string; readonly appointmentNo: string };

async function book(changes: object = {}): Promise<Made> {
  const answer = await desk.command('/appointments', {
    startsAt: at('09:00'),
    minutes: 30,
    advisorId: advisor.staffId,
    bayId: shop.bayId,
    channel: 'phone',
    customerId: car.customerId,
    customerName: null,
    phone: null,
    presenterName: '周以宁',
    cars: [{ vehicleId: car.vehicleId, plate: null, model: null }],
    requestedJobs: '45000 公里保养',
    customerWords: '低速刹车时有吱吱声',
    estimatedHoursCenti: 150,
    estimatedFen: 98_000,
    partsChecked: null,
    outreachId: null,
    confirmed: true,
    ...changes,
  });
  expect(answer.statusCode).toBe(200);
  return answer.json<Made>();
}

type Tag = { readonly marker: string; readonly orderIds: readonly string[]; readonly startsAt: string };
const tags = async (): Promise<Tag[]> =>
  (await advisor.query(`/appointments/board?day=${day}`)).json<{ tags: Tag[] }>().tags;

const receive = (appointmentId: string | null) =>
  advisor.command('/orders', {
    kind: 'customer',
    ...car,
    presenter: { name: '周以宁', phone: '13812345678', entrusted: true },
    complaint: '低速刹车时有吱吱声',
    advisorId: null,
    appointmentId,
    comebackOf: null,
    waitsInShop: true,
  });

describe('an appointment', () => {
  test('keeps what the customer said, the plate and who brings the car (R033)', async () => {
    const { appointmentId } = await book();
    const { plate } = await server.owner.db
      .selectFrom('vehicle')
      .select('plate')
      .where('vehicle_id', '=', car.vehicleId)
      .executeTakeFirstOrThrow();
    const detail = await advisor.query(`/appointments/${appointmentId}`);
    expect(detail.json()).toMatchObject({
      customerWords: '低速刹车时有吱吱声',
      requestedJobs: '45000 公里保养',
      presenterName: '周以宁',
      vehicles: [{ plate }],
    });
  });

  test('is confirmed by a slip with number, time, car, jobs, advisor and bay (R035)', async () => {
    const { appointmentId, appointmentNo } = await book();
    const slip = await desk.query(`/appointments/${appointmentId}/slip`);
    expect(slip.headers['content-type']).toBe('application/pdf');
    const said = await textOf(slip.rawPayload);
    const { chain_hash } = await server.owner.db
      .selectFrom('appointment')
      .select('chain_hash')
      .where('appointment_id', '=', appointmentId)
      .executeTakeFirstOrThrow();
    for (const fact of [
      '预约确认单',
      appointmentNo,
      `${day}09:00–09:30`,
      '王建国',
      '138****5678',
      '45000公里保养',
      'advisor一号',
      '1号工位',
      '¥980.00',
      chain_hash,
    ])
      expect(said).toContain(fact);
  });

  test('has no slip in another store', async () => {
    const { appointmentId } = await book();
    const stranger = await server.addPerson(await server.addStore(), ['receptionist']);
    expect((await stranger.query(`/appointments/${appointmentId}/slip`)).json()).toMatchObject({ code: 'not_found' });
  });

  test('gives a maintenance and an insurance matter its day and time alike (R036)', async () => {
    await book({ requestedJobs: '首次保养' });
    const insurance = { requestedJobs: '续保与事故定损', startsAt: at('14:00'), bayId: null };
    const { appointmentId } = await book(insurance);
    const list = (await advisor.query(`/appointments?from=${day}&to=${day}`)).json<{ items: object[] }>();
    expect(list.items).toMatchObject([
      { requestedJobs: '首次保养', startsAt: at('09:00'), state: 'confirmed' },
      { requestedJobs: '续保与事故定损', startsAt: at('14:00'), state: 'confirmed' },
    ]);
    expect((await tags()).map(({ startsAt }) => startsAt)).toEqual([at('09:00'), at('14:00')]);
    const slip = await textOf((await desk.query(`/appointments/${appointmentId}/slip`)).rawPayload);
    for (const agreed of ['续保与事故定损', `${day}14:00–14:30`]) expect(slip).toContain(agreed);
  });

  test('stands on the board before its car is received, and the visit begins from its tag (R041)', async () => {
    const { appointmentId } = await book();
    expect(await tags()).toMatchObject([{ appointmentId, marker: 'none', orderIds: [] }]);
    now = at('09:05');
    const { orderId } = (await receive(appointmentId)).json<{ orderId: string }>();
    expect(await tags()).toMatchObject([{ appointmentId, marker: 'arrived', orderIds: [orderId] }]);
    expect((await advisor.query(`/orders/${orderId}`)).json()).toMatchObject({ order: { appointmentId } });
  });
});

test('how soon work begins is measured for cars with and without appointment, side by side (R042)', async () => {
  const manager = await shop.as('service_manager');
  const measured = async () => {
    const { figures } = (await manager.query(`/insights/kpi?from=${day}&to=${day}`)).json<{
      figures: { key: string; numerator: number; denominator: number }[];
    }>();
    return ['appointment_prompt', 'walk_in_prompt'].map((wanted) => {
      const found = figures.find(({ key }) => key === wanted);
      return [found?.numerator, found?.denominator];
    });
  };
  expect(await measured()).toEqual([
    [0, 0],
    [0, 0],
  ]);
  const { appointmentId } = await book();
  const booked = await buildRepairOrder(server, { until: 'received', shop });
  await server.owner.db
    .updateTable('repair_order')
    .set({ appointment_id: appointmentId })
    .where('order_id', '=', booked.orderId)
    .execute();
  server.forgetKept();
  now = at('08:30');
  await booked.goOn('internally_checked');
  const walkIn = await buildRepairOrder(server, { until: 'parts_issued', shop });
  now = at('09:45');
  await walkIn.goOn('working');
  expect(await measured()).toEqual([
    [1, 1],
    [0, 1],
  ]);
});
