import type { StaffRole } from '#domain/kernel/role.ts';
import type { RepairOrder } from '#domain/repair-order/repair-order.ts';
import { buildCar, buildShop, type Car, type Shop } from '#server/testing/build-shop.ts';
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

/** An order under way, and who works on it. */
export type BuiltOrder = Shop &
  Car & {
    readonly server: TestServer;
    readonly shop: Shop;
    readonly orderId: string;
    /** Sends a command on the order (`path` follows `/orders/:orderId/`) as a role; throws when it is refused. */
    readonly act: <Answer = { id: string | null; orderVersion: number }>(
      role: StaffRole,
      path: string,
      body?: object,
    ) => Promise<Answer>;
    /** The order as its page shows it. */
    readonly view: () => Promise<OrderView>;
    /** Takes the order on to a later step. */
    readonly goOn: (until: Until) => Promise<void>;
  };

type LineView = {
  readonly lineId: string;
  readonly lineNo: number;
  readonly kind: string;
  readonly version: number;
  readonly versionId: string;
  readonly grantId: string | null;
  readonly workState: string | null;
  readonly partState: string | null;
  readonly decision: string;
};

export type OrderView = {
  readonly order: {
    readonly state: string;
    readonly step: string;
    readonly version: number;
    readonly promisedAt: string | null;
  };
  readonly lines: readonly LineView[];
  readonly versions: readonly { readonly versionId: string; readonly state: string }[];
  readonly statements: readonly { readonly statementId: string; readonly payer: string; readonly totalFen: number }[];
  readonly entrusted: readonly { readonly itemId: string }[];
  readonly passes: readonly { readonly passId: string; readonly state: string }[];
};

/** Takes an order through real commands, each by whoever does it in the shop, up to and with a step. */
export async function buildRepairOrder(server: TestServer, { until, ...wish }: Wish): Promise<BuiltOrder> {
  const shop = wish.shop ?? (await buildShop(server));
  const car = wish.car ?? (await buildCar(server, shop.storeId));
  const orderId = await receive(shop, car, wish.kind ?? 'customer');
  const view = async () => (await (await shop.as('advisor')).query(`/orders/${orderId}`)).json<OrderView>();
  const act: BuiltOrder['act'] = (role, path, body = {}) =>
    acted(shop, role, { path: `/orders/${orderId}/${path}`, body });
  const order = { server, shop, ...shop, ...car, orderId, act, view };
  let reached: Until = 'received';
  const goOn = async (wanted: Until) => {
    const names = Object.keys(steps) as Until[];
    for (const name of names.slice(names.indexOf(reached) + 1, names.indexOf(wanted) + 1)) {
      await steps[name]({ ...order, goOn });
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
