import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { buildShop, type Shop } from '#server/testing/build-shop.ts';
import { newId } from '#server/http/call.ts';
import { buildOrderWithParts } from '#server/testing/order-with-parts.ts';
import { startTestServer, type TestServer } from '#server/testing/test-server.ts';

let now = '2026-11-24T02:00:00.000Z';
let server: TestServer;
let shop: Shop;

beforeAll(async () => {
  server = await startTestServer({ now: () => now });
});
beforeEach(async () => {
  now = '2026-11-24T02:00:00.000Z';
  shop = await buildShop(server);
});
afterAll(() => server.close());

const stockOf = (partId: string) =>
  server.owner.db
    .selectFrom('stock')
    .select(['on_hand_milli as onHand', 'reserved_milli as reserved', 'average_cost_fen as cost'])
    .where('part_id', '=', partId)
    .executeTakeFirstOrThrow();
const empty = (partId: string) =>
  server.owner.db
    .updateTable('stock')
    .set({ on_hand_milli: 0, moved_milli: 0 })
    .where('part_id', '=', partId)
    .execute();
const movements = (partId: string) =>
  server.owner.db.selectFrom('stock_movement').selectAll().where('part_id', '=', partId).execute();

type Received = { readonly receiptId: string; readonly receiptNo: string; readonly fulfilled: readonly object[] };
type Listed = { readonly code: string; readonly idle: string };
type Lists = { readonly items: readonly Listed[]; readonly total: number };

const clerk = () => shop.as('parts_clerk');
const receive = async (qtyMilli: number, unitCostFen = 15_000) =>
  (await clerk()).command('/goods-receipts', {
    supplier: '厂家配件中心',
    voucher: 'SH0001',
    lines: [{ partId: shop.partId, qtyMilli, unitCostFen }],
  });
const listed = async (query: string) => (await (await clerk()).query(`/stock?${query}`)).json<Lists>();

describe('a goods receipt', () => {
  test('raises stock and average cost: ten at ¥120 and five at ¥150 are fifteen at ¥130', async () => {
    const { receiptNo } = (await receive(5000)).json<Received>();
    expect(receiptNo).toMatch(/^RK261124-\d{4}$/);
    expect(await stockOf(shop.partId)).toMatchObject({ onHand: 15_000, cost: 13_000 });
    expect(await movements(shop.partId)).toMatchObject([{ kind: 'receipt', qty_milli: 5000, unit_cost_fen: 15_000 }]);
  });

  test('serves the cars that wait, who came first in front, and tells which they are (R111)', async () => {
    await empty(shop.partId);
    const first = await buildOrderWithParts(server, shop, [{ qtyMilli: 2000 }]);
    now = '2026-11-24T03:00:00.000Z';
    const second = await buildOrderWithParts(server, shop, [{}]);
    const { fulfilled } = (await receive(2000)).json<Received>();
    expect(fulfilled).toMatchObject([{ orderId: first.orderId, lineId: first.lineIds[0], description: '前刹车片' }]);
    expect(await stockOf(shop.partId)).toMatchObject({ onHand: 2000, reserved: 2000 });
    const states = async ({ view }: typeof first) => (await view()).lines.map(({ partState }) => partState);
    expect([await states(first), await states(second)]).toEqual([
      [null, 'reserved'],
      [null, 'backordered'],
    ]);
    const waits = await server.owner.db.selectFrom('wait').selectAll().where('order_id', '=', first.orderId).execute();
    expect(waits).toMatchObject([{ reason: 'parts', ended_at: now }]);
  });

  test('is listed with its supplier, its parts and what it cost', async () => {
    await receive(2500, 10_000);
    const { items } = (await (await clerk()).query('/goods-receipts')).json<{ items: readonly object[] }>();
    expect(items).toMatchObject([
      {
        supplier: '厂家配件中心',
        voucher: 'SH0001',
        totalFen: 25_000,
        lines: [{ code: 'P001', qtyMilli: 2500, unitCostFen: 10_000 }],
      },
    ]);
  });

  test('names the line whose part the store does not have, and takes nothing in', async () => {
    const lines = [shop.partId, newId()].map((partId) => ({ partId, qtyMilli: 1000, unitCostFen: 1 }));
    const refused = await (await clerk()).command('/goods-receipts', { supplier: '厂家', lines });
    expect(refused.json()).toMatchObject({ code: 'part_unknown', field: 'lines.1.partId' });
    expect(await stockOf(shop.partId)).toMatchObject({ onHand: 10_000 });
  });
});

test('a receipt that comes to more than a line may is refused, so that its list can be read', async () => {
  expect((await receive(1_000_000_000, 10_000_000_000)).json()).toMatchObject({
    status: 422,
    code: 'amount_too_large',
    field: 'lines.0.qtyMilli',
  });
  expect((await (await clerk()).query('/goods-receipts')).statusCode).toBe(200);
});

describe('a count', () => {
  const adjust = async (byMilli: number, reason: string) =>
    (await clerk()).command(`/stock/${shop.partId}/adjustments`, { byMilli, reason });

  test('that differs from the book moves the stock with its reason, and stands in the store’s record', async () => {
    expect((await adjust(-1500, '盘点差异')).json()).toMatchObject({ onHandMilli: 8500, averageCostFen: 12_000 });
    expect(await movements(shop.partId)).toMatchObject([{ kind: 'adjustment', qty_milli: -1500, reason: '盘点差异' }]);
    const record = await server.owner.db
      .selectFrom('activity')
      .select(['action', 'actor_id'])
      .where('aggregate_id', '=', shop.storeId)
      .execute();
    expect(record).toEqual([{ action: 'adjust_stock', actor_id: (await clerk()).staffId }]);
  });

  test('needs a reason', async () => {
    expect((await adjust(-1500, '')).json()).toMatchObject({ code: 'invalid_input', issues: [{ field: 'reason' }] });
    expect(await movements(shop.partId)).toEqual([]);
  });

  test('never takes away what is put aside for a car', async () => {
    await buildOrderWithParts(server, shop, [{ qtyMilli: 4000 }]);
    expect((await adjust(-6001, '盘点差异')).json()).toMatchObject({ code: 'stock_short', field: 'byMilli' });
    expect((await adjust(-6000, '盘点差异')).json()).toMatchObject({ onHandMilli: 4000, reservedMilli: 4000 });
  });
});

describe('the stock list', () => {
  test('finds a part by its number, its name and its pinyin (R110)', async () => {
    for (const search of ['p001', '刹车', 'qscp', 'shachepian'])
      expect((await listed(`search=${encodeURIComponent(search)}`)).items).toMatchObject([{ code: 'P001' }]);
    expect(await listed('search=zzz')).toEqual({ items: [], total: 0 });
  });

  test('tells slow and dead parts by when they were last drawn, and finds them', async () => {
    await receive(1000);
    expect((await listed('')).items).toMatchObject([{ idle: 'moving' }]);
    now = '2027-05-25T02:00:00.000Z';
    expect((await listed('show=slow')).items).toMatchObject([{ code: 'P001', idle: 'slow' }]);
    expect((await listed('show=dead')).total).toBe(0);
    now = '2027-11-25T02:00:00.000Z';
    expect((await listed('show=dead')).items).toMatchObject([{ code: 'P001', idle: 'dead' }]);
  });

  test('shows what is put aside, what is below its minimum, and what a bin holds', async () => {
    expect((await listed('show=reserved')).total).toBe(0);
    await buildOrderWithParts(server, shop, [{}]);
    expect((await listed('show=reserved')).total).toBe(1);
    expect((await listed('show=short')).total).toBe(0);
    await server.owner.db.updateTable('part').set({ minimum_milli: 9500 }).where('part_id', '=', shop.partId).execute();
    expect((await listed('show=short')).total).toBe(1);
    expect([(await listed('bin=A-01')).total, (await listed('bin=A-02')).total]).toEqual([1, 0]);
  });

  test('a part shows its movements newest first, with the order and the people (R159)', async () => {
    const order = await buildOrderWithParts(server, shop, [{}]);
    await receive(1000);
    await order.issue(order.lineIds[0] ?? '', 1000);
    const part = (await (await clerk()).query(`/stock/${shop.partId}`)).json<object>();
    const { order_no: orderNo } = await server.owner.db
      .selectFrom('repair_order')
      .select('order_no')
      .where('order_id', '=', order.orderId)
      .executeTakeFirstOrThrow();
    expect(part).toMatchObject({
      total: 2,
      movements: [
        { kind: 'issue', qtyMilli: -1000, orderNo, technicianName: 'technician 一号', movedByName: 'parts_clerk 一号' },
        { kind: 'receipt', qtyMilli: 1000, orderNo: null, receiptNo: expect.stringMatching(/^RK/) as string },
      ],
    });
  });
});

test.each(['advisor', 'technician', 'cashier', 'supervisor'] as const)(
  'whoever is %s alone takes no goods in and counts no stock',
  async (role) => {
    const person = await shop.as(role);
    const lines = [{ partId: shop.partId, qtyMilli: 1000, unitCostFen: 1 }];
    const codes = [
      await person.command('/goods-receipts', { supplier: '厂家', lines }),
      await person.command(`/stock/${shop.partId}/adjustments`, { byMilli: 1000, reason: '多' }),
    ].map(({ statusCode }) => statusCode);
    expect(codes).toEqual([403, 403]);
    expect(await stockOf(shop.partId)).toMatchObject({ onHand: 10_000 });
  },
);
