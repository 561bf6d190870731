import type { StaffRole } from '#domain/kernel/role.ts';
import type { NormKey } from '#domain/repair-order/norms.ts';
import type { VisitView } from '#domain/repair-order/visit-view.contract.ts';
import type { Car, Shop } from '#server/testing/build-shop.ts';
import type { TestServer } from '#server/testing/test-server.ts';

/** An order on its way through the shop, and who works on it. */
export type OrderUnderWay = Shop &
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
    readonly view: () => Promise<VisitView>;
  };

/** One step of the process, through the commands of whoever takes it. */
export type OrderStep = (order: OrderUnderWay) => Promise<void>;

/** A signature of two strokes. */
export const signedBy = (name: string) => ({
  signedBy: name,
  strokes: [
    [
      { x: 10, y: 10, t: 0 },
      { x: 200, y: 90, t: 150 },
    ],
    [
      { x: 210, y: 20, t: 300 },
      { x: 260, y: 120, t: 420 },
    ],
  ],
});

/** Passed points of a check. */
export const passedItems = (names: readonly string[]) => names.map((item) => ({ item, result: 'pass' as const }));

/** A norm of the visit, as its page shows it: whether it was due, when it was done and by whom. */
export const normOf = async ({ view }: Pick<OrderUnderWay, 'view'>, key: NormKey) =>
  (await view()).norms.find((norm) => norm.key === key);
