import { sql } from 'kysely';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { inStore, type Tx } from '#db/transaction.ts';
import { newId } from '#server/http/call.ts';
import { buildRepairOrder, type BuiltOrder } from '#server/testing/build-repair-order.ts';
import { startTestServer, type TestServer } from '#server/testing/test-server.ts';

/** Even code that forgot every rule cannot do these: the database refuses them to the application's own role. */

let server: TestServer;
let order: BuiltOrder;
let line: { lineId: string; grantId: string };
let other: { lineId: string; grantId: string };

beforeAll(async () => {
  server = await startTestServer();
  order = await buildRepairOrder(server, { until: 'granted' });
  const [first, second] = (await order.view()).lines;
  line = { lineId: first?.lineId ?? '', grantId: first?.grantId ?? '' };
  other = { lineId: second?.lineId ?? '', grantId: second?.grantId ?? '' };
});
afterAll(() => server.close());

const asApp = (work: (tx: Tx) => Promise<unknown>) => inStore(server.deps.database, order.storeId, work);

async function punch(tx: Tx, { lineId, grantId }: { lineId: string; grantId: string | null }) {
  const technicianId = (await order.as('technician')).staffId;
  await sql`insert into punch (store_id, order_id, punch_id, line_id, grant_id, technician_id, started_at)
    values (${order.storeId}, ${order.orderId}, ${newId()}, ${lineId}, ${grantId}, ${technicianId}, now())`.execute(tx);
}

test('the tests below ask as a role that owns nothing and passes no policy', async () => {
  const { rows } = await sql<{ super: boolean; bypass: boolean }>`
    select rolsuper as super, rolbypassrls as bypass from pg_roles where rolname = current_user`.execute(
    server.deps.database.db,
  );
  expect(rows).toEqual([{ super: false, bypass: false }]);
});

test('no punch without a grant (R138)', async () => {
  await expect(asApp((tx) => punch(tx, { lineId: line.lineId, grantId: null }))).rejects.toMatchObject({
    code: '23502',
    column: 'grant_id',
  });
  await expect(asApp((tx) => punch(tx, { lineId: line.lineId, grantId: newId() }))).rejects.toMatchObject({
    code: '23503',
    constraint: 'punch_grant',
  });
});

test('no punch under the grant of another line (R138)', async () => {
  const mixed = { lineId: line.lineId, grantId: other.grantId };
  await expect(asApp((tx) => punch(tx, mixed))).rejects.toMatchObject({ code: '23503', constraint: 'punch_grant' });
});

test('a line takes no other line’s grant, and not more than its own (process rule 1)', async () => {
  const take = (grantId: string, fen: number) =>
    asApp((tx) =>
      sql`update charge_line set grant_id = ${grantId}, granted_fen = ${fen} where line_id = ${line.lineId}`.execute(
        tx,
      ),
    );
  const refused = { code: '23503', constraint: 'charge_line_grant' };
  await expect(take(other.grantId, 20_000)).rejects.toMatchObject(refused);
  await expect(take(line.grantId, 18_001)).rejects.toMatchObject(refused);
});

test('no grant without an accepted choice of a decided version (R138)', async () => {
  await expect(
    asApp((tx) =>
      sql`insert into authorization_grant
          (store_id, order_id, grant_id, line_id, version_id, payer, granted_fen, granted_qty_milli, granted_at)
        values (${order.storeId}, ${order.orderId}, ${newId()}, ${line.lineId}, ${newId()}, 'customer', 1, 1, now())`.execute(
        tx,
      ),
    ),
  ).rejects.toMatchObject({ code: '23503' });
});

test('no work on a line that holds no grant (R138)', async () => {
  const strip = asApp((tx) =>
    sql`update charge_line set grant_id = null, granted_fen = null, granted_qty_milli = null
      where line_id = ${line.lineId}`.execute(tx),
  );
  await expect(strip).rejects.toMatchObject({ code: '23514', constraint: 'charge_line_work_needs_grant' });
});

test.each([
  ['what was presented', 'authorization_content', 'content'],
  ['a decision', 'authorization_decision', 'record'],
  ['a choice', 'authorization_choice', 'choice'],
  ['a grant', 'authorization_grant', 'granted_fen'],
  ['a signature', 'signature', 'strokes'],
])('%s is neither changed nor deleted (process rule 2)', async (_, table, column) => {
  const update = asApp((tx) => sql`update ${sql.table(table)} set ${sql.ref(column)} = ${sql.ref(column)}`.execute(tx));
  await expect(update).rejects.toMatchObject({ code: '42501' });
  const remove = asApp((tx) => sql`delete from ${sql.table(table)}`.execute(tx));
  await expect(remove).rejects.toMatchObject({ code: '42501' });
});

test('a decision by phone without the text read back is no decision (R118)', async () => {
  const draft = await order.act('advisor', 'lines', {
    kind: 'other',
    source: 'customer_instruction',
    necessity: 'normal',
    reason: null,
    description: '拖车',
    operationId: null,
    partId: null,
    parentLineId: null,
    trade: null,
    unit: '次',
    qtyMilli: 1000,
    flatRateHoursCenti: null,
    unitPriceFen: 30_000,
    discountFen: 0,
    taxRateBp: 900,
    capFen: null,
    payer: 'customer',
    partOrigin: null,
    findingId: null,
  });
  expect(draft.id).not.toBeNull();
  await order.act('advisor', 'versions/present');
  const { versions } = await order.view();
  const versionId = versions.find(({ state }) => state === 'presented')?.versionId ?? '';
  const hash = 'a'.repeat(64);
  const decide = asApp((tx) =>
    sql`insert into authorization_decision (store_id, order_id, version_id, record, record_hash, previous_record_hash,
        channel, signatory, signatory_name, decided_at)
      values (${order.storeId}, ${order.orderId}, ${versionId}, '{}', ${hash}, '', 'phone', 'owner', '王建国', now())`.execute(
      tx,
    ),
  );
  await expect(decide).rejects.toMatchObject({ code: '23514', constraint: 'authorization_decision_evidence' });
});
