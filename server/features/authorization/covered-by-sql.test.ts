import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { sha256 } from '#db/aggregate/record.ts';
import { buildRepairOrder, type BuiltOrder } from '#server/testing/build-repair-order.ts';
import { buildCar } from '#server/testing/build-shop.ts';
import { trySql, type Attempt, type Tried } from '#server/testing/refused-by-sql.ts';
import { startTestServer, type TestServer } from '#server/testing/test-server.ts';

/** What even the application's own role is refused, on an order whose car has gone and on one that is decided. */

let server: TestServer;
let gone: BuiltOrder;
let decided: BuiltOrder;
let tried: Tried;

beforeAll(async () => {
  server = await startTestServer();
  gone = await buildRepairOrder(server, { until: 'delivered' });
  const { shop, storeId } = gone;
  decided = await buildRepairOrder(server, { until: 'paid', shop, car: await buildCar(server, storeId) });
  tried = await trySql(server, storeId);
});
afterAll(async () => {
  await tried.end();
  await server.close();
});

const ofGone = () => `order_id = '${gone.orderId}'`;
const ofDecided = () => `order_id = '${decided.orderId}'`;
const aHash = `'${'a'.repeat(64)}'`;

const refusalOf = (statements: string) => tried.refusalOf(statements);

const uncovered: readonly Attempt[] = [
  [
    'a choice that the decision does not name',
    'authorization_choice_recorded',
    () => `${newVersion()}; ${contentOf(`'{}'`)}; ${decisionOn(`'{"contentHash":"${sha256('{}')}","choices":[]}'`)};
      insert into authorization_choice select v.store_id, v.order_id, v.version_id, l.line_id, 'accept'
      from authorization_version v join charge_line l using (store_id, order_id) where v.${ofGone()} and version_no = 9 limit 1`,
  ],
  ['a grant of more than was presented', 'authorization_grant_accepted', () => grantAbove()],
  [
    'a decision on other content than was presented',
    'authorization_decision_content',
    () => `${newVersion()}; ${contentOf(`'{}'`)}; ${decisionOn(`'{"contentHash":"other","choices":[]}'`)}`,
  ],
  [
    'content under the hash of another text',
    'authorization_content_text_hash',
    () => `${newVersion()}; insert into authorization_content select store_id, order_id, version_id, '{}', ${aHash}
      from authorization_version where ${ofGone()} and version_no = 9`,
  ],
  [
    'strokes under the hash of others',
    'signature_strokes_hash',
    () => `insert into signature select store_id, order_id, gen_random_uuid(), purpose, signed_by, '[]', strokes_hash, signed_at
      from signature where ${ofGone()} limit 1`,
  ],
  [
    'work under a grant that was taken back',
    'punch_grant_stands',
    () => `insert into grant_revocation select store_id, order_id, grant_id, '客户取消', null, now() - interval '1 hour' from punch where ${ofGone()} limit 1;
      insert into punch (store_id, order_id, punch_id, line_id, grant_id, technician_id, slot, started_at)
      select store_id, order_id, gen_random_uuid(), line_id, grant_id, technician_id, 4, now() from punch where ${ofGone()} limit 1`,
  ],
  ['more of a part than was granted', 'stock_issue_within_grant', () => movement({ qty: '-1' })],
  ['more of a part back than went out', 'stock_issue_within_grant', () => movement({ kind: `'return'`, qty: '1001' })],
  [
    'another part under the grant',
    'stock_issue_within_grant',
    () => `insert into part (store_id, part_id, code, name, unit, origin, price_fen, bin)
        select store_id, order_id, 'P999', '后刹车片', '套', 'oem', 1, 'A-09' from repair_order where ${ofGone()};
      ${movement({ part: 'order_id', kind: `'return'`, qty: '1' })}`,
  ],
  [
    'a gate opened by a pass that was not used',
    'gate_opening_by_valid_pass',
    () =>
      `${passOf()}; insert into gate_opening select store_id, order_id, pass_id, approved_by, now(), 1 from gate_pass where ${ofDecided()}`,
  ],
  [
    'a used pass made valid again',
    'gate_pass_ends_once',
    () => `update gate_pass set state = 'issued', used_at = null where ${ofGone()}`,
  ],
  [
    'a statement paid by nothing',
    'statement_paid_in_full',
    () => `insert into statement (store_id, order_id, statement_id, statement_no, payer, state, total_fen, tax_fen, created_at)
      select store_id, order_id, order_id, 'JS9', 'insurer', 'paid', 100, 0, now() from repair_order where ${ofGone()}`,
  ],
];

const newVersion =
  () => `insert into authorization_version (store_id, order_id, version_id, version_no, state, created_at)
  select store_id, order_id, gen_random_uuid(), 9, 'decided', now() from repair_order where ${ofGone()}`;
const contentOf = (text: string) => `insert into authorization_content
  select store_id, order_id, version_id, ${text}, encode(sha256(${text}), 'hex') from authorization_version where ${ofGone()} and version_no = 9`;
const decisionOn = (
  text: string,
) => `insert into authorization_decision (store_id, order_id, version_id, record, record_hash,
    previous_record_hash, channel, signatory, signatory_name, decided_at)
  select store_id, order_id, version_id, ${text}, encode(sha256(${text}), 'hex'), '', 'internal', 'service_manager', '王建国', now()
  from authorization_version where ${ofGone()} and version_no = 9`;

const movement = ({ part = 'part_id', kind = 'kind', qty = 'qty_milli' }) =>
  `insert into stock_movement (store_id, part_id, movement_id, kind, qty_milli, unit_cost_fen, order_id, line_id, grant_id,
      technician_id, signature_id, moved_at)
    select store_id, ${part}, gen_random_uuid(), ${kind}, ${qty}, unit_cost_fen, order_id, line_id, grant_id,
      technician_id, signature_id, now() from stock_movement where ${ofGone()} and kind = 'issue' limit 1`;

const passOf =
  () => `insert into gate_pass (store_id, order_id, pass_id, pass_no, kind, reason, state, code, collector_name,
    approved_by, valid_until, issued_at)
  select store_id, order_id, gen_random_uuid(), 'CM9', 'final', 'delivered', 'issued', 'ABCDEFGH', '王建国', advisor_id,
    now() + interval '1 day', now() from repair_order where ${ofDecided()}`;

/** A version decided as it should be, its one line granted for a fen more than was presented. */
function grantAbove(): string {
  const content = `'{"lines":[' || json_build_object('lineId', l.line_id, 'payer', 'customer', 'amountFen', 1, 'qtyMilli', 1000) || ']}'`;
  const one = `(select v.store_id, v.order_id, v.version_id, l.line_id, ${content} as content from authorization_version v
    join charge_line l using (store_id, order_id) where v.${ofGone()} and v.version_no = 9 limit 1)`;
  const hashed = (text: string) => `encode(sha256(convert_to(${text}, 'UTF8')), 'hex')`;
  const record = `json_build_object('contentHash', ${hashed('content')},
    'choices', json_build_array(json_build_object('lineId', line_id, 'choice', 'accept')))::text`;
  return `${newVersion()};
    insert into authorization_content select store_id, order_id, version_id, content, ${hashed('content')} from ${one} o;
    insert into authorization_decision (store_id, order_id, version_id, record, record_hash, previous_record_hash, channel,
        signatory, signatory_name, decided_at)
      select store_id, order_id, version_id, ${record}, ${hashed(record)}, '', 'internal', 'service_manager', '王建国', now() from ${one} o;
    insert into authorization_choice select store_id, order_id, version_id, line_id, 'accept' from ${one} o;
    insert into authorization_grant select store_id, order_id, gen_random_uuid(), line_id, version_id, 'customer', 2, 1000, now() from ${one} o`;
}

describe('what is not covered', () => {
  test.each(uncovered)('%s is refused (R138)', async (...[, constraint, statement]) => {
    expect(await refusalOf(statement())).toMatchObject({ code: '23514', constraint });
  });
});

describe('what was done', () => {
  test.each([
    ['who worked', 'punch', 'technician_id = technician_id'],
    ['when work began', 'punch', 'started_at = started_at'],
    ['how a check ended', 'inspection', 'result = result'],
    ['what a statement asks', 'statement', 'total_fen = total_fen'],
    ['what a charge is', 'statement_line', 'settled_fen = settled_fen'],
    ['what a pass is for', 'gate_pass', 'kind = kind'],
    ['which order a customer’s link opens', 'customer_link', 'order_id = order_id'],
    ['what was taken into custody', 'entrusted_item', 'quantity = quantity'],
  ])('%s is not changed afterwards (process rule 2)', async (_, table, assignment) => {
    expect(await refusalOf(`update ${table} set ${assignment}`)).toMatchObject({ code: '42501' });
  });
});
