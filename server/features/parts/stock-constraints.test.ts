import { sql } from 'kysely';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { inStore, type Tx } from '#db/transaction.ts';
import { newId } from '#server/http/call.ts';
import { buildShop, type Shop } from '#server/testing/build-shop.ts';
import { meeting, orderRow } from '#server/testing/meeting.ts';
import { signedBy } from '#server/testing/order-step.ts';
import { buildOrderWithParts, type OrderWithParts } from '#server/testing/order-with-parts.ts';
import { startTestServer, type TestServer } from '#server/testing/test-server.ts';

/** What nobody can do to stock, not even at the same moment, in another store, or with SQL in the application's role. */

let server: TestServer;
let shop: Shop;

beforeAll(async () => {
  server = await startTestServer();
});
beforeEach(async () => {
  shop = await buildShop(server);
});
afterAll(() => server.close());

const asApp = (work: (tx: Tx) => Promise<unknown>, storeId = shop.storeId) =>
  inStore(server.deps.database, storeId, work);
const stockOf = (partId: string) =>
  server.owner.db
    .selectFrom('stock')
    .select(['on_hand_milli as onHand', 'reserved_milli as reserved'])
    .where('part_id', '=', partId)
    .executeTakeFirstOrThrow();
const setOnHand = (milli: number) =>
  server.owner.db
    .updateTable('stock')
    .set({ on_hand_milli: milli, moved_milli: milli })
    .where('part_id', '=', shop.partId)
    .execute();

/** Two orders that each want one piece of a part that has run out, and then one piece on the shelf. */
async function twoForTheLast(): Promise<readonly [OrderWithParts, OrderWithParts]> {
  await setOnHand(0);
  const orders = [
    await buildOrderWithParts(server, shop, [{}]),
    await buildOrderWithParts(server, shop, [{}]),
  ] as const;
  await setOnHand(1000);
  return orders;
}

const stockRow = () => ({ table: 'stock', column: 'part_id', id: shop.partId });

const outcome = (answers: readonly { readonly statusCode: number; json: () => { code?: string } }[]) =>
  answers.map((answer) => answer.json().code ?? answer.statusCode).toSorted();

describe('at the same moment', () => {
  test('two clerks give out the last piece: one is refused, and stock is never below zero', async () => {
    const orders = await twoForTheLast();
    const issue = orders.map((order) => () => order.issue(order.lineIds[0] ?? '', 1000));
    const answers = await meeting(server, stockRow(), issue);
    expect(outcome(answers)).toEqual([200, 'stock_short']);
    expect(await stockOf(shop.partId)).toEqual({ onHand: 0, reserved: 0 });
  });

  test('two orders want the last piece put aside: one gets it, the other still waits (R110)', async () => {
    const orders = await twoForTheLast();
    const person = await shop.as('parts_clerk');
    const reserve = orders.map(
      ({ orderId, lineIds }) =>
        () =>
          person.command(`/orders/${orderId}/lines/${lineIds[0]}/reserve`, {}),
    );
    const answers = await meeting(server, stockRow(), reserve);
    expect(outcome(answers)).toEqual([200, 'stock_short']);
    expect(await stockOf(shop.partId)).toEqual({ onHand: 1000, reserved: 1000 });
  });

  test('the same line is given out twice: the grant holds for one (R159)', async () => {
    const order = await buildOrderWithParts(server, shop, [{}]);
    const lineId = order.lineIds[0] ?? '';
    const issue = () => order.issue(lineId, 1000);
    expect(outcome(await meeting(server, orderRow(order), [issue, issue]))).toEqual([200, 'above_grant']);
    expect(await stockOf(shop.partId)).toEqual({ onHand: 9000, reserved: 0 });
  });

  test('goods of two deliveries add up, and so does their cost', async () => {
    const person = await shop.as('parts_clerk');
    const lines = [{ partId: shop.partId, qtyMilli: 5000, unitCostFen: 15_000 }];
    const receive = () => person.command('/goods-receipts', { supplier: '厂家', lines });
    await meeting(server, stockRow(), [receive, receive]);
    expect(await stockOf(shop.partId)).toMatchObject({ onHand: 20_000 });
    const { average_cost_fen } = await server.owner.db
      .selectFrom('stock')
      .select('average_cost_fen')
      .where('part_id', '=', shop.partId)
      .executeTakeFirstOrThrow();
    expect(average_cost_fen).toBe(13_500);
  });
});

describe('the database refuses the application’s own role', () => {
  type Issue = { readonly lineId: string; readonly grantId: string | null; readonly signed: boolean };
  const draw = (order: OrderWithParts, { lineId, grantId, signed }: Issue) =>
    asApp(async (tx) => {
      const technicianId = (await shop.as('technician')).staffId;
      await sql`insert into stock_movement (store_id, part_id, movement_id, kind, qty_milli, unit_cost_fen, order_id,
          line_id, grant_id, technician_id, signature_id, moved_at)
        select ${shop.storeId}, ${shop.partId}, ${newId()}, 'issue', -1000, 1, ${order.orderId}, ${lineId}, ${grantId},
          ${technicianId}, case when ${signed} then (select signature_id from signature
            where order_id = ${order.orderId} limit 1) end, now()`.execute(tx);
    });

  test('an issue without a grant, under another line’s grant, or without a signature (R159)', async () => {
    const order = await buildOrderWithParts(server, shop, [{}]);
    const [labour, part] = (await order.view()).lines;
    const lineId = part?.lineId ?? '';
    const needs = { code: '23514', constraint: 'stock_issue_needs_grant' };
    await expect(draw(order, { lineId, grantId: null, signed: true })).rejects.toMatchObject(needs);
    await expect(draw(order, { lineId, grantId: part?.grantId ?? '', signed: false })).rejects.toMatchObject(needs);
    await expect(draw(order, { lineId, grantId: labour?.grantId ?? '', signed: true })).rejects.toMatchObject({
      code: '23503',
      constraint: 'stock_issue_grant',
    });
  });

  test('more out of a line than its grant covers (R159)', async () => {
    const order = await buildOrderWithParts(server, shop, [{}]);
    const more = asApp((tx) =>
      sql`update charge_line set issued_qty_milli = 1001 where line_id = ${order.lineIds[0]}`.execute(tx),
    );
    await expect(more).rejects.toMatchObject({ code: '23514', constraint: 'charge_line_issue_within_grant' });
  });

  test('more put aside than there is, or less than nothing on hand (process rule 3)', async () => {
    const set = (change: ReturnType<typeof sql>) =>
      asApp((tx) => sql`update stock set ${change} where part_id = ${shop.partId}`.execute(tx));
    const kept = { code: '23514' };
    await expect(set(sql`reserved_milli = on_hand_milli + 1`)).rejects.toMatchObject(kept);
    await expect(set(sql`reserved_milli = -1`)).rejects.toMatchObject(kept);
    await expect(set(sql`on_hand_milli = -1`)).rejects.toMatchObject(kept);
  });

  test('a movement changed or taken away', async () => {
    const lines = [{ partId: shop.partId, qtyMilli: 1000, unitCostFen: 1 }];
    await (await shop.as('parts_clerk')).command('/goods-receipts', { supplier: '厂家', lines });
    const refused = { code: '42501' };
    await expect(asApp((tx) => sql`update stock_movement set qty_milli = 9`.execute(tx))).rejects.toMatchObject(
      refused,
    );
    await expect(asApp((tx) => sql`delete from stock_movement`.execute(tx))).rejects.toMatchObject(refused);
  });
});

describe('another store', () => {
  test('sees neither part nor stock, order or receipt of this one', async () => {
    const order = await buildOrderWithParts(server, shop, [{}]);
    const lines = [{ partId: shop.partId, qtyMilli: 1000, unitCostFen: 1 }];
    await (await shop.as('parts_clerk')).command('/goods-receipts', { supplier: '厂家', lines });
    const elsewhere = await buildShop(server);
    const stranger = await elsewhere.as('parts_clerk');
    const read = async (path: string) =>
      (await stranger.query(path)).json<{ code?: string; items: readonly object[] }>();
    expect((await read(`/stock/${shop.partId}`)).code).toBe('part_unknown');
    expect((await read(`/orders/${order.orderId}/parts`)).code).toBe('not_found');
    for (const path of ['/parts/requests', '/parts/old-parts', '/goods-receipts'])
      expect((await read(path)).items).toEqual([]);
    expect((await read('/stock')).items).toMatchObject([{ partId: elsewhere.partId }]);
    const counted = await asApp(
      (tx) => sql`select count(*) as n from stock where part_id = ${shop.partId}`.execute(tx),
      elsewhere.storeId,
    );
    expect(counted).toMatchObject({ rows: [{ n: 0 }] });
  });

  test('can neither issue nor receive this one’s parts', async () => {
    const order = await buildOrderWithParts(server, shop, [{}]);
    const elsewhere = await buildShop(server);
    const stranger = await elsewhere.as('parts_clerk');
    const technicianId = (await shop.as('technician')).staffId;
    const body = { qtyMilli: 1000, technicianId, signature: signedBy('某人') };
    const issued = await stranger.command(`/orders/${order.orderId}/lines/${order.lineIds[0]}/issue`, body);
    expect(issued.statusCode).toBe(404);
    const lines = [{ partId: shop.partId, qtyMilli: 1000, unitCostFen: 1 }];
    const received = await stranger.command('/goods-receipts', { supplier: '厂家', lines });
    expect(received.json()).toMatchObject({ code: 'part_unknown', field: 'lines.0.partId' });
    expect(await stockOf(shop.partId)).toEqual({ onHand: 10_000, reserved: 1000 });
  });
});
