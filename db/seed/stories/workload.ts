import { addMinutes, type Instant } from '#domain/kernel/calendar.ts';
import type { ChargeLine } from '#domain/estimate/charge-line.ts';
import type { OtherPlan } from '#domain/dispatch/assign-line.ts';
import type { Bay, Trade } from '#domain/staff/staff.ts';
import { inRole, type Colleague, type World } from '#db/seed/engine/world.ts';

/** A technician and a bay, and from when both are free. */
export type Slot = { readonly technician: Colleague; readonly bay: Bay; readonly from: Instant };

type Plan = OtherPlan & { readonly plannedFrom: Instant; readonly plannedUntil: Instant };

/** What is planned on open orders. */
export const plansOf = (world: World): readonly Plan[] =>
  [...world.open].flatMap((orderId) =>
    (world.visits.get(orderId)?.assignments ?? [])
      .filter(({ state }) => state === 'planned')
      .map((assignment) => ({ ...assignment, orderId })),
  );

/** Whoever of the trade is free first, with the first free bay for it. */
export function findSlot(world: World, trade: Trade, orderId: string): Slot {
  const plans = plansOf(world);
  const free = (mine: (plan: Plan) => boolean) =>
    plans.filter(mine).reduce((latest, { plannedUntil }) => (plannedUntil > latest ? plannedUntil : latest), world.now);
  const technicians = inRole(world, 'technician').filter(({ trades }) => trades.includes(trade));
  const bays = baysFor(world, trade);
  const technician = first(technicians, (each) => {
    const at = free(({ technicianId }) => technicianId === each.staffId);
    return isBusy(world, each) ? addMinutes(at, 30) : at;
  });
  const bay = first(bays, ({ bayId }) => free((plan) => plan.bayId === bayId && plan.orderId !== orderId));
  const from = technician.at > bay.at ? technician.at : bay.at;
  return { technician: technician.item, bay: bay.item, from };
}

/** From when nothing is planned any more for a technician and a bay. */
export const freeFrom = (world: World, { technician, bay }: Omit<Slot, 'from'>): Instant =>
  plansOf(world)
    .filter((plan) => plan.technicianId === technician.staffId || plan.bayId === bay.bayId)
    .reduce((latest, { plannedUntil }) => (plannedUntil > latest ? plannedUntil : latest), world.now);

/** Whether a job of the technician runs. */
export const isBusy = (world: World, { staffId }: Colleague): boolean =>
  [...world.open].some((orderId) =>
    world.visits
      .get(orderId)
      ?.punches.some(({ technicianId, endedAt }) => technicianId === staffId && endedAt === null),
  );

/** A small store paints where it beats panels. */
function baysFor(world: World, trade: Trade): readonly Bay[] {
  const working = world.bays.filter(({ kind }) => kind !== 'alignment' && kind !== 'wash');
  const own = working.filter((bay) => bay.trade === trade);
  const body = working.filter((bay) => bay.trade === 'body');
  return [own, body, working].find((some) => some.length > 0) ?? [];
}

function first<Item>(items: readonly Item[], freeAt: (item: Item) => Instant): { item: Item; at: Instant } {
  const [best] = items
    .map((item) => ({ item, at: freeAt(item) }))
    .toSorted((a, b) => (a.at < b.at ? -1 : a.at > b.at ? 1 : 0));
  if (!best) throw new Error('nobody of the trade works here');
  return best;
}

/** How long the board plans for a line: its flat-rate hours, a quarter of an hour at least. */
export const plannedMinutes = ({ flatRateHoursCenti }: ChargeLine): number =>
  Math.max(15, Math.round((flatRateHoursCenti ?? 0) * 0.6));

/** Plans of others that touch a time. */
export const overlapping = (world: World, from: Instant, minutes: number): readonly Plan[] => {
  const until = addMinutes(from, minutes);
  return plansOf(world).filter(({ plannedFrom, plannedUntil }) => plannedFrom < until && plannedUntil > from);
};
