import { afterAll, beforeAll, expect, test } from 'vitest';
import { expireVersionTask } from '#server/features/authorization/authorization.tasks.ts';
import { newId } from '#server/http/call.ts';
import { buildRepairOrder, type BuiltOrder } from '#server/testing/build-repair-order.ts';
import { buildShop, type Shop } from '#server/testing/build-shop.ts';
import { acceptance, shownVersion } from '#server/testing/order-steps.estimate.ts';
import { startTestServer, type TestServer } from '#server/testing/test-server.ts';
import { tokenIn } from '#server/testing/token-in.ts';

const started = '2026-11-24T01:00:00.000Z';
let now = started;
let server: TestServer;
let shop: Shop;

beforeAll(async () => {
  server = await startTestServer({ now: () => now });
  shop = await buildShop(server);
});
afterAll(() => server.close());

const presented = () => buildRepairOrder(server, { until: 'presented', shop });
const messagesOf = ({ orderId }: BuiltOrder) =>
  server.owner.db.selectFrom('message').selectAll().where('order_id', '=', orderId).execute();

test('the page is written to a customer who consented to it, and to no other', async () => {
  const silent = await presented();
  await silent.act('advisor', 'links');
  expect(await messagesOf(silent)).toEqual([]);
  const order = await presented();
  await server.owner.db
    .insertInto('consent')
    .values({
      store_id: shop.storeId,
      customer_id: order.customerId,
      consent_id: newId(),
      purpose: 'service_reminder',
      channel: 'sms',
      given_at: started,
      evidence: '到店口头同意',
    })
    .execute();
  const { url } = await order.act<{ url: string }>('advisor', 'links');
  expect(await messagesOf(order)).toMatchObject([
    { channel: 'sms', recipient: '13812345678', state: 'queued', body: expect.stringContaining(url) },
  ]);
});

test('the address of the page begins where customers reach the server, else where the request came to', async () => {
  const before = await (await presented()).act<{ url: string }>('advisor', 'links');
  expect(before.url).toMatch(/^http:\/\/localhost:80\/v\//);
  const published = await startTestServer({ now: () => now, publicUrl: 'https://service.example.com/' });
  const order = await buildRepairOrder(published, { until: 'presented' });
  const { url } = await order.act<{ url: string }>('advisor', 'links');
  await published.close();
  expect(url).toMatch(/^https:\/\/service\.example\.com\/v\/.{64}$/);
});

test('the page names who brought the car beside the owner, and either may sign (R138)', async () => {
  const order = await presented();
  await server.owner.db
    .updateTable('repair_order')
    .set({ presenter_name: '李代送', presenter_entrusted: true })
    .where('order_id', '=', order.orderId)
    .execute();
  server.forgetKept();
  const { url } = await order.act<{ url: string }>('advisor', 'links');
  const page = await server.client({ 'visit-token': tokenIn(url) }).query('/visit');
  expect(page.json()).toMatchObject({
    presenterName: '李代送',
    signatories: [
      { kind: 'presenter', name: '李代送' },
      { kind: 'owner', name: '王建国' },
    ],
    depositFen: 0,
  });
});

test('no receipt keeps the customer’s token', async () => {
  const order = await presented();
  const { url } = await order.act<{ url: string }>('advisor', 'links');
  const receipts = await server.owner.db.selectFrom('command_receipt').selectAll().execute();
  expect(JSON.stringify(receipts)).not.toContain(tokenIn(url).slice(32));
});

test('what nobody decided ends by itself when its time is over, and can be presented anew (R118)', async () => {
  const order = await presented();
  const { versionId } = await shownVersion(order);
  const job = { storeId: shop.storeId, orderId: order.orderId, versionId };
  const run = () => expireVersionTask.run({ deps: server.deps, smtpUrl: undefined }, job);
  await run();
  expect((await order.view()).versions).toMatchObject([{ state: 'presented' }]);
  now = '2026-11-27T01:00:00.000Z';
  await run();
  await run();
  const view = await order.view();
  now = started;
  expect(view.versions).toMatchObject([{ state: 'expired' }, { state: 'draft' }]);
  expect(view.lines.every((line) => line.versionId === view.versions[1]?.versionId)).toBe(true);
});

test('what was decided in time stays decided (R138)', async () => {
  const order = await presented();
  const shown = await shownVersion(order);
  await order.act('advisor', `versions/${shown.versionId}/decide`, acceptance(shown));
  now = '2026-11-27T01:00:00.000Z';
  const job = { storeId: shop.storeId, orderId: order.orderId, versionId: shown.versionId };
  await expireVersionTask.run({ deps: server.deps, smtpUrl: undefined }, job);
  now = started;
  expect((await order.view()).versions).toMatchObject([{ state: 'decided' }]);
});
