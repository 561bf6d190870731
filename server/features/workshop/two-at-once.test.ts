import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { itemsToCheck } from '#domain/quality/check-items.ts';
import { asApp } from '#server/testing/as-app.ts';
import { buildRepairOrder, type BuiltOrder, type Until } from '#server/testing/build-repair-order.ts';
import { buildShop, type Shop } from '#server/testing/build-shop.ts';
import { colleague } from '#server/testing/colleague.ts';
import { meeting, orderRow } from '#server/testing/meeting.ts';
import { passedItems, signedBy } from '#server/testing/order-step.ts';
import { acceptance, newLine, shownVersion } from '#server/testing/order-steps.estimate.ts';
import { startTestServer, type TestPerson, type TestServer } from '#server/testing/test-server.ts';

let server: TestServer;

beforeAll(async () => {
  server = await startTestServer();
});
afterAll(() => server.close());

const build = (until: Until, shop?: Shop): Promise<BuiltOrder> =>
  buildRepairOrder(server, { until, ...(shop && { shop }) });

async function labourOf({ view }: BuiltOrder) {
  const line = (await view()).lines.find(({ kind }) => kind === 'labour');
  if (!line) throw new Error('no labour line');
  return line;
}

const codeOf = (answer: { statusCode: number; json: <T>() => T }): string =>
  answer.statusCode === 200 ? 'ok' : answer.json<{ code: string }>().code;

async function begin(order: BuiltOrder, by?: TestPerson) {
  const { lineId, version } = await labourOf(order);
  const technician = by ?? (await order.shop.as('technician'));
  return codeOf(
    await technician.command(`/orders/${order.orderId}/lines/${lineId}/start`, { version, bayId: order.bayId }),
  );
}

const punchesOf = (technicianId: string) =>
  server.owner.db
    .selectFrom('punch')
    .select(['order_id as orderId', 'ended_at as endedAt', 'end_reason as endReason'])
    .where('technician_id', '=', technicianId)
    .execute();

const inspection = (changes: object = {}) => ({
  result: 'pass',
  items: passedItems(itemsToCheck('final_inspection')),
  failedLines: [],
  roadTest: { fromKm: 23_500, toKm: 23_505 },
  note: null,
  signature: signedBy('赵检验'),
  ...changes,
});

const inspect = async ({ orderId }: BuiltOrder, by: TestPerson, changes: object = {}) =>
  codeOf(await by.command(`/orders/${orderId}/final-inspection`, inspection(changes)));

/** Two cars dispatched to the one technician, one after the other. */
async function twoCars() {
  const shop = await buildShop(server);
  const first = await build('in_workshop', shop);
  const second = await build('in_workshop', shop);
  const technicianId = (await shop.as('technician')).staffId;
  const start = Date.parse(server.deps.now());
  for (const [index, order] of [first, second].entries()) {
    const at = (hours: number) => new Date(start + hours * 3_600_000).toISOString();
    await order.act('supervisor', `lines/${(await labourOf(order)).lineId}/assign`, {
      bayId: shop.bayId,
      teamId: shop.teamId,
      technicianId,
      plannedFrom: at(index),
      plannedUntil: at(index + 1),
    });
    await order.act('technician', 'accept-car', { matchesReceptionForm: true, note: null });
  }
  return { first, second, technicianId };
}

describe('one pair of hands', () => {
  test('that begins on a second car has paused the first', async () => {
    const { first, second, technicianId } = await twoCars();
    expect(await begin(first)).toBe('ok');
    expect(await begin(second)).toBe('ok');
    expect((await labourOf(first)).workState).toBe('paused');
    expect((await labourOf(second)).workState).toBe('working');
    const punches = await punchesOf(technicianId);
    expect(punches.find(({ orderId }) => orderId === first.orderId)?.endReason).toBe('superseded');
    expect(punches.find(({ orderId }) => orderId === second.orderId)?.endedAt).toBeNull();
  });

  test('that begins on two cars at the same moment never works on both', async () => {
    const { first, second, technicianId } = await twoCars();
    const codes = await Promise.all([begin(first), begin(second)]);
    expect(codes).toContain('ok');
    const open = (await punchesOf(technicianId)).filter(({ endedAt }) => endedAt === null);
    expect(open).toHaveLength(1);
    const states = [(await labourOf(first)).workState, (await labourOf(second)).workState];
    expect(states.filter((state) => state === 'working')).toHaveLength(1);
  });

  test('that presses start twice at once has begun once', async () => {
    const order = await build('dispatched');
    const codes = await meeting(server, orderRow(order), [() => begin(order), () => begin(order)]);
    expect(codes.toSorted()).toEqual(['ok', 'stale_version']);
    expect(await punchesOf((await order.shop.as('technician')).staffId)).toHaveLength(1);
  });
});

describe('a grant that is taken back at the moment its work begins', () => {
  test('covers no work, or stays: never both (R138)', async () => {
    const order = await build('dispatched');
    const { lineId } = await labourOf(order);
    const advisor = await order.shop.as('advisor');
    const revoke = async () =>
      codeOf(
        await advisor.command(`/orders/${order.orderId}/grants/revoke`, { lineIds: [lineId], reason: '客户改变主意' }),
      );
    const [begun, revoked] = await meeting(server, orderRow(order), [() => begin(order), revoke]);
    expect([
      ['ok', 'wrong_state'],
      ['grant_revoked', 'ok'],
      ['stale_version', 'ok'],
    ]).toContainEqual([begun, revoked]);
    const { workState, decision } = await labourOf(order);
    expect({ workState, decision }).toEqual(
      begun === 'ok' ? { workState: 'working', decision: 'accepted' } : { workState: null, decision: 'revoked' },
    );
  });
});

describe('the final inspection', () => {
  test('is refused to whoever worked on the order, and by the database as well (R183)', async () => {
    const shop = await buildShop(server);
    const both = await colleague(server, shop, ['technician', 'inspector']);
    const order = await build('in_workshop', {
      ...shop,
      as: (role) => (role === 'technician' ? Promise.resolve(both) : shop.as(role)),
    });
    await order.goOn('leader_checked');
    expect(await inspect(order, both)).toBe('worked_on_order');
    const passing = `insert into participation (store_id, order_id, staff_id, capacity, since)
      values ($1, $2, $3, 'final_inspection', now())`;
    await expect(asApp(server, shop.storeId)(passing, [shop.storeId, order.orderId, both.staffId])).rejects.toThrow(
      'participation_inspector_did_not_work',
    );
    expect(await inspect(order, await shop.as('inspector'))).toBe('ok');
  });

  test('lets its inspector not work on the order afterwards (R183)', async () => {
    const shop = await buildShop(server);
    const both = await colleague(server, shop, ['technician', 'inspector']);
    const order = await build('leader_checked', shop);
    expect(await inspect(order, both)).toBe('ok');
    await addOn(order);
    const line = (await order.view()).lines.findLast(({ kind }) => kind === 'labour');
    const now = server.deps.now();
    await order.act('supervisor', `lines/${line?.lineId}/assign`, {
      bayId: shop.bayId,
      teamId: shop.teamId,
      technicianId: both.staffId,
      plannedFrom: now,
      plannedUntil: new Date(Date.parse(now) + 3_600_000).toISOString(),
    });
    const path = `/orders/${order.orderId}/lines/${line?.lineId}/start`;
    const refused = await both.command(path, { version: line?.version, bayId: shop.bayId });
    expect(refused.json<{ code: string; zh: string }>()).toMatchObject({
      code: 'inspected_order',
      zh: expect.stringContaining('总检'),
    });
  });

  test('by two inspectors at once counts once', async () => {
    const order = await build('leader_checked');
    const second = await server.addPerson(order.storeId, ['inspector']);
    const first = await order.shop.as('inspector');
    const codes = await meeting(server, orderRow(order), [() => inspect(order, first), () => inspect(order, second)]);
    expect(codes.toSorted()).toEqual(['ok', 'wrong_state']);
    expect(await standing(order)).toEqual(['final_inspection']);
  });

  test('holds no longer when an add-on is accepted, and the car must pass again (R188)', async () => {
    const order = await build('inspected');
    await addOn(order);
    const { order: row, lines } = await order.view();
    expect(row).toMatchObject({ state: 'open', step: 'work' });
    expect(await standing(order)).toEqual([]);
    expect(lines.filter(({ kind }) => kind === 'labour').map(({ workState }) => workState)).toEqual([
      'inspected',
      'queued',
    ]);
    expect(await inspect(order, await order.shop.as('inspector'))).toBe('lines_unfinished');
  });

  test('and an add-on accepted at the same moment leave no car ready with work undone', async () => {
    const order = await build('leader_checked');
    const accept = await presented(order);
    const inspector = await order.shop.as('inspector');
    const [, inspected] = await meeting<unknown>(server, orderRow(order), [accept, () => inspect(order, inspector)]);
    expect(['ok', 'lines_unfinished']).toContain(inspected);
    expect((await order.view()).order.state).toBe('open');
    expect(await standing(order)).toEqual([]);
  });
});

/** An add-on before the customer; answers how it is accepted. */
async function presented(order: BuiltOrder) {
  await order.act('advisor', 'lines', newLine(order, { description: '更换后刹车片' }));
  const promisedAt = new Date(Date.parse(server.deps.now()) + 6 * 3_600_000).toISOString();
  await order.act('advisor', 'promise', { promisedAt });
  await order.act('advisor', 'versions/present');
  const shown = await shownVersion(order);
  return () => order.act('advisor', `versions/${shown.versionId}/decide`, acceptance(shown));
}

async function addOn(order: BuiltOrder): Promise<void> {
  await (
    await presented(order)
  )();
}

/** Inspections of the whole car that hold. */
async function standing({ orderId }: BuiltOrder) {
  const rows = await server.owner.db
    .selectFrom('inspection')
    .select('kind')
    .where('order_id', '=', orderId)
    .where('line_id', 'is', null)
    .where('voided_at', 'is', null)
    .execute();
  return rows.map(({ kind }) => kind);
}
