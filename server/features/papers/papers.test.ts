import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { inStore } from '#db/transaction.ts';
import { addMinutes } from '#domain/kernel/calendar.ts';
import { createCustomerLink } from '#server/access/customer-link.ts';
import { newId } from '#server/http/call.ts';
import { buildRepairOrder, type BuiltOrder, type Until } from '#server/testing/build-repair-order.ts';
import { buildShop, type Shop } from '#server/testing/build-shop.ts';
import { acceptance, choices, newLine, shownVersion } from '#server/testing/order-steps.estimate.ts';
import { textOf } from '#server/testing/paper-text.ts';
import { startTestServer, type Client, type TestServer } from '#server/testing/test-server.ts';

let server: TestServer;
let shop: Shop;

beforeAll(async () => {
  server = await startTestServer();
  shop = await buildShop(server);
});
afterAll(() => server.close());

const build = (until: Until): Promise<BuiltOrder> => buildRepairOrder(server, { until, shop });

const view = async (client: Client, { orderId }: BuiltOrder, paper: string) =>
  client.query(`/orders/${orderId}/papers/${paper}`);
const print = async (client: Client, { orderId }: BuiltOrder, paper: string) =>
  client.command(`/orders/${orderId}/papers/${paper}/print`, { copy: 'customer' });

const orderRow = ({ orderId }: BuiltOrder) =>
  server.owner.db.selectFrom('repair_order').selectAll().where('order_id', '=', orderId).executeTakeFirstOrThrow();

async function later(order: BuiltOrder): Promise<void> {
  await order.act('advisor', 'promise', { promisedAt: addMinutes(server.deps.now(), 240) });
  await order.act('advisor', 'choices', { ...choices, version: (await order.view()).order.version });
}

async function customerOf({ orderId }: BuiltOrder): Promise<Client> {
  const token = await inStore(server.deps.database, shop.storeId, (tx) =>
    createCustomerLink(
      { tx, now: server.deps.now(), newId, actor: { kind: 'system', storeId: shop.storeId } },
      orderId,
    ),
  );
  return server.client({ 'visit-token': token });
}

describe('papers', () => {
  test('the repair order says what was presented and decided, with the chain’s head, whatever changes later (R136)', async () => {
    const order = await build('granted');
    await server.owner.pool.query(
      `begin; set local session_replication_role = 'replica';
       update charge_line set description = '被改过的内容' where order_id = '${order.orderId}'; commit`,
    );
    server.forgetKept();
    const answer = await print(await shop.as('advisor'), order, 'repair_order');
    expect(answer.headers['content-type']).toBe('application/pdf');
    const text = await textOf(answer.rawPayload);
    const { order_no, chain_hash } = await orderRow(order);
    for (const fact of ['任务委托书', order_no, '更换前刹车片', '¥180.00', '¥200.00', '刹车时有异响', chain_hash]) {
      expect(text).toContain(fact);
    }
    expect(text).not.toContain('被改过的内容');
  });

  test('the reception form says how the car came in (R073)', async () => {
    const order = await build('reception_done');
    const text = await textOf((await view(await shop.as('advisor'), order, 'reception_form')).rawPayload);
    for (const fact of ['接车登记表', '23,500km', '王先生', '钥匙1把']) expect(text).toContain(fact);
  });

  test('the reception form names what was recommended before and not done, as it was when the car came (R112)', async () => {
    const before = await build('presented');
    const shown = await shownVersion(before);
    const deferred = shown.lineIds.map((lineId) => ({ lineId, choice: 'defer' }));
    await before.act('advisor', `versions/${shown.versionId}/decide`, acceptance(shown, { choices: deferred }));
    const order = await build('reception_done');
    await server.owner.db
      .updateTable('repair_order')
      .set({ vehicle_id: order.vehicleId, kind: 'internal', arrived_at: '2026-05-24T01:00:00.000Z' })
      .where('order_id', '=', before.orderId)
      .execute();
    server.forgetKept();
    const form = async () => textOf((await view(await shop.as('advisor'), order, 'reception_form')).rawPayload);
    expect(await form()).toContain('更换前刹车片');
    await order.act('advisor', 'lines', newLine(order, { description: '更换雨刮片' }));
    await later(order);
    await order.act('advisor', 'versions/present');
    const next = await shownVersion(order);
    const declined = next.lineIds.map((lineId) => ({ lineId, choice: 'decline' }));
    await order.act('advisor', `versions/${next.versionId}/decide`, acceptance(next, { choices: declined }));
    expect(await form()).not.toContain('更换雨刮片');
  });

  test('each print is counted with the head that it shows; looking is not, and shows no full phone', async () => {
    const order = await build('granted');
    const advisor = await shop.as('advisor');
    const first = await textOf((await print(advisor, order, 'repair_order')).rawPayload);
    const second = await textOf((await print(advisor, order, 'repair_order')).rawPayload);
    const seen = await textOf((await view(advisor, order, 'repair_order')).rawPayload);
    expect([first, second, seen].map((text) => /第(\d+)次打印/.exec(text)?.[1])).toEqual(['1', '2', '2']);
    expect(first).toContain('13812345678');
    expect(seen).not.toContain('13812345678');
    const prints = await server.owner.db
      .selectFrom('paper_print')
      .select('chain_hash')
      .where('order_id', '=', order.orderId)
      .execute();
    const { chain_hash } = await orderRow(order);
    expect(prints).toEqual([{ chain_hash }, { chain_hash }]);
  });

  test('a customer’s link fetches the copies of its own visit alone, and no gate pass', async () => {
    const own = await build('granted');
    const other = await build('granted');
    const customer = await customerOf(own);
    expect((await view(customer, own, 'repair_order')).statusCode).toBe(200);
    expect((await view(customer, other, 'repair_order')).statusCode).toBe(404);
    expect((await view(customer, own, 'gate_pass')).statusCode).toBe(403);
    expect((await view(customer, own, 'statement')).statusCode).toBe(404);
  });

  test('each paper that the customer’s page names opens there', async () => {
    const order = await build('pass_issued');
    const customer = await customerOf(order);
    const page = (await customer.query('/visit')).json<{ papers: readonly { paper: string }[] }>();
    const papers = page.papers.map(({ paper }) => paper);
    expect(papers).toEqual(['reception_form', 'repair_order', 'repair_report', 'statement']);
    for (const paper of papers) expect((await view(customer, order, paper)).statusCode).toBe(200);
  });

  test('what is presented anew after a withdrawal is the repair order, no add-on (R118)', async () => {
    const order = await build('presented');
    const { versionId } = await shownVersion(order);
    await order.act('advisor', `versions/${versionId}/withdraw`, { reason: '单价写错' });
    await later(order);
    await order.act('advisor', 'versions/present');
    const shown = await shownVersion(order);
    await order.act('advisor', `versions/${shown.versionId}/decide`, acceptance(shown));
    const customer = await customerOf(order);
    const page = (await customer.query('/visit')).json<{ papers: readonly { paper: string }[] }>();
    expect(page.papers.map(({ paper }) => paper)).toEqual(['reception_form', 'repair_order']);
    expect(await textOf((await view(customer, order, 'repair_order')).rawPayload)).toContain('任务委托书');
    expect((await view(customer, order, 'add_on_confirmation')).statusCode).toBe(404);
  });

  test('the statement says what was signed and what was paid; the pass names car and code (R230, R235)', async () => {
    const order = await build('pass_issued');
    const cashier = await shop.as('cashier');
    const statement = await textOf((await print(cashier, order, 'statement')).rawPayload);
    for (const fact of [
      '维修费用结算单',
      '¥380.00',
      '叁佰捌拾元整',
      '2027-05-24',
      '31,000km',
      '18:00–20:00',
      'BR001',
    ]) {
      expect(statement).toContain(fact);
    }
    const pass = await server.owner.db
      .selectFrom('gate_pass')
      .selectAll()
      .where('order_id', '=', order.orderId)
      .executeTakeFirstOrThrow();
    const printed = await textOf((await print(cashier, order, 'gate_pass')).rawPayload);
    for (const fact of [pass.pass_no, pass.code, pass.collector_name]) expect(printed).toContain(fact);
  });

  test('what a statement says is read byte for byte, by its own customer too (R239)', async () => {
    const order = await build('statements_signed');
    const { statements } = await order.view();
    const path = `/orders/${order.orderId}/statements/${statements[0]?.statementId}`;
    const read = (await (await customerOf(order)).query(path)).json<{ content: string; contentHash: string }>();
    const stored = await server.owner.db
      .selectFrom('statement_content')
      .selectAll()
      .where('order_id', '=', order.orderId)
      .executeTakeFirstOrThrow();
    expect(read).toMatchObject({ content: stored.content, contentHash: stored.content_hash });
  });
});
