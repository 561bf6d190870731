import { afterAll, beforeAll, expect, test } from 'vitest';
import type { dispatchBoardContracts } from '#domain/dispatch/dispatch-board.contract.ts';
import type { OutputOf } from '#domain/kernel/contract.ts';
import type { visitListContracts } from '#domain/repair-order/visit-list.contract.ts';
import { itemsToCheck } from '#domain/quality/check-items.ts';
import { newId } from '#server/http/call.ts';
import { fileCustomer, fileVehicle } from '#server/testing/build-customer.ts';
import type { VisitView } from '#domain/repair-order/visit-view.contract.ts';
import { buildRepairOrder } from '#server/testing/build-repair-order.ts';
import { passedItems } from '#server/testing/order-step.ts';
import { startTestServer, type TestPerson, type TestServer } from '#server/testing/test-server.ts';

const now = '2026-11-24T01:00:00.000Z';
let server: TestServer;
let storeId: string;
let advisor: TestPerson;

beforeAll(async () => {
  server = await startTestServer({ now: () => now });
  storeId = await server.addStore();
  advisor = await server.addPerson(storeId, ['advisor'], '陈顾问');
});
afterAll(() => server.close());

async function received(by: TestPerson, changes: object = {}): Promise<{ orderId: string; orderNo: string }> {
  const customerId = await fileCustomer(server, storeId);
  const vehicleId = await fileVehicle(server, storeId, customerId);
  const answer = await by.command('/orders', {
    kind: 'customer',
    vehicleId,
    customerId,
    presenter: { name: '王先生', phone: null, entrusted: true },
    complaint: '保养',
    advisorId: null,
    appointmentId: null,
    comebackOf: null,
    waitsInShop: null,
    ...changes,
  });
  return answer.json();
}

const change = (orderId: string, values: object) =>
  server.owner.db.updateTable('repair_order').set(values).where('order_id', '=', orderId).execute();

const listed = async (query: string, by: TestPerson = advisor) => {
  const answer = (await by.query(`/orders?${query}`)).json<{ rows: { orderId: string }[]; total: number }>();
  return { ids: answer.rows.map(({ orderId }) => orderId), ...answer };
};

test('lists cars by promise, filtered and in pages', async () => {
  const mine = await server.addPerson(storeId, ['advisor']);
  const [a, b, c] = [await received(mine), await received(mine), await received(mine)];
  await change(a.orderId, { promised_at: '2026-11-24T09:00:00Z' });
  await change(b.orderId, { promised_at: '2026-11-24T01:10:00Z' });
  const all = await listed(`advisorId=${mine.staffId}`);
  expect(all.ids).toEqual([b.orderId, a.orderId, c.orderId]);
  expect(all.rows[0]).toMatchObject({ light: 'orange', step: 'reception', customerName: '王建国', waits: [] });
  const second = await listed(`advisorId=${mine.staffId}&offset=1&limit=1`);
  expect(second).toMatchObject({ ids: [a.orderId], total: 3 });
  expect((await listed(`advisorId=${mine.staffId}&states=delivered`)).ids).toEqual([]);
  expect((await listed(`advisorId=${mine.staffId}&step=work`)).ids).toEqual([]);
  expect((await listed(`advisorId=${mine.staffId}&from=2026-11-24&until=2026-11-24`)).total).toBe(3);
  expect((await listed(`advisorId=${mine.staffId}&from=2026-11-25`)).total).toBe(0);
});

test('lists what waits, by its reason', async () => {
  const mine = await server.addPerson(storeId, ['advisor']);
  const { orderId } = await received(mine);
  await received(mine);
  const wait = { store_id: storeId, order_id: orderId, wait_id: newId(), reason: 'parts' as const, since: now };
  await server.owner.db.insertInto('wait').values(wait).execute();
  expect(await listed(`advisorId=${mine.staffId}&waits=any`)).toMatchObject({
    ids: [orderId],
    rows: [{ waits: ['parts'] }],
  });
  expect((await listed(`advisorId=${mine.staffId}&waits=parts`)).ids).toEqual([orderId]);
  expect((await listed(`advisorId=${mine.staffId}&waits=payment`)).ids).toEqual([]);
});

test('finds an order by its number, and not in another store (R321)', async () => {
  const { orderId, orderNo } = await received(advisor);
  expect((await listed(`text=${orderNo}`)).ids).toEqual([orderId]);
  const stranger = await server.addPerson(await server.addStore('另一家店'), ['advisor']);
  expect((await listed(`text=${orderNo}`, stranger)).ids).toEqual([]);
  expect((await listed('text=查无此人')).total).toBe(0);
});

test('the advisor’s home says who waits, what is at risk and who comes next', async () => {
  const mine = await server.addPerson(storeId, ['advisor']);
  const { orderId } = await received(mine);
  await received(advisor);
  await change(orderId, { promised_at: '2026-11-24T00:10:00Z' });
  const appointment = {
    appointment_id: newId(),
    appointment_no: newId(),
    channel: 'phone' as const,
    state: 'confirmed' as const,
  };
  const words = { customer_name: '李女士', phone: '13912345678', requested_jobs: '保养', created_at: now, minutes: 30 };
  await server.owner.db
    .insertInto('appointment')
    .values({
      store_id: storeId,
      ...appointment,
      ...words,
      starts_at: '2026-11-24T06:00:00Z',
      advisor_id: mine.staffId,
    })
    .execute();
  const home = (await mine.query('/home/advisor')).json();
  expect(home).toMatchObject({
    cars: [{ orderId, light: 'red' }],
    waitingForMe: [{ orderId, zh: '完成接车登记' }],
    atRisk: [orderId],
    appointments: [{ customerName: '李女士', plates: [] }],
  });
  const guard = await server.addPerson(storeId, ['guard']);
  expect((await guard.query('/home/advisor')).statusCode).toBe(403);
});

test('the lounge attendant sees who waits in the shop', async () => {
  const attendant = await server.addPerson(storeId, ['lounge_attendant']);
  const { orderId } = await received(advisor, { waitsInShop: true });
  const { guests } = (await attendant.query('/home/lounge')).json();
  expect(guests).toMatchObject([{ orderId, customerName: '王建国', salutation: '先生', seatedAt: null }]);
});

test('the washer sees finished cars to wash, then to park (R190, R193)', async () => {
  const order = await buildRepairOrder(server, { until: 'inspected' });
  const { orderId } = order;
  const washer = await order.shop.as('washer');
  const { walkAround, entrusted } = (
    await (await order.shop.as('advisor')).query(`/orders/${orderId}`)
  ).json<VisitView>();
  const belongings = entrusted
    .filter(({ kind }) => kind === 'belonging' || kind === 'other')
    .map(({ kind, description }) => ({ kind, description }));
  await change(orderId, { wash_wanted: true });
  const home = async () => (await washer.query('/home/washer')).json();
  expect(await home()).toMatchObject({
    toWash: [{ orderId, washWanted: true, belongings, damages: walkAround.length }],
    toPark: [],
  });
  await change(orderId, { wash_started_at: now, washed_at: now });
  expect(await home()).toMatchObject({ toWash: [], toPark: [{ orderId }] });
  await change(orderId, { parking_place: 'B3' });
  expect(await home()).toMatchObject({ toWash: [], toPark: [] });
});

test('supervisor and advisor see from the washer’s start on that the car is being washed, until it is done (R190)', async () => {
  const order = await buildRepairOrder(server, { until: 'inspected' });
  const seen = async () => {
    const board = (await (await order.shop.as('supervisor')).query('/dispatch/board')).json<
      OutputOf<typeof dispatchBoardContracts.board>
    >();
    const home = (await (await order.shop.as('advisor')).query('/home/advisor')).json<
      OutputOf<typeof visitListContracts.advisorHome>
    >();
    return [board.washing.map(({ orderId }) => orderId), home.cars.map(({ washingSince }) => washingSince)];
  };
  expect(await seen()).toEqual([[], [null]]);
  await order.act('washer', 'wash/start');
  expect(await seen()).toEqual([[order.orderId], [server.deps.now()]]);
  expect(await order.view()).toMatchObject({ order: { washStartedAt: server.deps.now(), washedAt: null } });
  await order.act('washer', 'wash', { items: passedItems(itemsToCheck('wash_check')), note: null });
  expect(await seen()).toEqual([[], [null]]);
});

test('the board in the lounge needs no sign-in, masks plates and names nobody (R321)', async () => {
  const open = await server.addStore('看板店');
  const board = () => server.client({}).query(`/board/lounge?store=${open}`);
  expect((await board()).json()).toMatchObject({ storeName: '看板店', cars: [] });
  const { cars } = (await server.client({}).query(`/board/lounge?store=${storeId}`)).json();
  expect(cars[0]).toEqual({
    plate: expect.stringMatching(/^吉A•••\d\d$/),
    step: 'reception',
    promisedAt: expect.anything(),
    ready: false,
    late: expect.any(Boolean),
  });
  const settings = JSON.stringify({ loungeBoardPublic: false });
  await server.owner.db.updateTable('store_setting').set({ settings }).where('store_id', '=', open).execute();
  server.deps.settings.forget(open);
  expect((await board()).statusCode).toBe(404);
});

test('a wall that names no store is offered the stores whose board is public (R321)', async () => {
  const [shown, kept] = [await server.addStore('公开看板店'), await server.addStore('不公开看板店')];
  const settings = JSON.stringify({ loungeBoardPublic: false });
  await server.owner.db.updateTable('store_setting').set({ settings }).where('store_id', '=', kept).execute();
  server.deps.settings.forget(kept);
  const { stores } = (await server.client({}).query('/board/lounge/stores')).json();
  expect(stores).toContainEqual({ storeId: shown, name: '公开看板店', nameEn: expect.any(String) });
  expect(stores.map(({ storeId: each }: { storeId: string }) => each)).not.toContain(kept);
});
