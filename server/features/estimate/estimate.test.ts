import { afterAll, beforeAll, expect, test } from 'vitest';
import { newId } from '#server/http/call.ts';
import { buildRepairOrder, type BuiltOrder } from '#server/testing/build-repair-order.ts';
import { buildShop, type Shop } from '#server/testing/build-shop.ts';
import { meeting, orderRow } from '#server/testing/meeting.ts';
import { newLine, newPart } from '#server/testing/order-steps.estimate.ts';
import { startTestServer, type TestServer } from '#server/testing/test-server.ts';

let server: TestServer;
let shop: Shop;
let order: BuiltOrder;

beforeAll(async () => {
  server = await startTestServer();
  shop = await buildShop(server);
  order = await buildRepairOrder(server, { until: 'reception_done', shop });
});
afterAll(() => server.close());

const send = async (path: string, body: object) =>
  (await shop.as('advisor')).command(`/orders/${order.orderId}/${path}`, body);

test('a line costs what the store publishes, and no line costs more (R113, R116)', async () => {
  const labour = await order.act('advisor', 'lines', newLine(order));
  await order.act('advisor', 'lines', newPart(order, { parentLineId: labour.id, qtyMilli: 2000 }));
  expect((await order.view()).lines).toMatchObject([
    { kind: 'labour', unitPriceFen: 18_000, amountFen: 18_000, taxRateBp: 1300, unit: '工时' },
    { kind: 'part', unitPriceFen: 20_000, amountFen: 40_000, unit: '套', partOrigin: 'oem', partState: 'requested' },
  ]);
  const dearer = await send('lines', newPart(order, { unitPriceFen: 20_001 }));
  expect(dearer.json()).toMatchObject({ code: 'price_above_list', field: 'unitPriceFen' });
});

test.each([
  ['a part', { kind: 'part', operationId: null, partId: newId() }, 'part_unknown'],
  ['an operation', { operationId: newId() }, 'not_found'],
])('%s that is not in the catalogue is refused (R120)', async (_, changes, code) => {
  expect((await send('lines', newLine(order, changes))).json()).toMatchObject({ code });
});

test('another store’s catalogue is not this store’s', async () => {
  const other = await buildShop(server);
  expect((await send('lines', newLine(order, { operationId: other.operationId }))).json()).toMatchObject({
    code: 'not_found',
  });
  expect((await send('lines', newPart({ ...order, partId: other.partId }))).json()).toMatchObject({
    code: 'part_unknown',
  });
});

test('of two who take out the same line at once one does', async () => {
  const added = await order.act('advisor', 'lines', newLine(order));
  const remove = () => send(`lines/${added.id}/remove`, { version: 1 });
  const answers = await meeting(server, orderRow(order), [remove, remove]);
  expect(answers.map(({ statusCode }) => statusCode).toSorted((a, b) => a - b)).toEqual([200, 404]);
});
