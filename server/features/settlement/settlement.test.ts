import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { shopDay } from '#domain/kernel/calendar.ts';
import type { OutputOf } from '#domain/kernel/contract.ts';
import type { settlementListContracts } from '#domain/settlement/settlement-lists.contract.ts';
import { buildRepairOrder, type BuiltOrder, type Until } from '#server/testing/build-repair-order.ts';
import { buildShop, type Shop } from '#server/testing/build-shop.ts';
import { asApp } from '#server/testing/as-app.ts';
import { meeting, orderRow } from '#server/testing/meeting.ts';
import { startTestServer, type TestPerson, type TestServer } from '#server/testing/test-server.ts';

let server: TestServer;
let shop: Shop;

beforeAll(async () => {
  server = await startTestServer();
  shop = await buildShop(server);
});
afterAll(() => server.close());

const build = (until: Until): Promise<BuiltOrder> => buildRepairOrder(server, { until, shop });

async function ownStatement({ orderId }: BuiltOrder) {
  return server.owner.db
    .selectFrom('statement')
    .selectAll()
    .where('order_id', '=', orderId)
    .where('payer', '=', 'customer')
    .where('state', '<>', 'withdrawn')
    .executeTakeFirstOrThrow();
}

const payment = (statementId: string, amountFen: number) => ({
  kind: 'payment',
  statementId,
  method: 'wechat',
  amountFen,
  tenderedFen: null,
  reference: 'WX1',
});

/** What people who send the same at once are told. */
async function together(
  order: BuiltOrder,
  people: readonly TestPerson[],
  { path, body }: { path: string; body: object },
) {
  const commands = people.map((person) => () => person.command(path, body));
  const answers = await meeting(server, orderRow(order), commands);
  return answers.map((answer) => answer.json<{ code?: string }>().code ?? 'ok').toSorted();
}

describe('settling', () => {
  test('two cashiers pay the same statement at once: one is told that nothing is due any more (R240)', async () => {
    const order = await build('statements_signed');
    const { statement_id, total_fen } = await ownStatement(order);
    const second = await server.addPerson(shop.storeId, ['cashier']);
    const body = payment(statement_id, total_fen);
    const path = `/orders/${order.orderId}/payments`;
    expect(await together(order, [await shop.as('cashier'), second], { path, body })).toEqual([
      'ok',
      'payment_above_due',
    ]);
    const rows = await server.owner.db
      .selectFrom('payment')
      .selectAll()
      .where('order_id', '=', order.orderId)
      .execute();
    expect(rows).toHaveLength(1);
    expect((await ownStatement(order)).state).toBe('paid');
  });

  test('two cashiers give back the same deposit at once: it is given back once (R244)', async () => {
    const order = await build('granted');
    const deposit = {
      kind: 'deposit',
      statementId: null,
      method: 'wechat',
      amountFen: 50_000,
      tenderedFen: null,
      reference: null,
    };
    await order.act('cashier', 'payments', deposit);
    const second = await server.addPerson(shop.storeId, ['cashier']);
    const path = `/orders/${order.orderId}/refunds`;
    const body = { statementId: null, method: 'wechat', amountFen: 50_000, reason: '客户取消' };
    expect(await together(order, [await shop.as('cashier'), second], { path, body })).toEqual([
      'ok',
      'refund_above_paid',
    ]);
  });

  test('two advisors present the statements at once: the customer gets one (R230)', async () => {
    const order = await build('vehicle_checked');
    const second = await server.addPerson(shop.storeId, ['advisor']);
    const path = `/orders/${order.orderId}/statements/present`;
    const body = {
      nextServiceOn: '2027-05-24',
      nextServiceKm: 31_000,
      preferredCall: { from: '18:00', to: '20:00', days: 'any' },
    };
    expect(await together(order, [await shop.as('advisor'), second], { path, body })).toEqual(['ok', 'statement_open']);
  });

  test('lists cars to settle by payer, the takings of the day by method, and receivables (R244)', async () => {
    const waiting = await build('statements_signed');
    const paid = await build('paid');
    const cashier = await shop.as('cashier');
    const queue = (await cashier.query('/settlement/queue')).json<OutputOf<typeof settlementListContracts.queue>>();
    const item = queue.items.find(({ orderId }) => orderId === waiting.orderId);
    const { statement_id: statementId, total_fen: totalFen } = await ownStatement(waiting);
    expect(item?.shares).toMatchObject([
      { payer: 'customer', statementId, state: 'signed', totalFen, dueFen: totalFen },
    ]);
    expect(queue.items.some(({ orderId }) => orderId === paid.orderId)).toBe(false);
    const day = shopDay(server.deps.now());
    const takings = (await cashier.query(`/settlement/takings?day=${day}`)).json<
      OutputOf<typeof settlementListContracts.takings>
    >();
    const taken = takings.items.filter(({ orderId }) => orderId === paid.orderId);
    expect(taken).toMatchObject([{ kind: 'payment', method: 'wechat', takenByName: 'cashier 一号' }]);
    expect(takings.methods.find(({ method }) => method === 'wechat')?.netFen).toBe(takings.netFen);
    await waiting.act('service_manager', `statements/${statementId}/credit`, { reason: '月结客户' });
    const owed = (await cashier.query('/settlement/receivables')).json<
      OutputOf<typeof settlementListContracts.receivables>
    >();
    expect(owed.items).toMatchObject([{ orderId: waiting.orderId, state: 'credited', dueFen: totalFen }]);
    expect(owed.dueFen).toBe(totalFen);
  });

  test('a refused presentation leaves no row and no gap in the numbers', async () => {
    const order = await build('vehicle_checked');
    const missing = { nextServiceOn: null, nextServiceKm: null, preferredCall: null };
    const refused = await (await shop.as('advisor')).command(`/orders/${order.orderId}/statements/present`, missing);
    expect(refused.json<{ code: string }>().code).toBe('next_service_missing');
    expect((await order.view()).statements).toEqual([]);
    const last = await numbers();
    await order.goOn('statements_signed');
    expect(await numbers()).toBe(last + 1);
  });
});

const numbers = async (): Promise<number> => {
  const row = await server.owner.db
    .selectFrom('counter')
    .select('value')
    .where('store_id', '=', shop.storeId)
    .where('name', '=', 'statement')
    .executeTakeFirst();
  return Number(row?.value ?? 0);
};

describe('the database itself, asked by the application’s role,', () => {
  test('refuses a charge above its grant, and another statement for the same grant', async () => {
    const order = await build('statements_signed');
    const app = asApp(server, shop.storeId);
    const more = `insert into statement_line select store_id, order_id, statement_id, line_id, grant_id, granted_fen,
      granted_fen + 1, settled_qty_milli, tax_rate_bp, tax_fen, false from statement_line where order_id = $1 limit 1`;
    await expect(app(more, [order.orderId])).rejects.toThrow('statement_line_within_grant');
    const raised = `update statement_line set settled_fen = settled_fen + 1 where order_id = $1`;
    await expect(app(raised, [order.orderId])).rejects.toThrow('permission denied');
  });

  test('refuses to change a payment or what a statement said (R244)', async () => {
    const order = await build('paid');
    const app = asApp(server, shop.storeId);
    await expect(app('update payment set amount_fen = 1 where order_id = $1', [order.orderId])).rejects.toThrow(
      'denied',
    );
    const edit = `update statement_content set content = '{}' where order_id = $1`;
    await expect(app(edit, [order.orderId])).rejects.toThrow('denied');
    await expect(app('delete from payment where order_id = $1', [order.orderId])).rejects.toThrow('denied');
  });
});
