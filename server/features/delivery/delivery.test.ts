import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { OutputOf } from '#domain/kernel/contract.ts';
import type { gateContracts } from '#domain/delivery/gate.contract.ts';
import { addMinutes } from '#domain/kernel/calendar.ts';
import { asApp } from '#server/testing/as-app.ts';
import { buildRepairOrder, type BuiltOrder, type Until } from '#server/testing/build-repair-order.ts';
import { buildShop, type Shop } from '#server/testing/build-shop.ts';
import { meeting, orderRow } from '#server/testing/meeting.ts';
import { startTestServer, type TestServer } from '#server/testing/test-server.ts';

let server: TestServer;
let shop: Shop;

beforeAll(async () => {
  server = await startTestServer();
  shop = await buildShop(server);
});
afterAll(() => server.close());

const build = (until: Until): Promise<BuiltOrder> => buildRepairOrder(server, { until, shop });

const passOf = ({ orderId }: BuiltOrder) =>
  server.owner.db
    .selectFrom('gate_pass')
    .selectAll()
    .where('order_id', '=', orderId)
    .where('state', '<>', 'void')
    .executeTakeFirstOrThrow();

const openings = ({ orderId }: BuiltOrder) =>
  server.owner.db.selectFrom('gate_opening').selectAll().where('order_id', '=', orderId).execute();

const look = async (code: string) =>
  (await (await shop.as('guard')).query(`/gate/passes/${code}`)).json<OutputOf<typeof gateContracts.pass>>();

const codeOf = (answer: { json: <T>() => T }): string => answer.json<{ code?: string }>().code ?? 'ok';

describe('the gate', () => {
  test('opens once for two guards at once (R230)', async () => {
    const order = await build('handed_over');
    const { code } = await passOf(order);
    expect(await look(code)).toMatchObject({ light: 'green', reason: null, kind: 'final' });
    const second = await server.addPerson(shop.storeId, ['guard']);
    const body = { code, odometerKm: 23_510 };
    const first = await shop.as('guard');
    const open = [first, second].map((guard) => () => guard.command('/gate/openings', body));
    expect((await meeting(server, orderRow(order), open)).map(codeOf).toSorted()).toEqual(['ok', 'pass_used']);
    expect(await openings(order)).toHaveLength(1);
    expect((await order.view()).order.state).toBe('delivered');
    expect(await look(code)).toMatchObject({ light: 'red', reason: { code: 'pass_used' } });
  });

  test('one final pass is out, however many cashiers issue it at once (R230)', async () => {
    const order = await build('paid');
    const second = await server.addPerson(shop.storeId, ['cashier']);
    const path = `/orders/${order.orderId}/gate-passes/final`;
    const issue = [await shop.as('cashier'), second].map(
      (cashier) => () => cashier.command(path, { collectorId: null }),
    );
    expect((await meeting(server, orderRow(order), issue)).map(codeOf).toSorted()).toEqual(['ok', 'pass_exists']);
  });

  test('a second opening is refused by the database itself', async () => {
    const order = await build('delivered');
    const again = `insert into gate_opening select * from gate_opening where order_id = $1`;
    await expect(asApp(server, shop.storeId)(again, [order.orderId])).rejects.toThrow('gate_opening_pkey');
  });

  test('a delivered car has its calls planned, its odometer read and its next service on file (R235, R236, R260)', async () => {
    const order = await build('delivered');
    const { db } = server.owner;
    const calls = await db.selectFrom('follow_up').select('kind').where('order_id', '=', order.orderId).execute();
    expect(calls.map(({ kind }) => kind).toSorted()).toEqual(['quality_call', 'relationship_call']);
    const car = await db
      .selectFrom('vehicle')
      .selectAll()
      .where('vehicle_id', '=', order.vehicleId)
      .executeTakeFirstOrThrow();
    expect(car).toMatchObject({ odometer_km: 23_510, next_service_on: '2027-05-24', next_service_km: 31_000 });
    const due = await db.selectFrom('outreach').select('topic').where('vehicle_id', '=', order.vehicleId).execute();
    expect(due).toEqual([{ topic: 'service_due' }]);
  });

  test('stays shut before the hand-over, and for a code that nobody issued; the guard sees no more of the order', async () => {
    const order = await build('pass_issued');
    const { code } = await passOf(order);
    expect(await look(code)).toMatchObject({ light: 'red', reason: { code: 'not_handed_over' } });
    const refused = await (await shop.as('guard')).command('/gate/openings', { code, odometerKm: null });
    expect(refused.json<{ code: string }>().code).toBe('not_handed_over');
    expect(await openings(order)).toEqual([]);
    expect(await look('NOSUCHCODE')).toMatchObject({ light: 'red', plate: null, reason: { code: 'no_gate_pass' } });
  });
});

describe('passes', () => {
  test('a final pass is refused while another order of the car is open, the shop’s own included', async () => {
    const order = await build('paid');
    await server.owner.db
      .updateTable('repair_order')
      .set({ vehicle_id: order.vehicleId, kind: 'internal' })
      .where('order_id', '=', (await build('received')).orderId)
      .execute();
    const refused = await (
      await shop.as('cashier')
    ).command(`/orders/${order.orderId}/gate-passes/final`, { collectorId: null });
    expect(refused.json<{ code: string }>().code).toBe('other_order_open');
  });

  test('the car goes out and comes back on a temporary pass (R171)', async () => {
    const order = await build('granted');
    await order.act('supervisor', 'gate-passes/temporary', {
      reason: 'sublet',
      collectorName: '李师傅',
      odometerKm: 23_500,
      expectedReturnAt: addMinutes(server.deps.now(), 120),
      unsafe: false,
      unsafeNote: null,
      signature: null,
    });
    const { code } = await passOf(order);
    const out = await (await shop.as('guard')).command('/gate/openings', { code, odometerKm: 23_505 });
    expect(out.statusCode).toBe(200);
    await order.act('guard', 'returned', { odometerKm: 23_530 });
    const readings = await server.owner.db
      .selectFrom('odometer_reading')
      .select(['kind', 'km'])
      .where('vehicle_id', '=', order.vehicleId)
      .where('km', '>', 23_500)
      .orderBy('km')
      .execute();
    expect(readings).toEqual([
      { kind: 'out', km: 23_505 },
      { kind: 'in', km: 23_530 },
    ]);
  });

  test('a collector’s code is answered once and kept only as a hash (R249)', async () => {
    const order = await build('received');
    const asked = { name: '赵六', phone: null, consent: 'one_time_code', evidence: null };
    const { code } = await order.act<{ code: string }>('advisor', 'collectors', asked);
    expect(code).toMatch(/^\d{6}$/);
    const rows = await server.owner.db.selectFrom('collector_authorization').selectAll().execute();
    const receipts = await server.owner.db.selectFrom('command_receipt').selectAll().execute();
    expect(JSON.stringify([rows, receipts])).not.toContain(`"${code}"`);
  });
});
