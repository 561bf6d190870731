import { addMinutes } from '#domain/kernel/calendar.ts';
import { buildRepairOrder, type BuiltOrder } from '#server/testing/build-repair-order.ts';
import type { Shop } from '#server/testing/build-shop.ts';
import { signedBy } from '#server/testing/order-step.ts';
import { acceptance, choices, newLine, newPart, shownVersion } from '#server/testing/order-steps.estimate.ts';
import type { TestServer } from '#server/testing/test-server.ts';

/** An order in the workshop with one job and parts that the customer accepted, and the commands of the counter on it. */
export type OrderWithParts = BuiltOrder & {
  /** Part lines in the order in which they were entered. */
  readonly lineIds: readonly string[];
  /** As a clerk sends it; the answer is not judged. */
  readonly issue: (lineId: string, qtyMilli: number) => Promise<{ readonly statusCode: number; json: () => Refused }>;
};

type Refused = { readonly code?: string; readonly field?: string };
type Parts = readonly object[];

/** Takes an order with these parts (changes of one set of brake pads) into the workshop. */
export async function buildOrderWithParts(server: TestServer, shop: Shop, parts: Parts): Promise<OrderWithParts> {
  const order = await buildRepairOrder(server, { until: 'reception_done', shop });
  const { act, as, orderId, view } = order;
  await act('advisor', 'lines', newLine(order));
  for (const part of parts) await act('advisor', 'lines', newPart(order, part));
  await act('advisor', 'promise', { promisedAt: addMinutes(server.deps.now(), 240) });
  await act('advisor', 'choices', { ...choices, version: (await view()).order.version });
  await act('advisor', 'versions/present');
  const shown = await shownVersion(order);
  await act('advisor', `versions/${shown.versionId}/decide`, acceptance(shown));
  await act('advisor', 'copies');
  const toStaffId = (await as('supervisor')).staffId;
  await act('advisor', 'workshop', { toStaffId, place: 'A1', notes: null, priority: 'normal' });
  const lineIds = (await view()).lines.filter(({ kind }) => kind === 'part').map(({ lineId }) => lineId);
  const issue: OrderWithParts['issue'] = async (lineId, qtyMilli) => {
    const technicianId = (await as('technician')).staffId;
    const body = { qtyMilli, technicianId, signature: signedBy('technician 一号') };
    return (await as('parts_clerk')).command(`/orders/${orderId}/lines/${lineId}/issue`, body);
  };
  return { ...order, lineIds, issue };
}
