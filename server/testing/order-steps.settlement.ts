import { addMinutes } from '#domain/kernel/calendar.ts';
import { vehicleCheckItemNames } from '#domain/settlement/vehicle-check.items.ts';
import { passedItems, signedBy, type OrderStep, type OrderUnderWay } from '#server/testing/order-step.ts';

const tellCustomer: OrderStep = ({ act, server }) =>
  act('advisor', 'ready-notice', {
    channel: 'phone',
    said: '车已修好，可以来取',
    reached: true,
    pickUpAt: addMinutes(server.deps.now(), 60),
  });

const checkVehicle: OrderStep = ({ act }) =>
  act('advisor', 'vehicle-check', {
    result: 'pass',
    items: passedItems(vehicleCheckItemNames),
    failedLines: [],
    oldPartsShown: true,
    kitRemoved: true,
    customerOpinion: null,
  });

async function customerStatement({ server, orderId }: OrderUnderWay) {
  return server.owner.db
    .selectFrom('statement as s')
    .innerJoin('statement_content as c', (join) =>
      join.onRef('c.store_id', '=', 's.store_id').onRef('c.statement_id', '=', 's.statement_id'),
    )
    .select(['s.statement_id as statementId', 's.total_fen as totalFen', 'c.content_hash as contentHash'])
    .where('s.order_id', '=', orderId)
    .where('s.payer', '=', 'customer')
    .where('s.state', '<>', 'withdrawn')
    .executeTakeFirstOrThrow();
}

const signStatements: OrderStep = async (order) => {
  await order.act('advisor', 'statements/present', {
    nextServiceOn: '2027-05-24',
    nextServiceKm: 31_000,
    preferredCall: { from: '18:00', to: '20:00', days: 'any' },
  });
  const { statementId, contentHash } = await customerStatement(order);
  await order.act('advisor', `statements/${statementId}/sign`, { contentHash, signature: signedBy('王建国') });
};

const pay: OrderStep = async (order) => {
  const { statementId, totalFen } = await customerStatement(order);
  await order.act('cashier', 'payments', {
    kind: 'payment',
    statementId,
    method: 'wechat',
    amountFen: Number(totalFen),
    tenderedFen: null,
    reference: 'WX0001',
  });
};

const issuePass: OrderStep = ({ act }) => act('cashier', 'gate-passes/final', { collectorId: null });

const handOver: OrderStep = async ({ act, view }) => {
  const itemIds = (await view()).entrusted.map(({ itemId }) => itemId);
  await act('advisor', 'hand-over', {
    collectorId: null,
    collectorName: '王建国',
    code: null,
    itemIds,
    satisfaction: 5,
    opinion: null,
    otherService: null,
  });
};

const openGate: OrderStep = async ({ server, as, orderId }) => {
  const pass = await server.owner.db
    .selectFrom('gate_pass')
    .select('code')
    .where('order_id', '=', orderId)
    .where('state', '=', 'issued')
    .executeTakeFirstOrThrow();
  const answer = await (await as('guard')).command('/gate/openings', { code: pass.code, odometerKm: 23_510 });
  if (answer.statusCode !== 200) throw new Error(`gate: ${answer.body}`);
};

export const settlementSteps = {
  customer_told: tellCustomer,
  vehicle_checked: checkVehicle,
  statements_signed: signStatements,
  paid: pay,
  pass_issued: issuePass,
  handed_over: handOver,
  delivered: openGate,
} as const satisfies Record<string, OrderStep>;
