import { afterAll, beforeAll, expect, test } from 'vitest';
import { buildRepairOrder, type BuiltOrder } from '#server/testing/build-repair-order.ts';
import { startTestServer, type TestServer } from '#server/testing/test-server.ts';
import { tokenIn } from '#server/testing/token-in.ts';

let server: TestServer;

beforeAll(async () => {
  server = await startTestServer();
});
afterAll(() => server.close());

const pageOf = async ({ orderId, shop }: BuiltOrder) =>
  (await (await shop.as('advisor')).query(`/orders/${orderId}`)).json();

async function myVisit({ act }: BuiltOrder) {
  const { url } = await act<{ url: string }>('advisor', 'links');
  return (await server.client({ 'visit-token': tokenIn(url) }).query('/visit')).json();
}

test('the customer sees what to decide with its hash, in words of the customer (R002, R118)', async () => {
  const order = await buildRepairOrder(server, { until: 'presented' });
  const page = await pageOf(order);
  const mine = await myVisit(order);
  const [version] = page.versions;
  expect(mine).toMatchObject({
    orderId: order.orderId,
    toDecide: { versionId: version.versionId, contentHash: version.contentHash },
    papers: [{ paper: 'reception_form', subjectId: null }],
  });
  expect(mine.stages.find(({ state }: { state: string }) => state === 'now')).toMatchObject({ zh: '报价确认' });
  expect(mine.actions.find(({ action }: { action: string }) => action === 'decide')).toMatchObject({ disabled: null });
  const path = `/orders/${order.orderId}/versions/${version.versionId}`;
  const presented = (await (await order.shop.as('advisor')).query(path)).json();
  expect(presented).toMatchObject({ content: mine.toDecide.content, contentHash: version.contentHash, decision: null });
});

test('the customer reads in English what the catalogue has in English, and signs what was presented all the same', async () => {
  const order = await buildRepairOrder(server, { until: 'presented' });
  const { toDecide: before } = await myVisit(order);
  const [line] = JSON.parse(before.content).lines;
  const called = (name: string, name_en: string) =>
    server.owner.db
      .updateTable('labour_operation')
      .set({ name, name_en })
      .where('operation_id', '=', order.shop.operationId)
      .execute();
  expect((await myVisit(order)).namesEn).toEqual({});
  await called(line.description, 'Replace front brake pads');
  const after = await myVisit(order);
  expect(after.namesEn).toEqual({ [line.lineId]: 'Replace front brake pads' });
  expect(after.toDecide).toEqual(before);
  const store = server.owner.db.updateTable('store').set({ name_en: 'Suzhou Store' });
  await store.where('store_id', '=', order.shop.storeId).execute();
  expect(await myVisit(order)).toMatchObject({ storeNameEn: 'Suzhou Store' });
  await called('更换后刹车片', 'Replace rear brake pads');
  expect((await myVisit(order)).namesEn).toEqual({});
});

test('what was decided stays readable with its record (R138)', async () => {
  const order = await buildRepairOrder(server, { until: 'granted' });
  const [version] = (await pageOf(order)).versions;
  const path = `/orders/${order.orderId}/versions/${version.versionId}`;
  const decided = (await (await order.shop.as('advisor')).query(path)).json();
  expect(decided.version.state).toBe('decided');
  expect(decided.decision.record).toContain(version.contentHash);
  expect((await myVisit(order)).decided).toMatchObject([{ versionNo: 1, recordHash: decided.decision.recordHash }]);
  const unknown = `/orders/${order.orderId}/versions/${order.orderId}`;
  expect((await (await order.shop.as('advisor')).query(unknown)).statusCode).toBe(404);
});

test('nobody signed in or without a link sees a customer’s page, and no staff phone stands on it (R321)', async () => {
  const order = await buildRepairOrder(server, { until: 'presented' });
  expect((await server.client({}).query('/visit')).statusCode).toBe(401);
  expect((await (await order.shop.as('advisor')).query('/visit')).statusCode).toBe(403);
  expect(JSON.stringify(await myVisit(order))).not.toContain('13812345678');
});
