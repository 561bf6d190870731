import type { StaffRole } from '#domain/kernel/role.ts';
import type { RepairOrder } from '#domain/repair-order/repair-order.ts';
import type { VisitView } from '#domain/repair-order/visit-view.contract.ts';
import { buildCar, buildShop, type Car, type Shop } from '#server/testing/build-shop.ts';
import type { OrderUnderWay } from '#server/testing/order-step.ts';
import { estimateSteps } from '#server/testing/order-steps.estimate.ts';
import { receptionSteps } from '#server/testing/order-steps.reception.ts';
import { settlementSteps } from '#server/testing/order-steps.settlement.ts';
import { workshopSteps } from '#server/testing/order-steps.workshop.ts';
import type { TestServer } from '#server/testing/test-server.ts';

/** How far an order is taken, in the order of the process. */
const steps = { ...receptionSteps, ...estimateSteps, ...workshopSteps, ...settlementSteps };

export type Until = keyof typeof steps;

type Wish = {
  readonly until: Until;
  /** A shop used again; else one is built. */
  readonly shop?: Shop;
  readonly car?: Car;
  readonly kind?: RepairOrder['kind'];
};

/** An order that has come to a step, and who works on it. */
export type BuiltOrder = OrderUnderWay & {
  /** Takes the order on to a later step. */
  readonly goOn: (until: Until) => Promise<void>;
};

/** Takes an order through real commands, each by whoever does it in the shop, up to and with a step. */
export async function buildRepairOrder(server: TestServer, { until, ...wish }: Wish): Promise<BuiltOrder> {
  const shop = wish.shop ?? (await buildShop(server));
  const car = wish.car ?? (await buildCar(server, shop.storeId));
  const orderId = await receive(shop, car, wish.kind ?? 'customer');
  const view = async () => (await (await shop.as('advisor')).query(`/orders/${orderId}`)).json<VisitView>();
  const act: OrderUnderWay['act'] = (role, path, body = {}) =>
    acted(shop, role, { path: `/orders/${orderId}/${path}`, body });
  const order: OrderUnderWay = { server, shop, ...shop, ...car, orderId, act, view };
  let reached: Until = 'received';
  const goOn = async (wanted: Until) => {
    const names = Object.keys(steps) as Until[];
    for (const name of names.slice(names.indexOf(reached) + 1, names.indexOf(wanted) + 1)) {
      await steps[name](order);
      reached = name;
    }
  };
  await goOn(until);
  return { ...order, goOn };
}

async function receive(shop: Shop, car: Car, kind: RepairOrder['kind']): Promise<string> {
  const body = {
    kind,
    ...car,
    presenter: { name: '王先生', phone: '13812345678', entrusted: true },
    complaint: '刹车时有异响',
    advisorId: null,
    appointmentId: null,
    comebackOf: null,
    waitsInShop: true,
  };
  return (await acted<{ orderId: string }>(shop, 'advisor', { path: '/orders', body })).orderId;
}

type Sent = { readonly path: string; readonly body: object };

async function acted<Answer>(shop: Shop, role: StaffRole, { path, body }: Sent): Promise<Answer> {
  const answer = await (await shop.as(role)).command(path, body);
  if (answer.statusCode !== 200) throw new Error(`${role} ${path}: ${answer.statusCode} ${answer.body}`);
  return answer.json<Answer>();
}
