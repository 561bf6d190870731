import { afterAll, beforeAll, expect, test } from 'vitest';
import { canonicalJson } from '#domain/kernel/canonical-json.ts';
import { presentedContent } from '#domain/authorization/content.ts';
import { sha256 } from '#db/aggregate/record.ts';
import { buildRepairOrder, type BuiltOrder } from '#server/testing/build-repair-order.ts';
import { buildShop, type Shop } from '#server/testing/build-shop.ts';
import { meeting, orderRow } from '#server/testing/meeting.ts';
import { signedBy } from '#server/testing/order-step.ts';
import { acceptance, newLine, newPart, shownVersion } from '#server/testing/order-steps.estimate.ts';
import { startTestServer, type TestServer } from '#server/testing/test-server.ts';
import { tokenIn } from '#server/testing/token-in.ts';

let now = '2026-11-24T01:00:00.000Z';
let server: TestServer;
let shop: Shop;

beforeAll(async () => {
  server = await startTestServer({ now: () => now });
  shop = await buildShop(server);
});
afterAll(() => server.close());

const built = (until: 'reception_done' | 'presented' | 'granted') => buildRepairOrder(server, { until, shop });
const pathOf = ({ orderId }: BuiltOrder, path: string) => `/orders/${orderId}/${path}`;

async function refusalOf(order: BuiltOrder, path: string, body: object = {}) {
  const before = await rowsOf(order);
  const answer = await (await shop.as('advisor')).command(pathOf(order, path), body);
  expect(await rowsOf(order)).toEqual(before);
  return answer.json<{ code: string; status: number }>();
}

/** Everything that a refusal must leave as it was. */
async function rowsOf({ orderId }: BuiltOrder) {
  const of = (table: 'repair_order' | 'authorization_version' | 'charge_line' | 'authorization_grant' | 'activity') =>
    server.owner.db
      .selectFrom(table)
      .selectAll()
      .where(table === 'activity' ? 'aggregate_id' : 'order_id', '=', orderId)
      .execute();
  return [
    await of('repair_order'),
    await of('authorization_version'),
    await of('charge_line'),
    await of('authorization_grant'),
    await of('activity'),
  ].map((rows) => rows.map((row) => JSON.stringify(row)).toSorted());
}

async function stockOf() {
  const row = await server.owner.db
    .selectFrom('stock')
    .select(['on_hand_milli', 'reserved_milli'])
    .where('part_id', '=', shop.partId)
    .executeTakeFirstOrThrow();
  return { onHand: Number(row.on_hand_milli), reserved: Number(row.reserved_milli) };
}

test('an accepted estimate is granted to the fen, its part reserved, the promise kept first and last (R118, R138)', async () => {
  const { reserved } = await stockOf();
  const order = await built('granted');
  const { lines, order: row } = await order.view();
  expect(lines).toMatchObject([
    { kind: 'labour', decision: 'accepted', workState: 'queued', amountFen: 18_000, grantedFen: 18_000 },
    { kind: 'part', decision: 'accepted', partState: 'reserved', grantedFen: 20_000, reservedQtyMilli: 1000 },
  ]);
  expect(row).toMatchObject({
    step: 'dispatch',
    promisedAt: '2026-11-24T05:00:00.000Z',
    firstPromisedAt: '2026-11-24T05:00:00.000Z',
  });
  expect((await stockOf()).reserved - reserved).toBe(1000);
});

test('what was presented is kept byte for byte with its hash, and says what a contract must say (R117, R136, R139)', async () => {
  const order = await built('presented');
  const stored = await server.owner.db
    .selectFrom('authorization_content')
    .select(['content', 'content_hash'])
    .where('order_id', '=', order.orderId)
    .executeTakeFirstOrThrow();
  expect(sha256(stored.content)).toBe(stored.content_hash);
  const content = presentedContent.parse(JSON.parse(stored.content));
  expect(canonicalJson(content)).toBe(stored.content);
  expect(content).toMatchObject({
    store: { name: '测试店' },
    complaint: '刹车时有异响',
    vehicle: { odometerKm: 23_500, vin: expect.stringMatching(/^LSVAL41Z/) },
    totals: { totalFen: 38_000, customerFen: 38_000, grantedBeforeFen: 0, newTotalFen: 38_000 },
    promisedAt: '2026-11-24T05:00:00.000Z',
    choices: { paymentMethod: 'wechat', oldParts: 'leave', washWanted: true },
    terms: expect.stringContaining('未经客户同意'),
  });
});

test('the decision is a record whose hash the next decision carries (process rule 2)', async () => {
  const order = await built('granted');
  await order.act('advisor', 'lines', newLine(order, { description: '更换后刹车片' }));
  await order.act('advisor', 'versions/present');
  const shown = await shownVersion(order);
  await order.act('advisor', `versions/${shown.versionId}/decide`, acceptance(shown));
  const decisions = await server.owner.db
    .selectFrom('authorization_decision as d')
    .innerJoin('authorization_version as v', (join) =>
      join.onRef('v.store_id', '=', 'd.store_id').onRef('v.version_id', '=', 'd.version_id'),
    )
    .select(['d.record', 'd.record_hash', 'd.previous_record_hash'])
    .where('d.order_id', '=', order.orderId)
    .orderBy('v.version_no')
    .execute();
  const [first, second] = decisions;
  expect(first?.previous_record_hash).toBe('');
  expect(second?.previous_record_hash).toBe(first?.record_hash);
  for (const { record, record_hash } of decisions) expect(sha256(record)).toBe(record_hash);
  expect(JSON.parse(second?.record ?? '')).toMatchObject({ previousRecordHash: first?.record_hash, versionNo: 2 });
});

test('of two advisors who present at once one does, and the customer sees one version', async () => {
  const order = await built('presented');
  const { versionId } = await shownVersion(order);
  await order.act('advisor', `versions/${versionId}/withdraw`, { reason: '客户要求改价' });
  const second = await server.addPerson(shop.storeId, ['advisor']);
  const present = [await shop.as('advisor'), second].map(
    (advisor) => () => advisor.command(pathOf(order, 'versions/present'), {}),
  );
  const answers = await meeting(server, orderRow(order), present);
  expect(answers.map(({ statusCode }) => statusCode).toSorted()).toEqual([200, 409]);
  expect(answers.find(({ statusCode }) => statusCode === 409)?.json()).toMatchObject({ code: 'version_open' });
  const { versions } = await order.view();
  expect(versions.map(({ state }) => state)).toEqual(['withdrawn', 'presented']);
});

test('of two decisions at once one counts (R138)', async () => {
  const order = await built('presented');
  const shown = await shownVersion(order);
  const advisor = await shop.as('advisor');
  const decide = () => advisor.command(pathOf(order, `versions/${shown.versionId}/decide`), acceptance(shown));
  const answers = await meeting(server, orderRow(order), [decide, decide]);
  expect(answers.map((answer) => answer.json<{ code?: string }>().code ?? 'ok').toSorted()).toEqual([
    'no_version',
    'ok',
  ]);
  const grants = await server.owner.db
    .selectFrom('authorization_grant')
    .select('grant_id')
    .where('order_id', '=', order.orderId)
    .execute();
  expect(grants).toHaveLength(2);
});

test('a withdrawn version cannot be decided; its lines can be changed and presented anew (R118)', async () => {
  const order = await built('presented');
  const shown = await shownVersion(order);
  await order.act('advisor', `versions/${shown.versionId}/withdraw`, { reason: '客户要求改价' });
  const path = `versions/${shown.versionId}/decide`;
  expect(await refusalOf(order, path, acceptance(shown))).toMatchObject({ code: 'no_version' });
  const [labour] = (await order.view()).lines;
  const { description, flatRateHoursCenti, reason } = newLine(order);
  await order.act('advisor', `lines/${labour?.lineId}`, {
    description,
    flatRateHoursCenti,
    reason,
    qtyMilli: 1000,
    discountFen: 0,
    taxRateBp: null,
    unitPriceFen: 15_000,
    payer: 'customer',
    necessity: 'normal',
    version: labour?.version,
  });
  await order.act('advisor', 'versions/present');
  const again = await shownVersion(order);
  expect(again.contentHash).not.toBe(shown.contentHash);
  expect(
    await refusalOf(order, `versions/${again.versionId}/decide`, acceptance({ ...again, ...shown })),
  ).toMatchObject({ code: 'version_changed' });
  await order.act('advisor', `versions/${again.versionId}/decide`, acceptance(again));
  expect((await order.view()).lines[0]).toMatchObject({ grantedFen: 15_000 });
});

test('nobody adds a grant without the customer’s decision (R138, R174)', async () => {
  const order = await built('presented');
  const shown = await shownVersion(order);
  const path = `versions/${shown.versionId}/decide`;
  const [first = ''] = shown.lineIds;
  const refusals = [
    [{ signature: null }, 'signature_missing'],
    [{ signature: { signedBy: '王建国', strokes: [] } }, 'signature_empty'],
    [{ channel: 'paper', signature: null }, 'paper_missing'],
    [{ channel: 'phone', signature: null, readBack: '同意' }, 'read_back_missing'],
    [{ channel: 'internal', signature: null }, 'not_entrusted'],
    [{ channel: 'customer_page' }, 'forbidden'],
    [{ signatory: { kind: 'owner', name: '赵路人' } }, 'not_entrusted'],
    [{ signatory: { kind: 'fleet_contact', name: '王建国' } }, 'not_entrusted'],
    [{ signatory: { kind: 'service_manager', name: '王建国' } }, 'not_entrusted'],
    [{ choices: [{ lineId: first, choice: 'accept' }] }, 'choices_incomplete'],
    [{ contentHash: 'f'.repeat(64) }, 'version_changed'],
  ] as const;
  for (const [changes, code] of refusals)
    expect(await refusalOf(order, path, acceptance(shown, changes))).toMatchObject({ code });
  const technician = await (await shop.as('technician')).command(pathOf(order, path), acceptance(shown));
  expect(technician.json()).toMatchObject({ code: 'forbidden' });
  expect((await order.view()).lines.every(({ grantId }) => grantId === null)).toBe(true);
});

test('the customer decides on their own page, and only there (R118)', async () => {
  const order = await built('presented');
  const link = await order.act<{ url: string; expiresAt: string }>('advisor', 'links');
  expect(link).toMatchObject({
    url: expect.stringMatching(/^http:\/\/[^/]+\/v\/.{64}$/),
    expiresAt: '2027-01-23T01:00:00.000Z',
  });
  const customer = server.client({ 'visit-token': tokenIn(link.url) });
  const shown = await shownVersion(order);
  const path = pathOf(order, `versions/${shown.versionId}/decide`);
  const onScreen = await customer.command(path, acceptance(shown));
  expect(onScreen.json()).toMatchObject({ code: 'forbidden' });
  const other = await built('presented');
  expect(
    (await customer.command(pathOf(other, `versions/${shown.versionId}/decide`), acceptance(shown))).json(),
  ).toMatchObject({ code: 'not_found' });
  const [first = '', second = ''] = shown.lineIds;
  const chosen = acceptance(shown, {
    channel: 'customer_page',
    choices: [
      { lineId: first, choice: 'decline' },
      { lineId: second, choice: 'defer' },
    ],
  });
  expect((await customer.command(path, chosen)).statusCode).toBe(200);
  expect((await order.view()).lines).toMatchObject([{ decision: 'declined' }, { decision: 'deferred' }]);
});

test('a version that nobody decided in time is over, for screen and page alike (R118)', async () => {
  const order = await built('presented');
  const shown = await shownVersion(order);
  const link = await order.act<{ url: string }>('advisor', 'links');
  const started = now;
  now = '2026-11-27T01:00:00.000Z';
  const path = `versions/${shown.versionId}/decide`;
  expect(await refusalOf(order, path, acceptance(shown))).toMatchObject({ code: 'no_version' });
  now = '2027-02-01T01:00:00.000Z';
  const late = await server
    .client({ 'visit-token': tokenIn(link.url) })
    .command(pathOf(order, path), acceptance(shown));
  now = started;
  expect(late.json()).toMatchObject({ code: 'link_expired' });
});

test('a part that is out of stock is granted and waits for parts (R110, R111)', async () => {
  const order = await built('reception_done');
  await order.act('advisor', 'lines', newPart(order, { qtyMilli: 900_000 }));
  await order.act('advisor', 'promise', { promisedAt: '2026-11-24T09:00:00.000Z' });
  const { order: row } = await order.view();
  await order.act('advisor', 'choices', {
    version: row.version,
    paymentMethod: 'cash',
    oldPartChoice: 'take_away',
    washWanted: false,
    waitsInShop: false,
    deliveryProcedureExplained: true,
  });
  await order.act('advisor', 'versions/present');
  const shown = await shownVersion(order);
  await order.act('advisor', `versions/${shown.versionId}/decide`, acceptance(shown));
  const view = await order.view();
  expect(view.lines).toMatchObject([{ partState: 'backordered', reservedQtyMilli: 0 }]);
  expect(view).toMatchObject({ waits: [{ reason: 'parts', lineId: shown.lineIds[0], endedAt: null }] });
});

test('two cars wanting the last piece: one reserves it, the other waits (process rule 3)', async () => {
  const own = await buildShop(server);
  await server.owner.db
    .updateTable('stock')
    .set({ on_hand_milli: 1000, moved_milli: 1000 })
    .where('part_id', '=', own.partId)
    .execute();
  const orders = [
    await buildRepairOrder(server, { until: 'presented', shop: own }),
    await buildRepairOrder(server, { until: 'presented', shop: own }),
  ];
  await Promise.all(
    orders.map(async (order) => {
      const shown = await shownVersion(order);
      return order.act('advisor', `versions/${shown.versionId}/decide`, acceptance(shown));
    }),
  );
  const states = await Promise.all(orders.map(async (order) => (await order.view()).lines[1]?.partState));
  expect(states.toSorted()).toEqual(['backordered', 'reserved']);
});

test('taking back undone work releases what was reserved (R118)', async () => {
  const order = await built('granted');
  const { reserved } = await stockOf();
  const { lines } = await order.view();
  await order.act('advisor', 'grants/revoke', { lineIds: lines.map(({ lineId }) => lineId), reason: '客户改变主意' });
  expect((await stockOf()).reserved - reserved).toBe(-1000);
  expect((await order.view()).lines).toMatchObject([
    { decision: 'revoked', workState: null },
    { decision: 'revoked', partState: null, reservedQtyMilli: 0 },
  ]);
  const again = { lineIds: [lines[0]?.lineId], reason: '重复' };
  expect(await refusalOf(order, 'grants/revoke', again)).toMatchObject({ code: 'no_grant' });
});

test('cancelling before anything was done closes the order and frees its parts; nothing else can be added (R118)', async () => {
  const order = await built('granted');
  const { reserved } = await stockOf();
  await order.act('advisor', 'cancel', { reason: '客户不修了' });
  expect((await order.view()).order).toMatchObject({ state: 'cancelled', cancelReason: '客户不修了' });
  expect((await stockOf()).reserved - reserved).toBe(-1000);
  expect(await refusalOf(order, 'lines', newLine(order))).toMatchObject({ code: 'wrong_state' });
});

test('a car whose every job was declined is ready to go home (R118)', async () => {
  const order = await built('presented');
  expect(await refusalOf(order, 'close-without-work')).toMatchObject({ code: 'version_open' });
  const shown = await shownVersion(order);
  const declined = shown.lineIds.map((lineId) => ({ lineId, choice: 'decline' }));
  await order.act('advisor', `versions/${shown.versionId}/decide`, acceptance(shown, { choices: declined }));
  await order.act('advisor', 'close-without-work');
  expect((await order.view()).order).toMatchObject({ state: 'ready', readyAt: now });
});

test('a phone decision keeps the text that was read back, and no signature (R118)', async () => {
  const order = await built('presented');
  const shown = await shownVersion(order);
  const readBack = '更换前刹车片一套，合计三百八十元，今天下午五点取车，客户同意';
  const byPhone = acceptance(shown, { channel: 'phone', signature: null, readBack });
  await order.act('advisor', `versions/${shown.versionId}/decide`, byPhone);
  const decision = await server.owner.db
    .selectFrom('authorization_decision')
    .selectAll()
    .where('order_id', '=', order.orderId)
    .executeTakeFirstOrThrow();
  expect(decision).toMatchObject({ channel: 'phone', read_back: readBack, signature_id: null });
  expect(JSON.parse(decision.record)).toMatchObject({ channel: 'phone', readBack, strokesHash: null });
});

test('the presenter decides when entrusted (R138)', async () => {
  const order = await built('presented');
  const shown = await shownVersion(order);
  const signatory = { kind: 'presenter', name: '王先生' };
  const byPresenter = acceptance(shown, { signatory, signature: signedBy('王先生') });
  await order.act('advisor', `versions/${shown.versionId}/decide`, byPresenter);
  expect((await order.view()).lines[0]).toMatchObject({ decision: 'accepted' });
});
