import { Client } from 'pg';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { customerShape, vehicleShape } from '#db/aggregate/customer-shape.ts';
import { recordRow } from '#db/aggregate/record.ts';
import { snake } from '#db/aggregate/shape.ts';
import { anchorHeads } from '#server/features/record/anchor.ts';
import { buildRepairOrder, type BuiltOrder } from '#server/testing/build-repair-order.ts';
import { buildCar, buildShop, type Shop } from '#server/testing/build-shop.ts';
import { inCall } from '#server/testing/system-call.ts';
import { startTestServer, type TestServer } from '#server/testing/test-server.ts';
import { verifyDatabase, verifyRows } from './verify-database.ts';

let server: TestServer;
let shop: Shop;
let first: BuiltOrder;
let last: BuiltOrder;
let gone: BuiltOrder;
let client: Client;

beforeAll(async () => {
  server = await startTestServer();
  shop = await buildShop(server);
  await openStock();
  first = await buildRepairOrder(server, { until: 'granted', shop, car: await recordedCar() });
  last = await buildRepairOrder(server, { until: 'granted', shop, car: await recordedCar() });
  gone = await buildRepairOrder(server, { until: 'delivered', shop, car: await recordedCar() });
  await (await shop.as('admin')).command('/anchors', {});
  client = new Client({ connectionString: server.urls.ownerUrl });
  await client.connect();
});
afterAll(async () => {
  await client.end();
  await server.close();
});
beforeEach(() => client.query(`begin; set local session_replication_role = 'replica'`));
afterEach(() => client.query('rollback'));

/** Tests file customers and cars without their records; here they get them. */
async function recordedCar() {
  const car = await buildCar(server, shop.storeId);
  for (const [shape, id] of [
    [customerShape, car.customerId],
    [vehicleShape, car.vehicleId],
  ] as const) {
    const root = { [shape.root.id]: id, chainSeq: 0, chainHash: '' };
    const actor = { kind: 'system', storeId: shop.storeId } as const;
    const recorded = {
      storeId: shop.storeId,
      actor,
      at: '2026-11-01T01:00:00.000Z',
      activity: { action: 'file', payload: {} },
    };
    const { activity, chainSeq, chainHash } = recordRow(shape, root, recorded);
    const columns = Object.entries({ storeId: shop.storeId, ...activity });
    const names = columns.map(([name]) => snake(name)).join(', ');
    const places = columns.map((_, index) => `$${index + 1}`).join(', ');
    await server.owner.pool.query(
      `insert into activity (${names}) values (${places})`,
      columns.map(([, value]) => value),
    );
    const change = `update ${shape.root.table} set chain_seq = $1, chain_hash = $2 where ${snake(shape.root.id)} = $3`;
    await server.owner.pool.query(change, [chainSeq, chainHash, id]);
  }
  return car;
}

/** The shop of the tests is given its stock without a movement; here it gets one. */
const openStock = () =>
  server.owner.pool.query(
    `update stock set moved_milli = 0;
     insert into stock_movement (store_id, part_id, movement_id, kind, qty_milli, unit_cost_fen, moved_at)
     select store_id, part_id, part_id, 'opening', on_hand_milli, average_cost_fen, now() from stock`,
  );

describe('verifying the rows of a database', () => {
  test('what was done through the system fits, with a count of everything', async () => {
    const verified = await verifyDatabase(server.urls.ownerUrl);
    expect(verified.problem).toBeNull();
    expect(verified.counts).toMatchObject({
      repair_order: 3,
      'order number': 3,
      anchor: 1,
      'authorization decision': 3,
      statement: 1,
      'statement line': 2,
    });
    expect(verified.counts.signature).toBeGreaterThanOrEqual(2);
  });

  const ofFirst = () => `order_id = '${first.orderId}'`;
  const ofGone = () => `order_id = '${gone.orderId}'`;
  const chain = (order: BuiltOrder) => `aggregate = 'repair_order' and aggregate_id = '${order.orderId}'`;
  const tail = (order: BuiltOrder) => `${chain(order)} and seq = (select max(seq) from activity where ${chain(order)})`;

  const cases: readonly [string, () => string, string, RegExp][] = [
    [
      'a changed byte of a record',
      () => `update activity set payload = payload || ' ' where ${chain(first)} and seq = 2`,
      'activity',
      /does not have this hash/,
    ],
    [
      'another actor of a record',
      () => `update activity set actor_id = '${last.orderId}' where ${chain(first)} and seq = 1`,
      'activity',
      /does not have this hash/,
    ],
    [
      'a record dated differently',
      () => `update activity set at = at + interval '1 second' where ${chain(first)} and seq = 1`,
      'activity',
      /does not have this hash/,
    ],
    ['a deleted last row', () => `delete from activity where ${tail(first)}`, 'repair_order', /its record has/],
    [
      'a deleted last row whose head was mended',
      () => `delete from activity where ${tail(first)};
        update repair_order r set chain_seq = a.seq, chain_hash = a.hash from activity a
        where r.${ofFirst()} and a.${tail(first)}`,
      'activity',
      /anchor 1 saw this row/,
    ],
    [
      'a deleted row in between',
      () => `delete from activity where ${chain(first)} and seq = 2`,
      'activity',
      /row 2 of the chain is missing/,
    ],
    [
      'two rows swapped',
      () => `update activity set seq = 1000 + seq where ${chain(first)} and seq in (1, 2);
        update activity set seq = 1003 - seq where ${chain(first)} and seq > 1000`,
      'activity',
      /previous hash/,
    ],
    ['a deleted order', () => `delete from repair_order where ${ofFirst()}`, 'repair_order', /the order is missing/],
    [
      'the last order deleted and the counter turned back',
      () => `delete from repair_order where ${ofGone()}; delete from activity where ${chain(gone)};
        update counter set value = value - 1 where name = 'repair_order'`,
      'activity',
      /anchor 1 saw this row/,
    ],
    [
      'an order without its record',
      () => `delete from activity where ${chain(first)}`,
      'repair_order',
      /has no record/,
    ],
    ['a deleted anchor', () => `update anchor set anchor_no = 2`, 'anchor', /the anchor before it is missing/],
    ['a changed anchor', () => `update anchor set heads = '[]', head_count = 0`, 'anchor', /does not have this hash/],
    ['altered strokes', () => `update signature set strokes = '[]' where ${ofFirst()}`, 'signature', /strokes/],
    [
      'altered content',
      () => `update authorization_content set content = replace(content, '刹车', '轮胎') where ${ofFirst()}`,
      'authorization_content',
      /does not have this hash/,
    ],
    [
      'content and its hash altered together',
      () => `update authorization_content set content = replace(content, '刹车', '轮胎') where ${ofFirst()};
        update authorization_content set content_hash = encode(sha256(convert_to(content, 'UTF8')), 'hex') where ${ofFirst()}`,
      'authorization_decision',
      /content hash/,
    ],
    [
      'an altered decision',
      () => `update authorization_decision set signatory_name = '李四' where ${ofFirst()}`,
      'authorization_decision',
      /signatory’s name/,
    ],
    [
      'an altered record of a decision',
      () => `update authorization_decision set record = replace(record, 'accept', 'defer') where ${ofFirst()}`,
      'authorization_decision',
      /does not have this hash/,
    ],
    [
      'an altered choice',
      () => `update authorization_choice set choice = 'decline' where ${ofFirst()}`,
      'authorization_decision',
      /choices/,
    ],
    [
      'a deleted decision',
      () => `delete from authorization_decision where ${ofFirst()}`,
      'authorization_version',
      /do not agree/,
    ],
    [
      'an edited grant',
      () => `update authorization_grant set granted_fen = granted_fen + 1 where ${ofFirst()}`,
      'authorization_grant',
      /amount, quantity or payer/,
    ],
    [
      'a grant out of nowhere',
      () =>
        `insert into authorization_grant select store_id, order_id, gen_random_uuid(), gen_random_uuid(), version_id, payer, granted_fen, granted_qty_milli, granted_at from authorization_grant where ${ofFirst()} limit 1`,
      'authorization_grant',
      /as many grants/,
    ],
    [
      'a decision, its content and both hashes altered together',
      () => `update authorization_content set content = replace(content, '刹车', '轮胎') where ${ofFirst()};
        update authorization_content set content_hash = encode(sha256(convert_to(content, 'UTF8')), 'hex') where ${ofFirst()};
        update authorization_decision d set record = replace(d.record, d.record::jsonb ->> 'contentHash', c.content_hash)
          from authorization_content c where c.${ofFirst()} and d.version_id = c.version_id;
        update authorization_decision set record_hash = encode(sha256(convert_to(record, 'UTF8')), 'hex') where ${ofFirst()}`,
      'authorization_content',
      /the record tells/,
    ],
    [
      'strokes and their hash altered together',
      () => `update signature set strokes = '[]', strokes_hash = encode(sha256('[]'), 'hex')
        where ${ofGone()} and purpose = 'part_issue'`,
      'signature',
      /not there any more|tells nothing/,
    ],
    ['an altered payment', () => `update payment set amount_fen = amount_fen - 100`, 'payment', /the record tells/],
    ['a payment taken by another', () => `update payment set taken_by = order_id`, 'payment', /the record tells/],
    ['a deleted payment', () => `delete from payment`, 'payment', /not there any more/],
    [
      'a payment that nobody took',
      () => `insert into payment (store_id, order_id, payment_id, kind, method, amount_fen, taken_at)
        select store_id, order_id, order_id, 'payment', 'cash', 100, now() from repair_order where ${ofFirst()}`,
      'payment',
      /tells nothing of this row/,
    ],
    [
      'a payment moved to other charges',
      () => `update payment_allocation set amount_fen = amount_fen - 1`,
      'statement',
      /was not/,
    ],
    [
      'a credit note that nobody issued',
      () => `insert into credit_note (store_id, order_id, credit_note_id, statement_id, amount_fen, reason, issued_at)
        select store_id, order_id, statement_id, statement_id, 1, '优惠', now() from statement`,
      'credit_note',
      /tells nothing/,
    ],
    [
      'a statement signed by another hand',
      () => `update statement set signed_at = now()`,
      'statement',
      /the record tells/,
    ],
    [
      'a punch moved to another technician',
      () => `update punch set technician_id = (select staff_id from staff where staff_id <> technician_id limit 1)`,
      'punch',
      /the record tells/,
    ],
    [
      'a punch that began earlier',
      () => `update punch set started_at = started_at - interval '1 hour'`,
      'punch',
      /the record tells/,
    ],
    [
      'a punch that ended later',
      () => `update punch set ended_at = ended_at + interval '1 hour'`,
      'punch',
      /tells nothing|the record tells/,
    ],
    ['a deleted punch', () => `delete from punch`, 'punch', /not there any more/],
    [
      'an altered issue',
      () => `update charge_line set issued_qty_milli = issued_qty_milli - 500 where ${ofGone()} and kind = 'part'`,
      'charge_line',
      /the record tells/,
    ],
    [
      'an altered movement of stock',
      () => `update stock_movement set qty_milli = qty_milli - 500 where kind = 'issue'`,
      'stock_movement',
      /the record tells/,
    ],
    [
      'a part drawn by another',
      () => `update stock_movement set technician_id = moved_by where kind = 'issue'`,
      'stock_movement',
      /the record tells/,
    ],
    [
      'stock that its movements do not leave',
      () => `update stock set on_hand_milli = on_hand_milli - 1000`,
      'stock',
      /the record tells/,
    ],
    [
      'a price changed after it was entered',
      () => `update charge_line set amount_fen = amount_fen - 1 where ${ofFirst()}`,
      'charge_line',
      /the record tells/,
    ],
    [
      'a check that had failed',
      () => `update inspection set result = 'fail' where kind = 'final_inspection'`,
      'inspection',
      /the record tells/,
    ],
    [
      'a check by another',
      () => `update inspection set inspector_id = order_id where kind = 'final_inspection'`,
      'inspection',
      /the record tells/,
    ],
    [
      'a grant taken back by nobody',
      () => `insert into grant_revocation (store_id, order_id, grant_id, reason, revoked_at)
        select store_id, order_id, grant_id, '', now() from authorization_grant where ${ofFirst()} limit 1`,
      'grant_revocation',
      /tells nothing/,
    ],
    ['a gate that was never opened', () => `delete from gate_opening`, 'gate_opening', /not there any more/],
    [
      'a pass approved by another',
      () => `update gate_pass set approved_by = order_id`,
      'gate_pass',
      /the record tells/,
    ],
    [
      'a car that stands elsewhere on the wheel',
      () => `update repair_order set step = 'followup' where ${ofFirst()}`,
      'repair_order',
      /the record tells/,
    ],
    ['an altered statement', () => `update statement set total_fen = total_fen - 1`, 'statement', /total/],
    [
      'an altered statement line',
      () => `update statement_line set settled_qty_milli = 2000`,
      'statement_line',
      /differs from what was presented/,
    ],
    [
      'altered words of a statement',
      () => `update statement_content set content = replace(content, '刹车', '轮胎')`,
      'statement_content',
      /does not have this hash/,
    ],
  ];

  test.each(cases)('finds %s', async (...[, tamper, table, what]) => {
    await client.query(tamper());
    const { ok, problem } = await verifyRows(client);
    expect(ok).toBe(false);
    expect(problem).toMatchObject({ table, what: expect.stringMatching(what) });
  });

  test('a user who is stopped by the policies is told, instead of finding nothing', async () => {
    await expect(verifyDatabase(server.urls.appUrl)).rejects.toThrow('as the owner');
  });
});

test('an anchor holds what moved since the one before, and nothing when nothing moved', async () => {
  const anchor = () => inCall(server, shop.storeId, anchorHeads);
  await anchor();
  expect(await anchor()).toBeNull();
  await buildRepairOrder(server, { until: 'received', shop, car: await recordedCar() });
  const next = await anchor();
  expect(next?.headCount).toBe(2);
  const list = (await (await shop.as('admin')).query('/anchors')).json<{ items: object[] }>();
  expect(list.items[0]).toEqual(next);
  expect((await verifyDatabase(server.urls.ownerUrl)).problem).toBeNull();
});
