import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { vehicleCheckItemNames, vehicleCheckItems } from '#domain/settlement/vehicle-check.items.ts';
import { buildRepairOrder, type BuiltOrder } from '#server/testing/build-repair-order.ts';
import { passedItems } from '#server/testing/order-step.ts';
import { startTestServer, type TestServer } from '#server/testing/test-server.ts';

let server: TestServer;

beforeAll(async () => {
  server = await startTestServer();
});
afterAll(() => server.close());

type Item = keyof typeof vehicleCheckItems;

const check = (names: readonly string[], changes: object = {}) => ({
  result: 'pass',
  items: passedItems(names),
  failedLines: [],
  oldPartsShown: true,
  kitRemoved: true,
  customerOpinion: null,
  ...changes,
});

type Sent = { readonly path: string; readonly body: object; readonly role?: 'advisor' | 'cashier' | 'guard' };

async function answerTo(order: BuiltOrder, { path, body, role = 'advisor' }: Sent) {
  const client = await order.shop.as(role);
  const answer = await client.command(path.startsWith('/') ? path : `/orders/${order.orderId}/${path}`, body);
  return answer.json<{ code: string; zh: string }>();
}

describe('walking through the car with the customer', () => {
  test.each<[string, Item]>([
    ['the work explained on the car by order and reception form (R212)', 'explained_on_car'],
    ['repair suggestions and cautions (R214)', 'suggestions_explained'],
    ['the next service by date and kilometres (R215)', 'next_service_reminded'],
    ['spare wheel and tools with the result (R216)', 'spare_wheel_and_tools'],
    ['the clean car, inside and outside (R217)', 'cleanliness_shown'],
    ['the question for problems (R220)', 'problems_asked'],
    ['help to gather belongings (R221)', 'belongings_gathered'],
    ['the replaced parts and the content of the work (R222)', 'parts_explained'],
    ['the results of tests and the customer’s questions (R223)', 'results_explained'],
  ])('is not over without %s', async (_, item) => {
    const order = await buildRepairOrder(server, { until: 'customer_told' });
    const body = check(vehicleCheckItemNames.filter((name) => name !== item));
    const said = await answerTo(order, { path: 'vehicle-check', body });
    expect(said).toMatchObject({ code: 'check_incomplete', zh: expect.stringContaining(vehicleCheckItems[item].zh) });
  });

  test('what the customer says is kept with the check (R220)', async () => {
    const order = await buildRepairOrder(server, { until: 'customer_told' });
    await order.act('advisor', 'vehicle-check', check(vehicleCheckItemNames, { customerOpinion: '左后门有点脏' }));
    const { inspections } = await order.view();
    expect(inspections.find(({ kind }) => kind === 'vehicle_check')?.note).toContain('左后门有点脏');
  });
});

test('the car goes only in order: shown, signed, paid, pass, papers and key, gate (R224)', async () => {
  const order = await buildRepairOrder(server, { until: 'customer_told' });
  const refusals: string[] = [];
  const promised = {
    nextServiceOn: '2027-05-24',
    nextServiceKm: 31_000,
    preferredCall: { from: '18:00', to: '20:00', days: 'any' },
  };
  const tried = async (sent: Sent) => refusals.push((await answerTo(order, sent)).code);
  await tried({ path: 'statements/present', body: promised });
  await order.goOn('vehicle_checked');
  await tried({ path: 'gate-passes/final', body: { collectorId: null }, role: 'cashier' });
  await order.goOn('statements_signed');
  await tried({ path: 'gate-passes/final', body: { collectorId: null }, role: 'cashier' });
  await order.goOn('pass_issued');
  const { code } = await server.owner.db
    .selectFrom('gate_pass')
    .select('code')
    .where('order_id', '=', order.orderId)
    .executeTakeFirstOrThrow();
  await tried({ path: '/gate/openings', body: { code, odometerKm: 23_510 }, role: 'guard' });
  await order.goOn('delivered');
  expect(refusals).toEqual(['vehicle_check_missing', 'statement_missing', 'unpaid', 'not_handed_over']);
  expect(await order.view()).toMatchObject({ order: { state: 'delivered' } });
});
