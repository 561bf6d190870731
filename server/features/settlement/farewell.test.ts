import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { inStore } from '#db/transaction.ts';
import { createCustomerLink } from '#server/access/customer-link.ts';
import { newId } from '#server/http/call.ts';
import { buildRepairOrder, type BuiltOrder, type Until } from '#server/testing/build-repair-order.ts';
import { normOf } from '#server/testing/order-step.ts';
import { textOf } from '#server/testing/paper-text.ts';
import { startTestServer, type TestServer } from '#server/testing/test-server.ts';

let server: TestServer;

beforeAll(async () => {
  server = await startTestServer();
});
afterAll(() => server.close());

const build = (until: Until): Promise<BuiltOrder> => buildRepairOrder(server, { until });

const paper = async (order: BuiltOrder, name: string): Promise<string> =>
  textOf((await (await order.shop.as('advisor')).query(`/orders/${order.orderId}/papers/${name}`)).rawPayload);

const tick = (order: BuiltOrder, role: 'advisor' | 'cashier', items: readonly string[]) =>
  order.act(role, 'ticks', { items, note: null });

describe('at the desk', () => {
  test('the entries of the service booklet are explained where a booklet was left, and it is known by whom (R233)', async () => {
    const order = await build('vehicle_checked');
    const { entrusted } = await order.view();
    const held = entrusted.some(({ kind }) => kind === 'service_booklet');
    expect((await normOf(order, 'booklet_explained'))?.due).toBe(held);
    await tick(order, 'advisor', ['booklet_explained']);
    expect(await normOf(order, 'booklet_explained')).toMatchObject({ doneAt: expect.any(String) });
  });

  test('the cashier’s thanks and good-bye stand in the record of the visit (R242)', async () => {
    const order = await build('paid');
    expect(await normOf(order, 'cashier_thanked')).toMatchObject({ due: true, doneAt: null });
    await tick(order, 'cashier', ['cashier_thanked']);
    const cashier = await order.shop.as('cashier');
    const person = (await cashier.query('/session')).json<{ person: { name: string } }>().person;
    expect(await normOf(order, 'cashier_thanked')).toMatchObject({
      doneAt: expect.any(String),
      doneByName: person.name,
    });
  });

  test('the statement says who is reached at any time (R250)', async () => {
    const order = await build('in_workshop');
    const hotline = '400-820-1234';
    const admin = await server.addPerson(order.storeId, ['admin']);
    const read = (await admin.query('/store/settings')).json<{ settings: object; version: number }>();
    const changed = await admin.command('/store/settings', {
      version: read.version,
      settings: { ...read.settings, serviceHotline: hotline },
    });
    expect(changed.statusCode).toBe(200);
    await order.goOn('statements_signed');
    const text = await paper(order, 'statement');
    expect(text).toContain(hotline);
  });
});

describe('the car goes home', () => {
  test('no pass without the customer’s signature under what was done and charged (R248)', async () => {
    const order = await build('vehicle_checked');
    await order.act('advisor', 'statements/present', {
      nextServiceOn: '2027-05-24',
      nextServiceKm: 31_000,
      preferredCall: { from: '18:00', to: '20:00', days: 'any' },
    });
    const cashier = await order.shop.as('cashier');
    const answer = await cashier.command(`/orders/${order.orderId}/gate-passes/final`, { collectorId: null });
    expect(answer.json()).toMatchObject({ code: 'statement_unsigned' });
  });

  test('satisfaction, opinion and what else the customer wishes are kept of the hand-over (R251, R253)', async () => {
    const order = await build('pass_issued');
    const itemIds = (await order.view()).entrusted.map(({ itemId }) => itemId);
    await order.act('advisor', 'hand-over', {
      collectorId: null,
      collectorName: '王建国',
      code: null,
      itemIds,
      satisfaction: 4,
      opinion: '等候时间略长',
      otherService: '下次想做四轮定位',
    });
    expect(await order.view()).toMatchObject({
      delivery: { satisfaction: 4, opinion: '等候时间略长', otherService: '下次想做四轮定位' },
    });
  });

  test('the customer is invited to a test ride after the inspector’s pass, not before; by whom is known (R187)', async () => {
    const order = await build('leader_checked');
    const advisor = await order.shop.as('advisor');
    const invite = { items: ['test_ride_offered'], note: null };
    const early = await advisor.command(`/orders/${order.orderId}/ticks`, invite);
    expect(early.json()).toMatchObject({ code: 'norm_ahead', zh: expect.stringContaining('邀请客户试乘试驾') });
    await order.goOn('inspected');
    await tick(order, 'advisor', ['test_ride_offered']);
    const done = { doneAt: expect.any(String), doneByName: 'advisor 一号' };
    expect(await normOf(order, 'test_ride_offered')).toMatchObject(done);
  });

  test('the clean car is shown when it is finished, and by whom is known (R217)', async () => {
    const order = await build('customer_told');
    expect(await normOf(order, 'cleanliness_shown')).toMatchObject({ due: true, doneAt: null });
    await tick(order, 'advisor', ['cleanliness_shown']);
    expect(await normOf(order, 'cleanliness_shown')).toMatchObject({ doneByName: 'advisor 一号' });
  });

  test('the farewell with thanks and the wish for a safe drive is due at the hand-over, never sooner, and by whom is known (R252)', async () => {
    const order = await build('working');
    const advisor = await order.shop.as('advisor');
    const early = await advisor.command(`/orders/${order.orderId}/ticks`, { items: ['farewell'], note: null });
    expect(early.json()).toMatchObject({ code: 'norm_ahead' });
    await order.goOn('handed_over');
    expect(await normOf(order, 'farewell')).toMatchObject({ due: true, doneAt: null });
    await tick(order, 'advisor', ['farewell']);
    expect(await normOf(order, 'farewell')).toMatchObject({ doneAt: expect.any(String), doneByName: 'advisor 一号' });
  });

  test('advice on daily care is due at the hand-over, and ticked by whoever gave it (R254)', async () => {
    const order = await build('pass_issued');
    expect(await normOf(order, 'care_advised')).toMatchObject({ due: true, doneAt: null });
    await tick(order, 'advisor', ['care_advised', 'other_service_asked']);
    expect(await normOf(order, 'care_advised')).toMatchObject({ doneAt: expect.any(String) });
  });

  test('the customer keeps a report with work, hours, parts and inspection, on the own page too (R164, R165, R246)', async () => {
    const order = await build('inspected');
    const text = await paper(order, 'repair_report');
    const { work_done: workDone } = await server.owner.db
      .selectFrom('charge_line')
      .select('work_done')
      .where('order_id', '=', order.orderId)
      .where('work_done', 'is not', null)
      .executeTakeFirstOrThrow();
    for (const fact of ['维修报告', '更换前刹车片', workDone ?? '', '1.00h', '质检员'])
      expect(text).toContain(fact.replaceAll(/\s/g, ''));
    const actor = { kind: 'system', storeId: order.storeId } as const;
    const token = await inStore(server.deps.database, order.storeId, (tx) =>
      createCustomerLink({ tx, now: server.deps.now(), newId, actor }, order.orderId),
    );
    const own = (await server.client({ 'visit-token': token }).query('/visit')).json<{
      papers: readonly { paper: string }[];
    }>();
    expect(own.papers.map((each) => each.paper)).toContain('repair_report');
  });

  test('before anything was worked on there is no report', async () => {
    const order = await build('granted');
    const answer = await (await order.shop.as('advisor')).query(`/orders/${order.orderId}/papers/repair_report`);
    expect(answer.statusCode).toBe(404);
  });
});

describe('a fault found at the vehicle check', () => {
  test('is the shop’s to mend: the line goes back to work under the same grant and costs no more (R283)', async () => {
    const order = await build('customer_told');
    const before = await order.view();
    const line = before.lines.find(({ workState }) => workState !== null);
    await order.act('advisor', 'vehicle-check', {
      result: 'fail',
      items: [{ item: 'explained_on_car', result: 'fail' }],
      failedLines: [{ lineId: line?.lineId, reason: '刹车仍有异响' }],
      oldPartsShown: true,
      kitRemoved: false,
      customerOpinion: '刹车还有声音',
    });
    const after = await order.view();
    expect(after.lines.find(({ lineId }) => lineId === line?.lineId)).toMatchObject({
      workState: 'queued',
      reworkCount: 1,
      grantId: line?.grantId,
      grantedFen: line?.grantedFen,
    });
    expect(after.money).toEqual(before.money);
  });
});
