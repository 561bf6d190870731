import { extractText } from 'unpdf';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { createCustomerLink } from '#server/access/customer-link.ts';
import { buildRepairOrder, type BuiltOrder } from '#server/testing/build-repair-order.ts';
import { buildShop, type Shop } from '#server/testing/build-shop.ts';
import { signedBy } from '#server/testing/order-step.ts';
import { buildOrderWithParts } from '#server/testing/order-with-parts.ts';
import { inCall } from '#server/testing/system-call.ts';
import { startTestServer, type TestServer } from '#server/testing/test-server.ts';

let server: TestServer;
let shop: Shop;

beforeAll(async () => {
  server = await startTestServer();
});
beforeEach(async () => {
  shop = await buildShop(server);
});
afterAll(() => server.close());

const stockOf = (partId: string) =>
  server.owner.db
    .selectFrom('stock')
    .select(['on_hand_milli as onHand', 'reserved_milli as reserved', 'average_cost_fen as cost'])
    .where('part_id', '=', partId)
    .executeTakeFirstOrThrow();
const setOnHand = (partId: string, milli: number) =>
  server.owner.db
    .updateTable('stock')
    .set({ on_hand_milli: milli, moved_milli: milli })
    .where('part_id', '=', partId)
    .execute();
const movements = (partId: string) =>
  server.owner.db
    .selectFrom('stock_movement')
    .selectAll()
    .where('part_id', '=', partId)
    .orderBy('movement_id')
    .execute();
const lineOf = (orderId: string, lineId: string) =>
  server.owner.db
    .selectFrom('charge_line')
    .select([
      'part_state as state',
      'issued_qty_milli as issued',
      'reserved_qty_milli as reserved',
      'part_origin as origin',
    ])
    .where('order_id', '=', orderId)
    .where('line_id', '=', lineId)
    .executeTakeFirstOrThrow();
const read = async <Answer>(role: Parameters<Shop['as']>[0], path: string) =>
  (await (await shop.as(role)).query(path)).json<Answer>();

type Page<Item> = { readonly items: readonly Item[]; readonly total: number };
type Requested = {
  readonly lineId: string;
  readonly bin: string;
  readonly openMilli: number;
  readonly partState: string;
};
type Short = { readonly lineId: string; readonly eta: string | null; readonly orderNo: string };

describe('before and at the grant', () => {
  test('the advisor sees at the estimate that a part is there, what is granted is put aside at once (R110)', async () => {
    const order = await buildRepairOrder(server, { until: 'presented', shop });
    const before = await read<Page<object>>('advisor', '/stock?search=P001');
    expect(before.items).toMatchObject([
      { code: 'P001', onHandMilli: 10_000, reservedMilli: 0, availableMilli: 10_000 },
    ]);
    await order.goOn('granted');
    const after = await read<Page<object>>('advisor', '/stock?search=P001');
    expect(after.items).toMatchObject([{ onHandMilli: 10_000, reservedMilli: 1000, availableMilli: 9000 }]);
  });

  test('the advisor can tell the customer origin, brand and price of a part (R302)', async () => {
    const { part } = await read<{ part: object }>('advisor', `/stock/${shop.partId}`);
    expect(part).toMatchObject({
      name: '前刹车片',
      origin: 'oem',
      priceFen: 20_000,
      unit: '套',
      availableMilli: 10_000,
    });
  });

  test('the origin that the customer asked for stands on the line and in what was accepted (R300)', async () => {
    const clerk = await shop.as('parts_clerk');
    const fields = { code: 'P001E', name: '前刹车片(同质)', unit: '套', priceFen: 12_000, bin: 'A-02' };
    const { id: partId } = (await clerk.command('/catalogue/parts', { ...fields, origin: 'equivalent' })).json<{
      id: string;
    }>();
    const order = await buildOrderWithParts(server, shop, [{ partId }]);
    expect((await lineOf(order.orderId, order.lineIds[0] ?? '')).origin).toBe('equivalent');
    const { content } = await server.owner.db
      .selectFrom('authorization_content')
      .select('content')
      .where('order_id', '=', order.orderId)
      .executeTakeFirstOrThrow();
    expect(content).toContain('"equivalent"');
  });

  test('what the store lacks makes the car wait, until the day that the clerk names (R111)', async () => {
    await setOnHand(shop.partId, 0);
    const order = await buildOrderWithParts(server, shop, [{}]);
    const lineId = order.lineIds[0] ?? '';
    expect((await lineOf(order.orderId, lineId)).state).toBe('backordered');
    const eta = '2027-01-05T02:00:00.000Z';
    await order.act('parts_clerk', `lines/${lineId}/backorder`, { eta });
    const { items } = await read<Page<Short>>('advisor', '/parts/shortages');
    expect(items).toMatchObject([{ lineId, eta, orderId: order.orderId }]);
    const waits = await server.owner.db.selectFrom('wait').selectAll().where('order_id', '=', order.orderId).execute();
    expect(waits).toMatchObject([{ reason: 'parts', line_id: lineId, expected_until: eta, ended_at: null }]);
  });

  test('an order’s reserved parts are picked by bin; what is short is not among them', async () => {
    const order = await buildOrderWithParts(server, shop, [{}, { qtyMilli: 2000 }]);
    await order.act('parts_clerk', `lines/${order.lineIds[1]}/backorder`, { eta: null });
    const { items } = await read<Page<Requested>>('parts_clerk', '/parts/requests');
    expect(items).toMatchObject([{ lineId: order.lineIds[0], bin: 'A-01', openMilli: 1000, partState: 'reserved' }]);
  });
});

describe('issuing', () => {
  test('goes out in parts against the grant, each on a slip with the technician’s signature (R159)', async () => {
    const order = await buildOrderWithParts(server, shop, [{ qtyMilli: 3000 }]);
    const lineId = order.lineIds[0] ?? '';
    expect((await order.issue(lineId, 1000)).statusCode).toBe(200);
    expect(await lineOf(order.orderId, lineId)).toMatchObject({ state: 'reserved', issued: 1000, reserved: 2000 });
    expect((await order.issue(lineId, 2000)).statusCode).toBe(200);
    expect(await lineOf(order.orderId, lineId)).toMatchObject({ state: 'issued', issued: 3000, reserved: 0 });
    expect(await stockOf(shop.partId)).toMatchObject({ onHand: 7000, reserved: 0 });
    const moved = await movements(shop.partId);
    expect(moved.map(({ kind, qty_milli }) => [kind, qty_milli])).toEqual([
      ['issue', -1000],
      ['issue', -2000],
    ]);
    expect(new Set(moved.map(({ slip_no }) => slip_no)).size).toBe(2);
    const technicianId = (await shop.as('technician')).staffId;
    expect(moved.every((each) => each.technician_id === technicianId && each.signature_id !== null)).toBe(true);
  });

  test('not a thousandth above the grant, and nothing moves when it is tried (R159)', async () => {
    const order = await buildOrderWithParts(server, shop, [{}]);
    const refused = await order.issue(order.lineIds[0] ?? '', 1001);
    expect([refused.statusCode, refused.json()]).toMatchObject([409, { code: 'above_grant', field: 'qtyMilli' }]);
    expect(await stockOf(shop.partId)).toMatchObject({ onHand: 10_000, reserved: 1000 });
    expect(await movements(shop.partId)).toEqual([]);
  });

  test('several parts go out on one slip under one signature, all or none', async () => {
    const order = await buildOrderWithParts(server, shop, [{}, { qtyMilli: 2000 }]);
    const technicianId = (await shop.as('technician')).staffId;
    const [one = '', two = ''] = order.lineIds;
    const send = async (second: number) =>
      (await shop.as('parts_clerk')).command(`/orders/${order.orderId}/issues`, {
        lines: [
          { lineId: one, qtyMilli: 1000 },
          { lineId: two, qtyMilli: second },
        ],
        technicianId,
        signature: signedBy('technician 一号'),
      });
    const refused = await send(2001);
    expect(refused.json()).toMatchObject({ code: 'above_grant', field: 'lines.1.qtyMilli' });
    expect(await stockOf(shop.partId)).toMatchObject({ onHand: 10_000, reserved: 3000 });
    expect((await send(2000)).statusCode).toBe(200);
    expect(await stockOf(shop.partId)).toMatchObject({ onHand: 7000, reserved: 0 });
    const moved = await movements(shop.partId);
    expect(new Set(moved.map(({ slip_no }) => slip_no)).size).toBe(1);
    expect(new Set(moved.map(({ signature_id }) => signature_id)).size).toBe(1);
    const { slips } = await read<{ slips: readonly object[] }>('parts_clerk', `/orders/${order.orderId}/parts`);
    expect(slips).toMatchObject([{ kind: 'issue', lines: [{ qtyMilli: 1000 }, { qtyMilli: 2000 }] }]);
  });

  test('only to somebody who works on cars: a clerk does not sign for the parts (R159)', async () => {
    const order = await buildOrderWithParts(server, shop, [{}]);
    const clerk = await shop.as('parts_clerk');
    const body = { qtyMilli: 1000, technicianId: clerk.staffId, signature: signedBy('配件员') };
    const refused = await clerk.command(`/orders/${order.orderId}/lines/${order.lineIds[0]}/issue`, body);
    expect(refused.json()).toMatchObject({ code: 'technician_signature_missing', field: 'technicianId' });
  });

  test('the printed slip names part, bin, quantity and who signed; it is no paper for the customer', async () => {
    const order = await buildOrderWithParts(server, shop, [{}]);
    await order.issue(order.lineIds[0] ?? '', 1000);
    const [moved] = await movements(shop.partId);
    const path = `/orders/${order.orderId}/papers/issue_slip`;
    const answer = await (await shop.as('parts_clerk')).query(`${path}?slipNo=${moved?.slip_no}`);
    expect(answer.headers['content-type']).toBe('application/pdf');
    const { text } = await extractText(new Uint8Array(answer.rawPayload), { mergePages: true });
    const printed = text.replaceAll(/\s/g, '');
    for (const fact of ['配件出库单', moved?.slip_no, '前刹车片', 'P001', 'A-01', '1套', 'technician一号', '¥120.00'])
      expect(printed).toContain(fact);
    expect((await (await shop.as('parts_clerk')).query(`${path}?slipNo=CK0`)).statusCode).toBe(404);
    const link = await inCall(server, shop.storeId, (call) => createCustomerLink(call, order.orderId));
    expect((await server.client({ 'visit-token': link }).query(path)).statusCode).toBe(403);
  });

  test('the record of a finished job holds what was done and which parts were fitted (R164)', async () => {
    const order = await buildRepairOrder(server, { until: 'finished', shop });
    type Recorded = { lines: readonly { kind: string; workDone: string | null; issuedQtyMilli: number }[] };
    const { lines } = await read<Recorded>('advisor', `/orders/${order.orderId}`);
    expect(lines).toMatchObject([
      { kind: 'labour', workDone: '更换前刹车片，试车正常' },
      { kind: 'part', issuedQtyMilli: 1000 },
    ]);
    await order.goOn('statements_signed');
    const statement = await (await shop.as('advisor')).query(`/orders/${order.orderId}/papers/statement`);
    const { text } = await extractText(new Uint8Array(statement.rawPayload), { mergePages: true });
    for (const fact of ['BR001', 'P001', '前刹车片']) expect(text.replaceAll(/\s/g, '')).toContain(fact);
  });
});

describe('giving back', () => {
  test('returns to stock at the cost at which it went out, whatever the average became since', async () => {
    const order = await buildOrderWithParts(server, shop, [{ qtyMilli: 2000 }]);
    const lineId = order.lineIds[0] ?? '';
    await order.issue(lineId, 2000);
    const arrival = { supplier: '厂家', lines: [{ partId: shop.partId, qtyMilli: 2000, unitCostFen: 22_000 }] };
    await (await shop.as('parts_clerk')).command('/goods-receipts', arrival);
    expect(await stockOf(shop.partId)).toMatchObject({ onHand: 10_000, cost: 14_000 });
    await order.act('parts_clerk', `lines/${lineId}/return`, { qtyMilli: 1000, reason: '型号不符' });
    const back = (await movements(shop.partId)).at(-1);
    expect(back).toMatchObject({ kind: 'return', qty_milli: 1000, unit_cost_fen: 12_000, reason: '型号不符' });
    expect(await stockOf(shop.partId)).toMatchObject({ onHand: 11_000, cost: Math.round((10 * 14_000 + 12_000) / 11) });
    expect(await lineOf(order.orderId, lineId)).toMatchObject({ state: 'issued', issued: 1000 });
  });

  test('no more than went out, and only with a reason', async () => {
    const order = await buildOrderWithParts(server, shop, [{}]);
    const lineId = order.lineIds[0] ?? '';
    await order.issue(lineId, 1000);
    const clerk = await shop.as('parts_clerk');
    const path = `/orders/${order.orderId}/lines/${lineId}/return`;
    expect((await clerk.command(path, { qtyMilli: 1001, reason: '多领' })).json()).toMatchObject({
      code: 'return_above_issued',
    });
    expect((await clerk.command(path, { qtyMilli: 1000, reason: ' ' })).json()).toMatchObject({
      code: 'invalid_input',
      issues: [{ field: 'reason' }],
    });
  });
});

type OldPart = {
  readonly description: string;
  readonly disposition: string | null;
  readonly bagLabel: string | null;
  readonly confirmedAt: string | null;
  readonly shownAt: string | null;
};

describe('the old part of a fitted one', () => {
  const oldParts = async (due: boolean) =>
    (await read<Page<OldPart>>('parts_clerk', `/parts/old-parts?due=${due}`)).items;
  const record = async (order: BuiltOrder) => {
    const part = (await order.view()).lines.find(({ kind }) => kind === 'part');
    await order.act('technician', 'old-parts', {
      lineId: part?.lineId,
      description: '旧刹车片',
      qtyMilli: 1000,
      disposition: 'hazardous_waste',
      bagLabel: 'D-7',
    });
  };

  test('is owed until it is recorded with its bag and where it is disposed of (R303)', async () => {
    const order = await buildRepairOrder(server, { until: 'parts_issued', shop });
    expect(await oldParts(true)).toMatchObject([{ description: '前刹车片', disposition: null }]);
    await record(order);
    expect(await oldParts(true)).toEqual([]);
    expect(await oldParts(false)).toMatchObject([
      { description: '前刹车片', disposition: 'hazardous_waste', bagLabel: 'D-7', confirmedAt: null, shownAt: null },
    ]);
  });

  test('is owed by nobody for oil that was poured in', async () => {
    const clerk = await shop.as('parts_clerk');
    const oil = { code: 'OIL1', name: '机油 5W-40', unit: '升', origin: 'oem', priceFen: 9800, bin: 'F-01' };
    const { id: partId } = (await clerk.command('/catalogue/parts', oil)).json<{ id: string }>();
    const lines = [{ partId, qtyMilli: 9000, unitCostFen: 5000 }];
    await clerk.command('/goods-receipts', { supplier: '厂家', lines });
    const order = await buildOrderWithParts(server, shop, [{ partId, qtyMilli: 4500 }]);
    expect((await order.issue(order.lineIds[0] ?? '', 4500)).statusCode).toBe(200);
    expect(await oldParts(false)).toEqual([]);
  });

  test('is confirmed by the internal check and shown to the customer at the vehicle check (R205, R213)', async () => {
    const order = await buildRepairOrder(server, { until: 'parts_issued', shop });
    await record(order);
    await order.goOn('internally_checked');
    const [confirmed] = await oldParts(false);
    expect([confirmed?.confirmedAt, confirmed?.shownAt]).toEqual([expect.any(String), null]);
    await order.goOn('vehicle_checked');
    expect((await oldParts(false))[0]?.shownAt).toEqual(expect.any(String));
  });
});

test.each([
  ['technician', 'issue'],
  ['advisor', 'issue'],
  ['cashier', 'return'],
  ['supervisor', 'reserve'],
  ['technician', 'backorder'],
] as const)('whoever is %s alone may not %s parts', async (role, way) => {
  const order = await buildOrderWithParts(server, shop, [{}]);
  const bodies = {
    issue: { qtyMilli: 1000, technicianId: (await shop.as('technician')).staffId, signature: signedBy('某人') },
    return: { qtyMilli: 1000, reason: '多领' },
    reserve: {},
    backorder: { eta: null },
  };
  const path = `/orders/${order.orderId}/lines/${order.lineIds[0]}/${way}`;
  const refused = await (await shop.as(role)).command(path, bodies[way]);
  expect([refused.statusCode, refused.json()]).toMatchObject([403, { code: 'forbidden' }]);
});
