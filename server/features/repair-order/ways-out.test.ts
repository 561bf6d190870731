import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { addMinutes } from '#domain/kernel/calendar.ts';
import type { RepairOrder } from '#domain/repair-order/repair-order.ts';
import { buildRepairOrder, type BuiltOrder, type Until } from '#server/testing/build-repair-order.ts';
import { buildShop } from '#server/testing/build-shop.ts';
import { acceptance, choices, newLine, newPart, shownVersion } from '#server/testing/order-steps.estimate.ts';
import { settlementSteps } from '#server/testing/order-steps.settlement.ts';
import { workshopSteps } from '#server/testing/order-steps.workshop.ts';
import { startTestServer, type TestServer } from '#server/testing/test-server.ts';

let server: TestServer;

beforeAll(async () => {
  server = await startTestServer();
});
afterAll(() => server.close());

const build = async (until: Until, kind: RepairOrder['kind'] = 'customer'): Promise<BuiltOrder> =>
  buildRepairOrder(server, { until, kind, shop: await buildShop(server) });

const steps = { ...workshopSteps, ...settlementSteps };

/** Takes an order through steps of the process, whatever its estimate was. */
async function take(order: BuiltOrder, ...names: readonly (keyof typeof steps)[]): Promise<void> {
  for (const name of names) await steps[name](order);
}

const working = ['in_workshop', 'dispatched', 'working'] as const;
const checking = ['leader_checked', 'inspected', 'internally_checked', 'customer_told', 'vehicle_checked'] as const;
const leaving = ['pass_issued', 'handed_over', 'delivered'] as const;

async function later(order: BuiltOrder): Promise<void> {
  await order.act('advisor', 'promise', { promisedAt: addMinutes(server.deps.now(), 240) });
  await order.act('advisor', 'choices', { ...choices, version: (await order.view()).order.version });
}

/** Shows the customer what the draft holds, and keeps the choice for all of it. */
async function decide(order: BuiltOrder, choice: 'accept' | 'decline'): Promise<void> {
  await later(order);
  await order.act('advisor', 'versions/present');
  const shown = await shownVersion(order);
  const chosen = shown.lineIds.map((lineId) => ({ lineId, choice }));
  await order.act('advisor', `versions/${shown.versionId}/decide`, acceptance(shown, { choices: chosen }));
}

/** What the advisor is told. */
async function refusalOf(order: BuiltOrder, path: string, body: object): Promise<string> {
  const answer = await (await order.shop.as('advisor')).command(`/orders/${order.orderId}/${path}`, body);
  return answer.json<{ code: string }>().code;
}

/** What the technician is told on going on with a line. */
async function resume(order: BuiltOrder, line: { lineId: string; version: number } | undefined): Promise<string> {
  const path = `/orders/${order.orderId}/lines/${line?.lineId}/resume`;
  return (await (await order.shop.as('technician')).command(path, { version: line?.version })).json<{ code: string }>()
    .code;
}

const passOf = ({ orderId }: BuiltOrder) =>
  server.owner.db
    .selectFrom('gate_pass')
    .selectAll()
    .where('order_id', '=', orderId)
    .where('state', '=', 'issued')
    .executeTakeFirstOrThrow();

const stateOf = async ({ view }: BuiltOrder) => (await view()).order.state;

/** What each payer was asked for. */
async function charged({ view }: BuiltOrder): Promise<Record<string, number>> {
  return Object.fromEntries((await view()).statements.map(({ payer, totalFen }) => [payer, totalFen]));
}

async function handOver(order: BuiltOrder, changes: object = {}) {
  return {
    collectorId: null,
    collectorName: '王建国',
    code: null,
    itemIds: (await order.view()).entrusted.map(({ itemId }) => itemId),
    satisfaction: 5,
    opinion: null,
    otherService: null,
    ...changes,
  };
}

describe('a car leaves', () => {
  test('as it came when everything was declined: nothing charged, key back, gate open', async () => {
    const order = await build('reception_done');
    await order.act('advisor', 'lines', newLine(order));
    await decide(order, 'decline');
    if ((await stateOf(order)) === 'open') await order.act('advisor', 'close-without-work');
    await order.act('cashier', 'gate-passes/final', { collectorId: null });
    expect((await (await order.shop.as('washer')).query('/home/washer')).json()).toEqual({ toWash: [], toPark: [] });
    expect(await passOf(order)).toMatchObject({ reason: 'nothing_done' });
    await take(order, 'handed_over', 'delivered');
    expect(await stateOf(order)).toBe('delivered');
    expect(await charged(order)).toEqual({});
  });

  test('after the diagnosis alone: its fee, accepted beforehand, is all that is charged (R090)', async () => {
    const order = await build('reception_done');
    await order.act('advisor', 'lines', newLine(order, { kind: 'diagnosis', description: '制动异响诊断' }));
    await decide(order, 'accept');
    await order.act('advisor', 'copies');
    await take(order, ...working, 'finished');
    await order.act('advisor', 'lines', newLine(order));
    await decide(order, 'decline');
    await take(order, ...checking, 'statements_signed', 'paid', ...leaving);
    expect(await stateOf(order)).toBe('delivered');
    expect(await charged(order)).toEqual({ customer: 18_000 });
  });

  test('when the customer cancels before anything was done: its advisor has it on the list until it left', async () => {
    const order = await build('reception_done');
    await order.act('advisor', 'cancel', { reason: '客户临时有事' });
    expect(await stateOf(order)).toBe('cancelled');
    const advisor = await order.shop.as('advisor');
    const waiting = async () => (await advisor.query('/home/advisor')).json().waitingForMe;
    expect(await waiting()).toMatchObject([{ orderId: order.orderId, zh: '交还证件钥匙并送行' }]);
    await order.act('cashier', 'gate-passes/final', { collectorId: null });
    await take(order, 'handed_over', 'delivered');
    expect(await waiting()).toEqual([]);
  });

  test('when the customer cancels in mid-work: what was done is checked and charged, the rest is not (R118)', async () => {
    const order = await build('reception_done');
    await order.act('advisor', 'lines', newLine(order));
    await order.act('advisor', 'lines', newLine(order, { description: '更换后刹车片' }));
    await decide(order, 'accept');
    await order.act('advisor', 'copies');
    await take(order, 'in_workshop');
    await begin(order, 0);
    expect(await refusalOf(order, 'cancel', { reason: '客户急用车' })).toBe('work_running');
    await pause(order, 0);
    await order.act('advisor', 'cancel', { reason: '客户急用车' });
    const lines = (await order.view()).lines.map(({ decision, workState }) => [decision, workState]);
    expect(lines).toEqual([
      ['revoked', 'self_checked'],
      ['revoked', null],
    ]);
    expect(await refusalOf(order, 'lines', newLine(order))).toBe('order_cancelled');
    const { actions } = await order.view();
    expect(actions.find(({ action }) => action === 'add_line')?.disabled?.zh).toContain('新开工单');
    await take(order, ...checking, 'statements_signed', 'paid', ...leaving);
    expect(await stateOf(order)).toBe('delivered');
    expect(await charged(order)).toEqual({ customer: 18_000 });
  });

  test('under warranty: the manufacturer is charged, the customer signs for nothing and pays nothing', async () => {
    const order = await build('reception_done');
    const { id: lineId } = await order.act('advisor', 'lines', newLine(order));
    const version = (await order.view()).lines[0]?.version;
    await order.act('advisor', `lines/${lineId}/warranty`, {
      version,
      state: 'covered',
      reason: '质保期内，材料缺陷',
      toldCustomer: true,
      fallbackPayer: 'customer',
    });
    await decide(order, 'accept');
    await order.act('advisor', 'copies');
    await take(order, ...working, 'finished', ...checking, 'statements_signed', ...leaving);
    expect(await stateOf(order)).toBe('delivered');
    expect(await charged(order)).toEqual({ manufacturer: 18_000, customer: 0 });
  });

  test('of the dealership itself: the service manager grants, and nobody else can', async () => {
    const order = await build('received', 'internal');
    expect(await refusalOf(order, 'lines', newLine(order))).toBe('payer_internal');
    await order.act('advisor', 'lines', newLine(order, { payer: 'internal' }));
    await order.act('advisor', 'promise', { promisedAt: addMinutes(server.deps.now(), 240) });
    await order.act('advisor', 'versions/present');
    const shown = await shownVersion(order);
    const path = `versions/${shown.versionId}/decide`;
    expect(await refusalOf(order, path, acceptance(shown))).toBe('not_entrusted');
    const internal = { channel: 'internal', signatory: { kind: 'service_manager', name: 'service_manager 一号' } };
    expect(await refusalOf(order, path, acceptance(shown, internal))).toBe('forbidden');
    await order.act('service_manager', path, acceptance(shown, internal));
    expect((await order.view()).lines).toMatchObject([{ decision: 'accepted', workState: 'queued' }]);
  });
});

describe('somebody else fetches the car', () => {
  test('with the code that the customer passed on, once (R249)', async () => {
    const order = await build('paid');
    const asked = { name: '赵六', phone: null, consent: 'one_time_code', evidence: null };
    const { id: collectorId, code } = await order.act<{ id: string; code: string }>('advisor', 'collectors', asked);
    await order.act('cashier', 'gate-passes/final', { collectorId });
    const collector = { collectorId, collectorName: '赵六' };
    const stranger = await handOver(order, { collectorName: '李四' });
    expect(await refusalOf(order, 'hand-over', stranger)).toBe('collector_not_authorized');
    const guessed = code === '000000' ? '111111' : '000000';
    const wrong = await handOver(order, { ...collector, code: guessed });
    expect(await refusalOf(order, 'hand-over', wrong)).toMatch(/^collector/);
    await order.act('advisor', 'hand-over', await handOver(order, { ...collector, code }));
    await take(order, 'delivered');
    expect(await stateOf(order)).toBe('delivered');
    const { passes, entrusted } = await order.view();
    expect(passes).toMatchObject([{ state: 'used', collectorName: '赵六' }]);
    expect(entrusted).toMatchObject([{ description: '车钥匙', returnedTo: '赵六' }]);
  });
});

describe('while parts are awaited', () => {
  test('the car goes home on a temporary pass, and the work goes on when both are back', async () => {
    const order = await build('reception_done');
    const { id: labourId } = await order.act('advisor', 'lines', newLine(order));
    await order.act('advisor', 'lines', newPart(order, { parentLineId: labourId }));
    await decide(order, 'accept');
    await order.act('advisor', 'copies');
    await take(order, 'in_workshop');
    await begin(order, 0);
    await pause(order, 0);
    await order.act('supervisor', 'gate-passes/temporary', {
      reason: 'parts_awaited',
      collectorName: '王建国',
      odometerKm: 23_500,
      expectedReturnAt: addMinutes(server.deps.now(), 2880),
      unsafe: false,
      unsafeNote: null,
      signature: null,
    });
    const { code } = await passOf(order);
    const out = await (await order.shop.as('guard')).command('/gate/openings', { code, odometerKm: 23_505 });
    expect(out.statusCode).toBe(200);
    const line = (await order.view()).lines[0];
    expect(await resume(order, line)).toBe('vehicle_away');
    const { wait_id } = await waitFor(order, 'vehicle_away');
    expect(await refusalOf(order, `waits/${wait_id}/end`, {})).toBe('vehicle_away');
    await order.act('guard', 'returned', { odometerKm: 23_580 });
    expect(await resume(order, line)).toBe('line_waiting');
    await take(order, 'parts_issued');
    await endWaits(order);
    const again = (await order.view()).lines[0];
    await order.act('technician', `lines/${line?.lineId}/resume`, { version: again?.version });
    await take(order, 'finished', 'leader_checked');
    expect((await order.view()).lines[0]?.workState).toBe('leader_checked');
  });
});

/** Dispatches a line now and begins it. */
async function begin(order: BuiltOrder, index: number): Promise<void> {
  const line = (await order.view()).lines[index];
  const now = server.deps.now();
  await order.act('supervisor', `lines/${line?.lineId}/assign`, {
    bayId: order.bayId,
    teamId: order.teamId,
    technicianId: (await order.shop.as('technician')).staffId,
    plannedFrom: now,
    plannedUntil: addMinutes(now, 60),
  });
  await order.act('technician', 'accept-car', { matchesReceptionForm: true, note: null });
  const version = (await order.view()).lines[index]?.version;
  await order.act('technician', `lines/${line?.lineId}/start`, { version, bayId: order.bayId });
}

async function pause(order: BuiltOrder, index: number): Promise<void> {
  const line = (await order.view()).lines[index];
  const body = { version: line?.version, reason: 'parts', note: '等待配件' };
  await order.act('technician', `lines/${line?.lineId}/pause`, body);
}

const waitFor = ({ orderId }: BuiltOrder, reason: 'vehicle_away') =>
  server.owner.db
    .selectFrom('wait')
    .select('wait_id')
    .where('order_id', '=', orderId)
    .where('reason', '=', reason)
    .executeTakeFirstOrThrow();

async function endWaits(order: BuiltOrder): Promise<void> {
  const rows = await server.owner.db
    .selectFrom('wait')
    .select('wait_id')
    .where('order_id', '=', order.orderId)
    .where('ended_at', 'is', null)
    .execute();
  for (const { wait_id } of rows) await order.act('supervisor', `waits/${wait_id}/end`);
}
