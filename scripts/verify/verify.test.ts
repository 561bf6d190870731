import { Client } from 'pg';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { customerShape, vehicleShape } from '#db/aggregate/customer-shape.ts';
import { recordRow, sha256 } from '#db/aggregate/record.ts';
import { snake } from '#db/aggregate/shape.ts';
import { anchorHeads } from '#server/features/record/anchor.ts';
import { buildRepairOrder, type BuiltOrder } from '#server/testing/build-repair-order.ts';
import { buildCar, buildShop, type Shop } from '#server/testing/build-shop.ts';
import { inCall } from '#server/testing/system-call.ts';
import { startTestServer, type TestServer } from '#server/testing/test-server.ts';
import { canonical } from './canonical.ts';
import { verifyDatabase, verifyRows } from './verify-database.ts';

let server: TestServer;
let shop: Shop;
let first: BuiltOrder;
let last: BuiltOrder;
let client: Client;

beforeAll(async () => {
  server = await startTestServer();
  shop = await buildShop(server);
  first = await buildRepairOrder(server, { until: 'granted', shop, car: await recordedCar() });
  last = await buildRepairOrder(server, { until: 'granted', shop, car: await recordedCar() });
  await state(first);
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

/** A statement of an order’s first granted line, as settling writes it. */
async function state({ orderId, storeId }: BuiltOrder): Promise<void> {
  const line = { amountFen: 18_000, grantedFen: 18_000, qtyMilli: 1000, taxFen: 2071, taxRateBp: 1300 };
  const { rows } = await server.owner.pool.query<{ line_id: string; grant_id: string; fen: number }>(
    'select line_id, grant_id, granted_fen as fen from authorization_grant where order_id = $1 order by granted_at, grant_id limit 1',
    [orderId],
  );
  const [grant] = rows;
  if (!grant) throw new Error('nothing is granted');
  const fen = Number(grant.fen);
  const told = { ...line, amountFen: fen, grantedFen: fen, lineId: grant.line_id };
  const content = canonical({
    statementNo: 'JS1',
    payer: 'customer',
    fees: { totalFen: fen, taxFen: 2071 },
    lines: [told],
  });
  await server.owner.pool.query(
    `with s as (insert into statement (store_id, order_id, statement_id, statement_no, payer, state, total_fen, tax_fen, created_at)
       values ($1, $2, $2, 'JS1', 'customer', 'presented', $5, 2071, now())),
     c as (insert into statement_content (store_id, order_id, statement_id, content, content_hash) values ($1, $2, $2, $6, $7))
     insert into statement_line (store_id, order_id, statement_id, line_id, grant_id, granted_fen, settled_fen,
       settled_qty_milli, tax_rate_bp, tax_fen) values ($1, $2, $2, $3, $4, $5, $5, 1000, 1300, 2071)`,
    [storeId, orderId, grant.line_id, grant.grant_id, fen, content, sha256(content)],
  );
}

describe('verifying the rows of a database', () => {
  test('what was done through the system fits, with a count of everything', async () => {
    const verified = await verifyDatabase(server.urls.ownerUrl);
    expect(verified.problem).toBeNull();
    expect(verified.counts).toMatchObject({
      repair_order: 2,
      'order number': 2,
      anchor: 1,
      'authorization decision': 2,
      statement: 1,
      'statement line': 1,
    });
    expect(verified.counts.signature).toBeGreaterThanOrEqual(2);
  });

  const ofFirst = () => `order_id = '${first.orderId}'`;
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
      () => `delete from repair_order where order_id = '${last.orderId}'; delete from activity where ${chain(last)};
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
    ['an altered statement', () => `update statement set total_fen = total_fen - 1`, 'statement', /total/],
    [
      'an altered statement line',
      () => `update statement_line set settled_qty_milli = 2000`,
      'statement_line',
      /differs from what was presented/,
    ],
    [
      'altered words of a statement',
      () => `update statement_content set content = replace(content, 'JS1', 'JS2')`,
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
