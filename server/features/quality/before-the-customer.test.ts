import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { shopDateTime, shopDay, addDays } from '#domain/kernel/calendar.ts';
import { checkItems, itemsToCheck, type CheckItemKey } from '#domain/quality/check-items.ts';
import type { RepairCategory } from '#domain/store/catalogue.ts';
import { buildRepairOrder, type BuiltOrder, type Until } from '#server/testing/build-repair-order.ts';
import { buildShop } from '#server/testing/build-shop.ts';
import { passedItems, signedBy } from '#server/testing/order-step.ts';
import { startTestServer, type TestServer } from '#server/testing/test-server.ts';

let server: TestServer;

beforeAll(async () => {
  server = await startTestServer();
});
afterAll(() => server.close());

const build = (until: Until): Promise<BuiltOrder> => buildRepairOrder(server, { until });

/** Sends a command that is to be refused and answers what was said. */
async function refused(order: BuiltOrder, path: string, body: object) {
  const role = path === 'final-inspection' ? 'inspector' : 'advisor';
  const answer = await (await order.shop.as(role)).command(`/orders/${order.orderId}/${path}`, body);
  return answer.json<{ code: string; zh: string }>();
}

const without = (kind: 'final_inspection' | 'wash_check' | 'internal_check', left: string) =>
  passedItems(itemsToCheck(kind).filter((item) => item !== left));

const inspection = (items: object, changes: object = {}) => ({
  result: 'pass',
  items,
  failedLines: [],
  roadTest: { fromKm: 23_500, toKm: 23_505 },
  note: null,
  signature: signedBy('inspector 一号'),
  ...changes,
});

describe('the final inspection', () => {
  test.each<CheckItemKey>(['appearance', 'functions', 'road_test'])(
    'passes no car whose %s was not looked at (R184)',
    async (item) => {
      const order = await build('leader_checked');
      const said = await refused(order, 'final-inspection', inspection(without('final_inspection', item)));
      expect(said).toMatchObject({ code: 'check_incomplete', zh: expect.stringContaining(checkItems[item].zh) });
    },
  );

  test('is signed by the inspector, and its points stand as the acceptance of the car (R185)', async () => {
    const order = await build('leader_checked');
    const items = passedItems(itemsToCheck('final_inspection'));
    const empty = { signature: { signedBy: 'inspector 一号', strokes: [] } };
    expect((await refused(order, 'final-inspection', inspection(items, empty))).code).toMatch(/signature/);
    await order.act('inspector', 'final-inspection', inspection(items));
    const { inspections } = await order.view();
    const final = inspections.find(({ kind }) => kind === 'final_inspection');
    expect(final?.items).toHaveLength(items.length);
    expect(final?.signatureId).not.toBeNull();
  });
});

const internal = (items: object) => ({ result: 'pass', items, failedLines: [], note: null });

/** Washed, parked, key and papers with the advisor. */
async function returned(): Promise<BuiltOrder> {
  const order = await build('inspected');
  await order.act('washer', 'wash/start');
  await order.act('washer', 'wash', { items: passedItems(itemsToCheck('wash_check')), note: null });
  await order.act('washer', 'park', { place: 'C3' });
  const { staffId } = await order.shop.as('advisor');
  await order.act('supervisor', 'custody/return', { toStaffId: staffId, notes: '钥匙在前台' });
  return order;
}

describe('back to the advisor', () => {
  test('key, order and reception form are handed back, item by item (R200)', async () => {
    const order = await returned();
    const { custody } = await order.view();
    const back = custody.find(({ direction }) => direction === 'to_advisor');
    expect(back?.items.toSorted()).toEqual(['key', 'reception_form', 'repair_order']);
    expect(back?.toStaffId).toBe((await order.shop.as('advisor')).staffId);
  });

  test('the advisor reads where the car stands, on the car’s page and in the hand-over (R201)', async () => {
    const order = await returned();
    expect(await order.view()).toMatchObject({ order: { parkingPlace: 'C3' } });
    const { custody } = await order.view();
    expect(custody.find(({ direction }) => direction === 'to_advisor')?.place).toBe('C3');
  });

  test('the advisor checks papers and car only once an inspector has signed (R202)', async () => {
    const order = await build('leader_checked');
    const said = await refused(order, 'internal-check', internal(passedItems(itemsToCheck('internal_check'))));
    expect(said.code).toBe('wrong_state');
  });

  test.each<[string, CheckItemKey]>([
    ['every ordered job, on the car itself (R203)', 'job_done'],
    ['that the fault is gone (R204)', 'fault_gone'],
    ['that it is clean inside and out (R206)', 'clean_inside_out'],
    ['that nothing was left behind (R207)', 'nothing_left'],
    ['that washing left no scratch or dent (R191)', 'wash_no_damage'],
    ['cabin, boot and engine bay, mats and dashboard', 'cabin_cleaned'],
    ['that it was made ready (R194)', 'made_ready'],
  ])('before the customer is called the advisor looks at %s', async (_, item) => {
    const order = await returned();
    const said = await refused(order, 'internal-check', internal(without('internal_check', item)));
    expect(said).toMatchObject({ code: 'check_incomplete', zh: expect.stringContaining(checkItems[item].zh) });
  });

  test.each([
    ['the outside without scratch or dent', 'washed_outside'],
    ['ashtray, carpet and dashboard', 'cab_washed'],
    ['boot and engine bay', 'boot_engine_bay'],
    ['belongings back in their place', 'belongings_safe'],
    ['the smell', 'deodorised'],
  ] as const)(
    'the washer does not end the wash without %s, and what was looked at stands by name (R191, R192)',
    async (_, item) => {
      const order = await build('inspected');
      const washer = await order.shop.as('washer');
      await order.act('washer', 'wash/start');
      const washed = (items: object) => washer.command(`/orders/${order.orderId}/wash`, { items, note: null });
      const said = (await washed(without('wash_check', item))).json<{ code: string; zh: string }>();
      expect(said).toMatchObject({ code: 'check_incomplete', zh: expect.stringContaining(checkItems[item].zh) });
      expect((await washed(passedItems(itemsToCheck('wash_check')))).statusCode).toBe(200);
      const { inspections } = await order.view();
      expect(inspections.at(-1)).toMatchObject({ kind: 'wash_check', inspectorId: washer.staffId });
    },
  );

  test('the advisor’s last check may be a drive with the technician: who came along and how far is kept (R186, R204)', async () => {
    const order = await returned();
    const { staffId: technicianId } = await order.shop.as('technician');
    const { staffId: stranger } = await order.shop.as('team_leader');
    const drive = (changes: object) => ({
      ...internal(passedItems(itemsToCheck('internal_check'))),
      jointDrive: { technicianId, fromKm: 23_505, toKm: 23_508, ...changes },
    });
    const alone = await refused(order, 'internal-check', drive({ technicianId: stranger }));
    expect(alone.code).toBe('technician_not_on_order');
    expect((await refused(order, 'internal-check', drive({ fromKm: 23_000 }))).code).toBe('odometer_backwards');
    await order.act('advisor', 'internal-check', drive({}));
    const { inspections, vehicle } = await order.view();
    const check = { kind: 'internal_check', accompaniedBy: technicianId, roadTestFromKm: 23_505, roadTestToKm: 23_508 };
    expect(inspections.at(-1)).toMatchObject(check);
    expect(vehicle.odometerKm).toBe(23_508);
  });

  test('without this last check nobody tells the customer that the car is ready (R186)', async () => {
    const order = await returned();
    const call = { channel: 'phone', said: '车已修好', reached: true, pickUpAt: null };
    expect((await refused(order, 'ready-notice', call)).code).toBe('internal_check_missing');
    await order.act('advisor', 'internal-check', internal(passedItems(itemsToCheck('internal_check'))));
    await order.act('advisor', 'ready-notice', call);
  });
});

describe('the time to fetch the car', () => {
  const at = (time: string) => shopDateTime(addDays(shopDay(server.deps.now()), 1), time);
  const call = (time: string) => ({ channel: 'phone', said: '车已修好', reached: true, pickUpAt: at(time) });

  test('of an accident car lies outside the peak hours of the store (R211)', async () => {
    const order = await build('internally_checked');
    await server.owner.db
      .updateTable('repair_order')
      .set({ kind: 'insurance' })
      .where('order_id', '=', order.orderId)
      .execute();
    server.forgetKept();
    const said = await refused(order, 'ready-notice', call('18:00'));
    expect(said).toMatchObject({ code: 'pick_up_in_peak', zh: expect.stringContaining('17:00–19:00') });
    await order.act('advisor', 'ready-notice', call('19:00'));
  });

  test('of an overhauled assembly too, as the job was filed when it was ordered, whatever the catalogue says since (R211)', async () => {
    const shop = await buildShop(server);
    const file = (repair_category: RepairCategory) =>
      server.owner.db
        .updateTable('labour_operation')
        .set({ repair_category })
        .where('operation_id', '=', shop.operationId)
        .execute();
    await file('assembly');
    const order = await buildRepairOrder(server, { until: 'presented', shop });
    await file('minor');
    await order.goOn('internally_checked');
    expect((await order.view()).lines).toMatchObject([{ repairCategory: 'assembly' }, { repairCategory: null }]);
    expect((await refused(order, 'ready-notice', call('18:00'))).code).toBe('pick_up_in_peak');
    await order.act('advisor', 'ready-notice', call('19:00'));
  });

  test('of any other car is the customer’s to choose (R211)', async () => {
    const order = await build('internally_checked');
    await order.act('advisor', 'ready-notice', call('18:00'));
    expect(await order.view()).toMatchObject({ order: { pickUpAt: at('18:00') } });
  });
});
