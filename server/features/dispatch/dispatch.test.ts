import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import type { dispatchBoardContracts } from '#domain/dispatch/dispatch-board.contract.ts';
import { addMinutes, shopDay } from '#domain/kernel/calendar.ts';
import type { OutputOf } from '#domain/kernel/contract.ts';
import type { StaffRole } from '#domain/kernel/role.ts';
import { pushOverruns } from '#server/features/dispatch/push-plans.ts';
import { newId } from '#server/http/call.ts';
import { buildRepairOrder, type BuiltOrder, type Until } from '#server/testing/build-repair-order.ts';
import { buildShop, type Shop } from '#server/testing/build-shop.ts';
import { inCall } from '#server/testing/system-call.ts';
import { startTestServer, type TestServer } from '#server/testing/test-server.ts';

type Board = OutputOf<typeof dispatchBoardContracts.board>;
type Options = OutputOf<typeof dispatchBoardContracts.options>;

const morning = '2026-11-24T01:00:00.000Z';
let now = morning;
let server: TestServer;
let shop: Shop;

beforeAll(async () => {
  server = await startTestServer({ now: () => now });
});
afterAll(() => server.close());
beforeEach(async () => {
  now = morning;
  shop = await buildShop(server);
});

const built = (until: Until): Promise<BuiltOrder> => buildRepairOrder(server, { until, shop });
const boardFor = async (role: StaffRole = 'supervisor'): Promise<Board> =>
  (await (await shop.as(role)).query('/dispatch/board')).json<Board>();

async function labourOf({ view }: BuiltOrder): Promise<string> {
  const line = (await view()).lines.find(({ kind }) => kind === 'labour');
  if (!line) throw new Error('no labour line');
  return line.lineId;
}

type Wanted = { readonly from?: string; readonly minutes?: number; readonly bayId?: string; readonly by?: StaffRole };

/** Dispatches the labour of an order to the one technician, 09:00–10:00 on bay 1 unless told otherwise; answers the refusal's code or `ok`. */
async function assign(order: BuiltOrder, wanted: Wanted & { readonly technicianId?: string | null } = {}) {
  const { from = now, minutes = 60, bayId = shop.bayId, by = 'supervisor' } = wanted;
  const technicianId = wanted.technicianId === undefined ? (await shop.as('technician')).staffId : wanted.technicianId;
  const body = { bayId, teamId: shop.teamId, technicianId, plannedFrom: from, plannedUntil: addMinutes(from, minutes) };
  const path = `/orders/${order.orderId}/lines/${await labourOf(order)}/assign`;
  return codeOf(await (await shop.as(by)).command(path, body));
}

const codeOf = (answer: { statusCode: number; json: <T>() => T }): string =>
  answer.statusCode === 200 ? 'ok' : answer.json<{ code: string }>().code;

async function addBay(name = '2 号工位'): Promise<string> {
  const bay_id = newId();
  await server.owner.db
    .insertInto('bay')
    .values({ store_id: shop.storeId, bay_id, name, kind: 'lift', trade: 'mechanical_electrical' })
    .execute();
  return bay_id;
}

async function addTechnician(trades: readonly ('mechanical_electrical' | 'paint')[]): Promise<string> {
  const { staffId } = await server.addPerson(shop.storeId, ['technician'], '第二位技师');
  await server.owner.db
    .updateTable('staff')
    .set({ team_id: shop.teamId, trades: [...trades] })
    .where('staff_id', '=', staffId)
    .execute();
  return staffId;
}

describe('the board', () => {
  test('queues granted work by priority, then by promise, and shows what the advisor promised (R153, R154)', async () => {
    const first = await built('in_workshop');
    const second = await built('in_workshop');
    await second.act('supervisor', 'priority', { priority: 'urgent' });
    const { queue } = await boardFor();
    expect(queue).toMatchObject([
      { orderId: second.orderId, priority: 'urgent', workState: 'queued', trade: 'mechanical_electrical' },
      { orderId: first.orderId, priority: 'normal', promisedAt: '2026-11-24T05:00:00.000Z', hoursCenti: 100 },
    ]);
    expect(queue[1]).toMatchObject({ description: '更换前刹车片', inWorkshopSince: morning, light: 'green' });
  });

  test('moves a job from the queue to the plans when it is dispatched, and back when that is taken back (R155)', async () => {
    const order = await built('in_workshop');
    const lineId = await labourOf(order);
    expect(await assign(order)).toBe('ok');
    const { plans, queue } = await boardFor();
    expect(queue).toEqual([]);
    expect(plans).toMatchObject([
      {
        lineId,
        bayId: shop.bayId,
        teamId: shop.teamId,
        technicianId: (await shop.as('technician')).staffId,
        from: morning,
        until: '2026-11-24T02:00:00.000Z',
        state: 'planned',
      },
    ]);
    await order.act('supervisor', `lines/${lineId}/unassign`);
    const after = await boardFor();
    expect(after.plans).toEqual([]);
    expect(after.queue).toMatchObject([{ lineId }]);
  });

  test('shows what really happens beside the plan: open while it runs, with its end afterwards', async () => {
    const order = await built('parts_issued');
    now = addMinutes(morning, 10);
    await order.goOn('working');
    const technicianId = (await shop.as('technician')).staffId;
    expect((await boardFor()).actuals).toMatchObject([
      { orderId: order.orderId, bayId: shop.bayId, technicianId, from: now, until: null, endReason: null },
    ]);
    now = addMinutes(morning, 40);
    await order.goOn('finished');
    const { actuals, plans } = await boardFor();
    expect(actuals).toMatchObject([{ from: addMinutes(morning, 10), until: now, endReason: 'finished' }]);
    expect(plans).toMatchObject([{ state: 'done', workState: 'self_checked' }]);
  });

  test('says of each car that waits for what, since when and until when', async () => {
    const order = await built('dispatched');
    const lineId = await labourOf(order);
    const expectedUntil = addMinutes(morning, 120);
    await order.act('supervisor', 'waits', { lineId, reason: 'tool', note: '专用工具外借', expectedUntil });
    expect((await boardFor()).waiting).toMatchObject([
      {
        orderId: order.orderId,
        advisorName: 'advisor 一号',
        waits: [{ lineId, reason: 'tool', since: morning, expectedUntil, note: '专用工具外借' }],
      },
    ]);
  });

  test('leaves room for who has booked: appointments of the day with time and bay, until they arrive (R043)', async () => {
    const desk = await shop.as('receptionist');
    await shop.as('advisor');
    const startsAt = '2026-11-24T06:00:00.000Z';
    const made = await desk.command('/appointments', {
      startsAt,
      minutes: 30,
      advisorId: null,
      bayId: shop.bayId,
      channel: 'phone',
      customerId: null,
      customerName: '王建国',
      phone: '13812345678',
      presenterName: null,
      cars: [{ vehicleId: null, plate: '吉A12345', model: null }],
      requestedJobs: '首次保养',
      customerWords: null,
      estimatedHoursCenti: null,
      estimatedFen: null,
      partsChecked: null,
      outreachId: null,
      confirmed: true,
    });
    const { appointmentId } = made.json<{ appointmentId: string }>();
    expect((await boardFor()).expected).toEqual([
      {
        appointmentId,
        plates: ['吉A12345'],
        requestedJobs: '首次保养',
        bayId: shop.bayId,
        from: startsAt,
        until: addMinutes(startsAt, 30),
        marker: 'none',
      },
    ]);
    expect(codeOf(await desk.command(`/appointments/${appointmentId}/arrived`, {}))).toBe('ok');
    expect((await boardFor()).expected).toEqual([]);
  });

  test('of another day shows that day’s plans, in the hours of the shop', async () => {
    const order = await built('in_workshop');
    const tomorrow = '2026-11-25T01:00:00.000Z';
    expect(await assign(order, { from: tomorrow })).toBe('ok');
    const today = await boardFor();
    expect(today).toMatchObject({ day: shopDay(morning), opensAt: '08:00', closesAt: '20:00', plans: [] });
    const next = (await (await shop.as('supervisor')).query('/dispatch/board?day=2026-11-25')).json<Board>();
    expect(next.plans).toMatchObject([{ orderId: order.orderId, from: tomorrow }]);
  });

  test('is for the workshop and the advisors, who dispatch nothing themselves', async () => {
    const order = await built('in_workshop');
    const codes = async (path: string, roles: readonly StaffRole[]) =>
      Promise.all(roles.map(async (role) => codeOf(await (await shop.as(role)).query(path))));
    expect(await codes('/dispatch/board', ['technician', 'advisor', 'cashier'])).toEqual(['ok', 'ok', 'forbidden']);
    expect(await codes('/dispatch/options', ['team_leader', 'technician'])).toEqual(['ok', 'forbidden']);
    expect(await assign(order, { by: 'technician' })).toBe('forbidden');
    expect(await assign(order, { by: 'advisor' })).toBe('forbidden');
    const advisor = await shop.as('advisor');
    expect(codeOf(await advisor.command(`/orders/${order.orderId}/priority`, { priority: 'low' }))).toBe('forbidden');
  });

  test('shows nothing of another store, and takes none of its bays', async () => {
    const order = await built('in_workshop');
    const here = shop;
    shop = await buildShop(server);
    expect((await boardFor()).queue).toEqual([]);
    const foreignBay = shop.bayId;
    shop = here;
    expect(await assign(order, { bayId: foreignBay })).toBe('not_found');
  });
});

describe('dispatching', () => {
  test('tells skill and load of each technician, and who works just now (R155)', async () => {
    const painter = await addTechnician(['paint']);
    await built('working');
    now = addMinutes(morning, 20);
    const { technicians, teams, bays } = (
      await (await shop.as('supervisor')).query('/dispatch/options')
    ).json<Options>();
    expect(bays.map(({ name }) => name)).toEqual(['1 号工位']);
    expect(teams).toEqual([{ teamId: shop.teamId, name: '机电一组', trades: ['mechanical_electrical'] }]);
    const byId = new Map(technicians.map((each) => [each.staffId, each]));
    expect(byId.get((await shop.as('technician')).staffId)).toMatchObject({
      trades: ['mechanical_electrical'],
      plannedMinutes: 60,
      workedMinutes: 20,
      working: true,
    });
    expect(byId.get(painter)).toMatchObject({ trades: ['paint'], plannedMinutes: 0, workedMinutes: 0, working: false });
  });

  test('refuses who lacks the trade, and what is planned there already (R155)', async () => {
    const painter = await addTechnician(['paint']);
    const mechanic = await addTechnician(['mechanical_electrical']);
    const otherBay = await addBay();
    const [one, two] = [await built('in_workshop'), await built('in_workshop')];
    expect(await assign(one, { technicianId: painter })).toBe('wrong_trade');
    expect(await assign(one)).toBe('ok');
    expect(await assign(two, { technicianId: mechanic })).toBe('bay_taken');
    expect(await assign(two, { bayId: otherBay })).toBe('technician_taken');
    expect(await assign(two, { from: addMinutes(morning, 60) })).toBe('ok');
  });

  test('of one bay by two supervisors at once succeeds for exactly one of them', async () => {
    const orders = [await built('in_workshop'), await built('in_workshop'), await built('in_workshop')];
    const mechanics = await Promise.all(orders.map(() => addTechnician(['mechanical_electrical'])));
    const codes = await Promise.all(
      orders.map((order, index) => assign(order, { technicianId: mechanics[index] ?? null })),
    );
    expect(codes.toSorted()).toEqual(['bay_taken', 'bay_taken', 'ok']);
    expect((await boardFor()).plans).toHaveLength(1);
  });

  test('of one technician on two bays at once succeeds for exactly one of them', async () => {
    const orders = [await built('in_workshop'), await built('in_workshop')];
    const bays = [shop.bayId, await addBay()];
    const codes = await Promise.all(orders.map((order, index) => assign(order, { bayId: bays[index] ?? '' })));
    expect(codes.toSorted()).toEqual(['ok', 'technician_taken']);
  });

  test('keeps key, order, form, place and what was said with the car (R150, R152)', async () => {
    const order = await built('granted');
    const toStaffId = (await shop.as('supervisor')).staffId;
    const said = { toStaffId, place: '待修区 A1', notes: '客户赶时间，先查异响', priority: 'waiting_customer' };
    const advisor = await shop.as('advisor');
    await order.act('advisor', 'workshop', said);
    const view = (await (await shop.as('supervisor')).query(`/orders/${order.orderId}`)).json<{
      custody: object[];
      order: object;
    }>();
    expect(view.custody.at(-1)).toMatchObject({
      direction: 'to_workshop',
      items: ['key', 'repair_order', 'reception_form'],
      place: '待修区 A1',
      notes: '客户赶时间，先查异响',
      toStaffId,
      fromStaffId: advisor.staffId,
    });
    expect(view.order).toMatchObject({ priority: 'waiting_customer', inWorkshopSince: morning });
  });

  test('goes before the team’s taking over of the car, and what differs from the form reaches the advisor (R151, R156)', async () => {
    const order = await built('in_workshop');
    const technician = await shop.as('technician');
    const acceptCar = (body: object) => technician.command(`/orders/${order.orderId}/accept-car`, body);
    expect(codeOf(await acceptCar({ matchesReceptionForm: true, note: null }))).toBe('not_dispatched');
    await assign(order);
    expect(codeOf(await acceptCar({ matchesReceptionForm: false, note: null }))).toBe('reason_missing');
    expect(codeOf(await acceptCar({ matchesReceptionForm: false, note: '左前门有新划痕' }))).toBe('ok');
    const view = (await technician.query(`/orders/${order.orderId}`)).json<{ order: object; contacts: object[] }>();
    expect(view.order).toMatchObject({ carAcceptedAt: morning, carAcceptedBy: technician.staffId });
    expect(view.contacts).toMatchObject([{ said: '车辆与接车登记表不符：左前门有新划痕', reached: false }]);
  });
});

describe('work that takes longer than planned', () => {
  /** One order at work, planned 09:00–10:00, another behind it 10:00–11:00 on the same bay. */
  async function twoInARow() {
    const busy = await built('working');
    const behind = await built('in_workshop');
    expect(await assign(behind, { from: addMinutes(morning, 60) })).toBe('ok');
    return { busy, behind };
  }
  const planBehind = async ({ orderId }: BuiltOrder) =>
    (await boardFor()).plans.find((plan) => plan.orderId === orderId);
  const actionsOf = async ({ orderId }: BuiltOrder) =>
    server.owner.db
      .selectFrom('activity')
      .select(['action', 'at'])
      .where('aggregate_id', '=', orderId)
      .where('action', 'in', ['push_plans', 'stretch_plans'])
      .orderBy('seq')
      .execute();

  test('moves the plans behind it in the transaction in which it ends', async () => {
    const { busy, behind } = await twoInARow();
    now = addMinutes(morning, 85);
    await busy.goOn('finished');
    expect(await planBehind(behind)).toMatchObject({ from: now, until: addMinutes(now, 60) });
    expect(await actionsOf(behind)).toEqual([{ action: 'push_plans', at: now }]);
    const written = await transactionsOf(busy, behind);
    expect(written).toHaveLength(2);
    expect(new Set(written).size).toBe(1);
  });

  test('that ends in time moves nobody', async () => {
    const { busy, behind } = await twoInARow();
    now = addMinutes(morning, 50);
    await busy.goOn('finished');
    expect(await planBehind(behind)).toMatchObject({ from: addMinutes(morning, 60) });
    expect(await actionsOf(behind)).toEqual([]);
  });

  test('and still runs keeps its bay for another cell, however often the clock looks', async () => {
    const { busy, behind } = await twoInARow();
    now = addMinutes(morning, 62);
    await inCall(server, shop.storeId, pushOverruns);
    const stretched = (await boardFor()).plans.find((plan) => plan.orderId === busy.orderId);
    expect(stretched?.until.localeCompare(now)).toBe(1);
    expect(await planBehind(behind)).toMatchObject({ from: stretched?.until });
    await inCall(server, shop.storeId, pushOverruns);
    expect((await boardFor()).plans.find((plan) => plan.orderId === busy.orderId)?.until).toBe(stretched?.until);
  });

  /** The transactions that wrote the end of the work and the move of the plan. */
  async function transactionsOf(busy: BuiltOrder, behind: BuiltOrder) {
    const found = await server.owner.db
      .selectFrom('activity')
      .select(({ ref }) => ref('xmin' as never).as('xmin'))
      .where('aggregate_id', 'in', [busy.orderId, behind.orderId])
      .where('action', 'in', ['finish_work', 'push_plans'])
      .execute();
    return found.map(({ xmin }) => String(xmin));
  }
});
