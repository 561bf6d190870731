import { addMinutes } from '#domain/kernel/calendar.ts';
import type { Shop } from '#server/testing/build-shop.ts';
import { signedBy, type OrderStep, type OrderUnderWay } from '#server/testing/order-step.ts';

/** A line as the advisor enters it: one hour of brake work, unless told otherwise. */
export const newLine = (order: Pick<Shop, 'operationId'>, changes: object = {}) => ({
  kind: 'labour',
  source: 'customer_instruction',
  necessity: 'normal',
  reason: '刹车片磨损到极限',
  description: '更换前刹车片',
  operationId: order.operationId,
  partId: null,
  parentLineId: null,
  trade: null,
  unit: null,
  qtyMilli: 1000,
  flatRateHoursCenti: null,
  unitPriceFen: null,
  discountFen: 0,
  taxRateBp: null,
  capFen: null,
  payer: 'customer',
  partOrigin: null,
  findingId: null,
  ...changes,
});

export const newPart = (order: Pick<Shop, 'operationId' | 'partId'>, changes: object = {}) =>
  newLine(order, { kind: 'part', description: '前刹车片', operationId: null, partId: order.partId, ...changes });

export const choices = {
  paymentMethod: 'wechat',
  oldPartChoice: 'leave',
  washWanted: true,
  waitsInShop: true,
  deliveryProcedureExplained: true,
};

/** One job with its part, promised in four hours, shown to the customer. */
const presentEstimate: OrderStep = async (order) => {
  const { act, view, server } = order;
  const labour = await act('advisor', 'lines', newLine(order));
  await act('advisor', 'lines', newPart(order, { parentLineId: labour.id }));
  await act('advisor', 'promise', { promisedAt: addMinutes(server.deps.now(), 240) });
  await act('advisor', 'choices', { ...choices, version: (await view()).order.version });
  await act('advisor', 'versions/present');
};

type Shown = { readonly versionId: string; readonly contentHash: string; readonly lineIds: readonly string[] };

/** What the customer has before them: version, hash, lines. */
export async function shownVersion({ server, orderId, view }: OrderUnderWay): Promise<Shown> {
  const { versions, lines } = await view();
  const versionId = versions.find(({ state }) => state === 'presented')?.versionId ?? '';
  const content = await server.owner.db
    .selectFrom('authorization_content')
    .select('content_hash')
    .where('order_id', '=', orderId)
    .where('version_id', '=', versionId)
    .executeTakeFirstOrThrow();
  const lineIds = lines.filter((line) => line.versionId === versionId).map(({ lineId }) => lineId);
  return { versionId, contentHash: content.content_hash, lineIds };
}

/** A decision that accepts everything, signed on the screen by the owner, unless told otherwise. */
export const acceptance = ({ contentHash, lineIds }: Shown, changes: object = {}) => ({
  contentHash,
  choices: lineIds.map((lineId) => ({ lineId, choice: 'accept' })),
  channel: 'screen',
  signatory: { kind: 'owner', name: '王建国' },
  signature: signedBy('王建国'),
  attachmentId: null,
  readBack: null,
  ...changes,
});

/** Everything accepted, and the copies handed over. */
const grantEverything: OrderStep = async (order) => {
  const shown = await shownVersion(order);
  await order.act('advisor', `versions/${shown.versionId}/decide`, acceptance(shown));
  await order.act('advisor', 'copies');
};

export const estimateSteps = { presented: presentEstimate, granted: grantEverything } as const satisfies Record<
  string,
  OrderStep
>;
