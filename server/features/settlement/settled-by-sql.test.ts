import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { buildRepairOrder, type BuiltOrder } from '#server/testing/build-repair-order.ts';
import { buildCar } from '#server/testing/build-shop.ts';
import { trySql, type Attempt, type Tried } from '#server/testing/refused-by-sql.ts';
import { startTestServer, type TestServer } from '#server/testing/test-server.ts';

/** What nobody does to charges, money and stock, not even by SQL in the application's own role (process rules 1 to 3, 8). */

let server: TestServer;
let signed: BuiltOrder;
let paid: BuiltOrder;
let tried: Tried;

beforeAll(async () => {
  server = await startTestServer();
  signed = await buildRepairOrder(server, { until: 'statements_signed' });
  const { shop, storeId } = signed;
  paid = await buildRepairOrder(server, { until: 'paid', shop, car: await buildCar(server, storeId) });
  tried = await trySql(server, storeId);
});
afterAll(async () => {
  await tried.end();
  await server.close();
});

const of = ({ orderId }: BuiltOrder) => `order_id = '${orderId}'`;

/** An insurer's statement, whose id is that of its order. */
const statementOf = (order: BuiltOrder, totalFen: number) => `
  insert into statement (store_id, order_id, statement_id, statement_no, payer, state, total_fen, tax_fen, created_at)
    select store_id, order_id, order_id, 'JS9', 'insurer', 'presented', ${totalFen}, 0, now() from repair_order where ${of(order)}`;

const chargeOn = (order: BuiltOrder, { fen = 1, qty = '1' } = {}) => `
  insert into statement_line (store_id, order_id, statement_id, line_id, grant_id, granted_fen, settled_fen, settled_qty_milli,
      tax_rate_bp, tax_fen, live)
    select store_id, order_id, order_id, line_id, grant_id, granted_fen, ${fen}, ${qty}, 0, 0, false
    from authorization_grant where ${of(order)} limit 1`;

type Money = { readonly kind?: string; readonly fen?: number };

/** Money of an order; its id is that of the order. */
const payment = (order: BuiltOrder, { kind = 'deposit', fen = 1 }: Money = {}) => `
  insert into payment (store_id, order_id, payment_id, kind, method, amount_fen, taken_at)
    select store_id, order_id, order_id, '${kind}', 'cash', ${fen}, now() from repair_order where ${of(order)}`;

const allocation = (order: BuiltOrder, fen: number) => `
  insert into payment_allocation
    select store_id, order_id, order_id, statement_id, ${fen}, now() from statement where ${of(order)} and payer = 'customer'`;

const granted: readonly Attempt[] = [
  ['another price of a granted line', 'charge_line_as_granted', () => setLine('amount_fen = amount_fen + 1')],
  ['another payer of a granted line', 'charge_line_as_granted', () => setLine(`payer = 'manufacturer'`)],
  ['another name for a granted line', 'charge_line_as_granted', () => setLine(`description = '更换发动机'`)],
  [
    'a part given out under a grant that was taken back',
    'stock_issue_within_grant',
    () => `insert into grant_revocation select store_id, order_id, grant_id, '客户取消', null, now() - interval '1 hour'
        from stock_movement where ${of(paid)} limit 1;
      ${partBackAndOut()}`,
  ],
];

const setLine = (assignment: string) =>
  `update charge_line set ${assignment} where ${of(paid)} and grant_id is not null`;

const partBackAndOut = () =>
  [`'return', -qty_milli`, 'kind, qty_milli']
    .map(
      (
        moved,
      ) => `insert into stock_movement (store_id, part_id, movement_id, kind, qty_milli, unit_cost_fen, order_id, line_id, grant_id,
          technician_id, signature_id, moved_at)
        select store_id, part_id, gen_random_uuid(), ${moved}, unit_cost_fen, order_id, line_id, grant_id, technician_id, signature_id, now()
        from stock_movement where ${of(paid)} and kind = 'issue' limit 1`,
    )
    .join('; ');

const charged: readonly Attempt[] = [
  [
    'a statement settled without the customer’s signature',
    'statement_customer_signed',
    () => `update statement set signature_id = null where ${of(signed)}`,
  ],
  ['a statement that asks more than its lines', 'statement_sum_of_lines', () => statementOf(paid, 100)],
  [
    'a line added to a statement later',
    'statement_line_in_sum',
    () => `${statementOf(paid, 0)}; set constraints all immediate; set constraints all deferred; ${chargeOn(paid)}`,
  ],
  [
    'more charged than was granted, by a thousandth of a unit',
    'statement_line_qty_within_grant',
    () => `${statementOf(paid, 1)}; ${chargeOn(paid, { qty: 'granted_qty_milli + 1' })}`,
  ],
  [
    'a charge taken off a statement in force, to be charged twice',
    'statement_line_ends_with_statement',
    () => `update statement_line set live = false where ${of(signed)}`,
  ],
  [
    'a paid statement asked for again',
    'statement_stays_settled',
    () => `update statement set state = 'signed' where ${of(paid)}`,
  ],
  [
    'a paid statement withdrawn',
    'statement_stays_settled',
    () => `update statement set state = 'withdrawn' where ${of(paid)}`,
  ],
];

const moved: readonly Attempt[] = [
  ['more allocated than is due', 'payment_allocation_within_due', () => `${payment(paid)}; ${allocation(paid, 1)}`],
  [
    'more allocated than was paid',
    'payment_allocation_within_due',
    () => `${payment(signed)}; ${allocation(signed, 2)}`,
  ],
  [
    'money taken off a statement that was not overpaid',
    'payment_allocation_within_due',
    () => `${payment(paid, { kind: 'refund' })}; ${allocation(paid, -1)}`,
  ],
  ['money given back that is not there', 'payment_refund_of_free_money', () => payment(paid, { kind: 'refund' })],
  [
    'more credited than was charged',
    'credit_note_within_charge',
    () => `insert into credit_note (store_id, order_id, credit_note_id, statement_id, amount_fen, reason, issued_at)
      select store_id, order_id, order_id, statement_id, total_fen + 1, '多收', now() from statement where ${of(paid)}`,
  ],
  [
    'stock that no movement explains',
    'stock_follows_movements',
    () => `update stock set on_hand_milli = on_hand_milli - 1`,
  ],
  [
    'a movement that leaves the stock as it was',
    'stock_follows_movements',
    () => `insert into stock_movement (store_id, part_id, movement_id, kind, qty_milli, unit_cost_fen, moved_at)
      select store_id, part_id, part_id, 'receipt', 1000, 1, now() from stock`,
  ],
];

describe('the database itself refuses', () => {
  test.each([...granted, ...charged, ...moved])('%s', async (...[, constraint, statement]) => {
    expect(await tried.refusalOf(statement())).toMatchObject({ code: '23514', constraint });
  });

  test('a count of movements that the application made up (process rule 3)', async () => {
    expect(await tried.refusalOf('update stock set moved_milli = 0')).toMatchObject({ code: '42501' });
  });

  test('a second receipt under one key', async () => {
    const again = `insert into command_receipt select store_id, actor_id, idempotency_key, contract, 'x', response, at from command_receipt limit 1`;
    expect(await tried.refusalOf(again)).toMatchObject({ code: '23505', constraint: 'command_receipt_pkey' });
  });
});

const kept = [
  'grant_revocation',
  'stock_movement',
  'odometer_reading',
  'custody_transfer',
  'customer_contact',
  'participation',
  'statement_content',
  'safety_refusal',
  'payment',
  'payment_allocation',
  'credit_note',
  'gate_opening',
  'activity',
  'anchor',
  'command_receipt',
  'phone_look',
  'paper_print',
  'outreach_attempt',
  'appointment_reminder',
  'follow_up_attempt',
];

test.each(kept)('rows of %s are neither changed nor deleted (process rule 2)', async (table) => {
  expect(await tried.refusalOf(`update ${table} set store_id = store_id`)).toMatchObject({ code: '42501' });
  expect(await tried.refusalOf(`delete from ${table}`)).toMatchObject({ code: '42501' });
});
