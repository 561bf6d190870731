import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { addMinutes } from '#domain/kernel/calendar.ts';
import type { StaffRole } from '#domain/kernel/role.ts';
import { itemsToCheck } from '#domain/quality/check-items.ts';
import type { VisitView } from '#domain/repair-order/visit-view.contract.ts';
import { newId } from '#server/http/call.ts';
import { asApp } from '#server/testing/as-app.ts';
import { buildRepairOrder, type BuiltOrder, type Until } from '#server/testing/build-repair-order.ts';
import { buildShop } from '#server/testing/build-shop.ts';
import { colleague } from '#server/testing/colleague.ts';
import { passedItems, signedBy } from '#server/testing/order-step.ts';
import { startTestServer, type TestPerson, type TestServer } from '#server/testing/test-server.ts';

let server: TestServer;

beforeAll(async () => {
  server = await startTestServer();
});
afterAll(() => server.close());

/** An order so far, in a shop where one inspector holds another role too. */
async function built(until: Until, besides: StaffRole) {
  const shop = await buildShop(server);
  const both = await colleague(server, shop, ['inspector', besides]);
  return { shop, both, order: await buildRepairOrder(server, { until, shop }) };
}

const inspection = (changes: object = {}) => ({
  result: 'pass',
  items: passedItems(itemsToCheck('final_inspection')),
  failedLines: [],
  roadTest: { fromKm: 23_500, toKm: 23_505 },
  note: null,
  signature: signedBy('赵检验'),
  ...changes,
});

async function inspect(by: TestPerson, { orderId }: BuiltOrder, changes: object = {}): Promise<string> {
  const answer = await by.command(`/orders/${orderId}/final-inspection`, inspection(changes));
  return answer.statusCode === 200 ? 'ok' : answer.json<{ code: string }>().code;
}

async function workedLine({ view }: BuiltOrder) {
  const line = (await view()).lines.find(({ workState }) => workState !== null);
  if (!line) throw new Error('no worked line');
  return line;
}

/** The line that came back is dispatched to this person, who works and finishes it; the leader checks it. */
async function rework(order: BuiltOrder, by: TestPerson): Promise<void> {
  const now = server.deps.now();
  const plan = { bayId: order.bayId, teamId: order.teamId, plannedFrom: now, plannedUntil: addMinutes(now, 60) };
  const { lineId } = await workedLine(order);
  await order.act('supervisor', `lines/${lineId}/assign`, { ...plan, technicianId: by.staffId });
  const { version } = await workedLine(order);
  const path = `/orders/${order.orderId}/lines/${lineId}/start`;
  expect((await by.command(path, { version, bayId: order.bayId })).statusCode).toBe(200);
  const workDone = '重新调整卡钳，试车正常';
  const selfCheck = passedItems(itemsToCheck('self_check'));
  const finish = { version: (await workedLine(order)).version, workDone, selfCheck };
  expect((await by.command(`/orders/${order.orderId}/lines/${lineId}/finish`, finish)).statusCode).toBe(200);
  await order.act('team_leader', `lines/${lineId}/leader-check`, {
    version: (await workedLine(order)).version,
    result: 'pass',
    items: passedItems(itemsToCheck('leader_check')),
    advice: null,
    signature: signedBy('team_leader 一号'),
  });
}

describe('an inspector who failed the car', () => {
  test('may work on it then, but another inspector passes it: button, command and database say so (R183, R188)', async () => {
    const { both, order, shop } = await built('leader_checked', 'technician');
    const { lineId } = await workedLine(order);
    const failed = { result: 'fail', failedLines: [{ lineId, reason: '路试仍有异响' }] };
    expect(await inspect(both, order, failed)).toBe('ok');
    await rework(order, both);
    expect(await inspect(both, order)).toBe('worked_on_order');
    const { actions } = (await both.query(`/orders/${order.orderId}`)).json<VisitView>();
    expect(actions.find(({ action }) => action === 'final_inspect')?.disabled?.code).toBe('worked_on_order');
    const bySql = asApp(server, shop.storeId);
    const who = [shop.storeId, order.orderId, both.staffId];
    const passed = `insert into inspection (store_id, order_id, inspector_id, inspection_id, kind, result, inspected_at)
      values ($1, $2, $3, $4, 'final_inspection', 'pass', now())`;
    await expect(bySql(passed, [...who, newId()])).rejects.toMatchObject({ constraint: 'inspection_by_inspector' });
    const pretended = `insert into participation (store_id, order_id, staff_id, capacity, since)
      values ($1, $2, $3, 'final_inspection', now())`;
    await expect(bySql(pretended, who)).rejects.toMatchObject({ constraint: 'participation_inspector_did_not_work' });
    const driven = { roadTest: { fromKm: 23_505, toKm: 23_508 } };
    expect(await inspect(await shop.as('inspector'), order, driven)).toBe('ok');
  });
});

describe('whoever had a hand in the parts of an order', () => {
  test('by giving them out does not inspect it (R183)', async () => {
    const { both, order, shop } = await built('dispatched', 'parts_clerk');
    const part = (await order.view()).lines.find(({ kind }) => kind === 'part');
    const technicianId = (await shop.as('technician')).staffId;
    const issue = { qtyMilli: 1000, technicianId, signature: signedBy('technician 一号') };
    const given = await both.command(`/orders/${order.orderId}/lines/${part?.lineId}/issue`, issue);
    expect(given.statusCode).toBe(200);
    await order.goOn('leader_checked');
    expect(await inspect(both, order)).toBe('worked_on_order');
  });

  test('by drawing them does not inspect it (R183)', async () => {
    const { both, order } = await built('dispatched', 'technician');
    const part = (await order.view()).lines.find(({ kind }) => kind === 'part');
    const issue = { qtyMilli: 1000, technicianId: both.staffId, signature: signedBy('多面手') };
    await order.act('parts_clerk', `lines/${part?.lineId}/issue`, issue);
    await order.goOn('leader_checked');
    expect(await inspect(both, order)).toBe('worked_on_order');
  });
});

test('the database takes no work and no issue of parts by anyone who does not stand among the hands of the order (R183)', async () => {
  const { both, order, shop } = await built('working', 'technician');
  const bySql = asApp(server, shop.storeId);
  const who = [both.staffId, order.orderId];
  const punch = `insert into punch (store_id, order_id, punch_id, line_id, grant_id, technician_id, started_at, ended_at, end_reason)
    select store_id, order_id, gen_random_uuid(), line_id, grant_id, $1, started_at, started_at, 'finished' from punch where order_id = $2`;
  await expect(bySql(punch, who)).rejects.toMatchObject({ constraint: 'punch_by_worker' });
  const returned = `with back as (
      insert into stock_movement select store_id, part_id, gen_random_uuid(), 'return', -qty_milli, unit_cost_fen, null,
        order_id, line_id, grant_id, null, null, null, '误领', moved_by, moved_at from stock_movement where order_id = $1
        returning part_id, qty_milli)
    update stock s set on_hand_milli = s.on_hand_milli + b.qty_milli from back b where s.part_id = b.part_id`;
  const issued = `insert into stock_movement select store_id, part_id, gen_random_uuid(), kind, qty_milli, unit_cost_fen, null,
      order_id, line_id, grant_id, slip_no, $1, signature_id, reason, moved_by, moved_at from stock_movement
      where order_id = $2 and kind = 'issue'`;
  await bySql(returned, [order.orderId]);
  await expect(bySql(issued, who)).rejects.toMatchObject({ constraint: 'stock_issue_by_worker' });
});
