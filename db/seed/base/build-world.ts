import { addDays, shopDateTime, shopDay, type Instant } from '#domain/kernel/calendar.ts';
import { uuidV7 } from '#domain/kernel/id.ts';
import { seededRandom } from '#db/seed/catalogue/random.ts';
import type { CatalogueStore } from '#db/seed/catalogue/staff.ts';
import { makeBays, makeOperations, makeParts, makeStaff, makeTeams, settingsOf } from '#db/seed/base/dealership.ts';
import { filePeopleAndCars } from '#db/seed/base/people-and-cars.ts';
import { makeId } from '#db/seed/engine/ids.ts';
import { keepRow, newId, type World } from '#db/seed/engine/world.ts';

/** How many days before the demonstration the history begins. */
export const historyDays = 92;

export type StorePlan = {
  readonly store: CatalogueStore;
  readonly customers: number;
  /** Makes one store's chance differ from another's. */
  readonly seed: number;
};

/** A store as it stands on the morning when the history begins. */
export function buildWorld({ store, customers, seed }: StorePlan, now: Instant): World {
  const opening = shopDateTime(addDays(shopDay(now), -historyDays), '07:00');
  const random = seededRandom(20_260_105 + seed);
  const making = { store, newId: () => makeId(random, opening) };
  const teams = makeTeams(making);
  const shelves = makeParts(making);
  const world: World = {
    now: opening,
    storeId: uuidV7(Date.parse('2026-01-01T00:00:00.000Z') + seed, new Uint8Array(10).fill(seed)),
    storeName: store.nameZh,
    settings: settingsOf(store),
    random,
    staff: makeStaff(making, teams),
    bays: makeBays(making),
    operations: makeOperations(making),
    parts: new Map([...shelves].map(([code, { part }]) => [code, part])),
    stock: new Map([...shelves.values()].map(({ stock }) => [stock.partId, stock])),
    movements: [],
    customers: new Map(),
    vehicles: new Map(),
    visits: new Map(),
    open: new Set(),
    appointments: new Map(),
    outreaches: new Map(),
    followUps: new Map(),
    complaints: new Map(),
    counters: new Map(),
    filesDue: [],
    activities: [],
    anchored: { rows: 0, count: 0, hash: '' },
    others: new Map(),
  };
  for (const team of teams.values()) keepRow(world, 'team', team);
  openStock(world);
  filePeopleAndCars(world, { count: customers, seed });
  return world;
}

/** How many days before the history some shelves were filled: what nobody drew since lies slow today, or dead. */
const longAgo: Readonly<Record<number, number>> = { 7: 150, 17: 340 };

/** What lies on the shelves came from somewhere: one opening movement per part. */
function openStock(world: World): void {
  const movedBy = world.staff.find(({ roles }) => roles.includes('parts_clerk'))?.staffId ?? null;
  for (const [place, { partId, onHandMilli, averageCostFen }] of [...world.stock.values()].entries()) {
    if (onHandMilli === 0) continue;
    world.movements.push({
      partId,
      movementId: newId(world),
      kind: 'opening',
      qtyMilli: onHandMilli,
      unitCostFen: averageCostFen,
      receiptId: null,
      orderId: null,
      lineId: null,
      grantId: null,
      slipNo: null,
      technicianId: null,
      signatureId: null,
      reason: '期初库存',
      movedBy,
      movedAt: shopDateTime(addDays(shopDay(world.now), -(longAgo[place % 20] ?? 0)), '07:00'),
    });
  }
}
