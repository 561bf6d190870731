import { afterAll, beforeAll, expect, test } from 'vitest';
import { buildRepairOrder, type BuiltOrder } from '#server/testing/build-repair-order.ts';
import { buildCar } from '#server/testing/build-shop.ts';
import { trySql, type Attempt, type Tried } from '#server/testing/refused-by-sql.ts';
import { startTestServer, type TestServer } from '#server/testing/test-server.ts';

/** How no car is inspected, told of, let out or planned, not even by SQL in the application's own role (process rules 4 to 7). */

let server: TestServer;
let dispatched: BuiltOrder;
let checked: BuiltOrder;
let signed: BuiltOrder;
let paid: BuiltOrder;
let tried: Tried;

beforeAll(async () => {
  server = await startTestServer();
  checked = await buildRepairOrder(server, { until: 'leader_checked' });
  const { shop, storeId } = checked;
  signed = await buildRepairOrder(server, { until: 'statements_signed', shop, car: await buildCar(server, storeId) });
  paid = await buildRepairOrder(server, { until: 'paid', shop, car: await buildCar(server, storeId) });
  dispatched = await buildRepairOrder(server, { until: 'dispatched', shop, car: await buildCar(server, storeId) });
  tried = await trySql(server, storeId);
});
afterAll(async () => {
  await tried.end();
  await server.close();
});

const of = ({ orderId }: BuiltOrder) => `order_id = '${orderId}'`;

/** Somebody without a hand in the car passes it. */
const passBy = (order: BuiltOrder) => `
  insert into participation select store_id, order_id, advisor_id, 'final_inspection', now() from repair_order where ${of(order)};
  insert into inspection (store_id, order_id, inspection_id, kind, result, inspector_id, inspected_at)
    select store_id, order_id, gen_random_uuid(), 'final_inspection', 'pass', advisor_id, now() from repair_order where ${of(order)}`;

const passFor = (order: BuiltOrder, { kind = 'final', state = 'issued' } = {}) => `
  insert into gate_pass (store_id, order_id, pass_id, pass_no, kind, reason, state, code, collector_name, approved_by,
      valid_until, issued_at, used_at)
    select store_id, order_id, order_id, 'CM9', '${kind}', 'delivered', '${state}', 'ABCDEFGH', '王建国', advisor_id,
      now() + interval '1 day', now(), case '${state}' when 'used' then now() end from repair_order where ${of(order)}`;

const opening = (order: BuiltOrder) => `${passFor(order, { state: 'used' })};
  insert into gate_opening select store_id, order_id, order_id, advisor_id, now(), 1 from repair_order where ${of(order)}`;

const handOver = (order: BuiltOrder) =>
  `insert into delivery (store_id, order_id, handed_over_at) values ('${order.storeId}', '${order.orderId}', now())`;

const secondOrder = (order: BuiltOrder) => `
  insert into repair_order (store_id, order_id, order_no, order_seq, kind, state, step, step_since, vehicle_id, customer_id,
      presenter_name, advisor_id, complaint, arrived_at, created_at)
    select store_id, gen_random_uuid(), 'WX9', 999, 'internal', 'open', 'reception', now(), vehicle_id, customer_id, presenter_name,
      advisor_id, complaint, now(), now() from repair_order where ${of(order)}`;

const ownCheck = () => `
  insert into inspection (store_id, order_id, inspection_id, line_id, kind, result, inspector_id, inspected_at)
    select store_id, order_id, gen_random_uuid(), line_id, 'leader_check', 'pass', technician_id, now() from punch where ${of(checked)} limit 1`;

const attempts: readonly Attempt[] = [
  ['a final inspection before accepted work is done', 'inspection_of_finished_work', () => passBy(dispatched)],
  ['a leader’s check by whoever did the work', 'inspection_by_another', ownCheck],
  [
    'a customer told that the car is ready before it passed',
    'repair_order_told_after_pass',
    () => `update repair_order set customer_told_ready_at = now() where ${of(checked)}`,
  ],
  ['a final pass before the car passed', 'gate_pass_may_leave', () => passFor(checked)],
  ['a final pass before the customer paid', 'gate_pass_may_leave', () => passFor(signed)],
  [
    'a final pass while another order holds the car',
    'gate_pass_whole_car',
    () => `${secondOrder(paid)}; ${passFor(paid)}`,
  ],
  ['a temporary pass without a return', 'gate_pass_comes_back', () => passFor(checked, { kind: 'temporary' })],
  ['a gate opened before key and papers changed hands', 'gate_opening_handed_over', () => opening(paid)],
  ['a gate opened before the customer paid', 'gate_opening_may_leave', () => `${handOver(signed)}; ${opening(signed)}`],
  [
    'a car delivered through no gate',
    'repair_order_delivered_by_gate',
    () => `update repair_order set state = 'delivered' where ${of(paid)}`,
  ],
  [
    'a plan that lets other cars onto an exclusive bay',
    'assignment_bay_as_it_is',
    () => `update assignment set bay_exclusive = false where ${of(dispatched)}`,
  ],
];

test.each(attempts)('%s is refused by the database itself', async (...[, constraint, statement]) => {
  expect(await tried.refusalOf(statement())).toMatchObject({ code: '23514', constraint });
});

test.each([
  ['a final pass', () => passFor(paid)],
  ['an opening', () => `${handOver(paid)}; ${opening(paid)}`],
  [
    'a delivered car',
    () => `${handOver(paid)}; ${opening(paid)}; update repair_order set state = 'delivered' where ${of(paid)}`,
  ],
])('%s in its order is not', async (_, statement) => {
  expect(await tried.refusalOf(statement())).toBe('it went through');
});
