import type { Assignment } from '#domain/dispatch/assignment.ts';
import type { Instant } from '#domain/kernel/calendar.ts';

/** A plan on the board, with the order it belongs to. */
export type Plan = Pick<
  Assignment,
  'assignmentId' | 'bayId' | 'bayExclusive' | 'technicianId' | 'technicianSlot' | 'plannedFrom' | 'plannedUntil'
> & { readonly orderId: string };

export type Moved = Pick<Plan, 'assignmentId' | 'orderId' | 'plannedFrom' | 'plannedUntil'>;

const overlap = (a: Plan, b: Plan): boolean => a.plannedFrom < b.plannedUntil && b.plannedFrom < a.plannedUntil;

const shareBay = (a: Plan, b: Plan): boolean =>
  a.bayId === b.bayId && a.bayExclusive && b.bayExclusive && a.orderId !== b.orderId;

const shareTechnician = (a: Plan, b: Plan): boolean =>
  a.technicianId !== null && a.technicianId === b.technicianId && a.technicianSlot === b.technicianSlot;

/** Two plans that cannot both happen: one exclusive bay with two cars, or one pair of hands at two jobs (process rule 4). */
export const collide = (a: Plan, b: Plan): boolean => overlap(a, b) && (shareBay(a, b) || shareTechnician(a, b));

/**
 * What really happens is never refused: plans that collide with work which took longer begin when it ends, each as long as
 * before, and what stood behind them moves on in turn. Answers only what moved.
 */
export function pushPlans(busy: Plan, plans: readonly Plan[]): readonly Moved[] {
  const placed: Plan[] = [busy];
  for (const plan of plans.toSorted((a, b) => compare(a.plannedFrom, b.plannedFrom))) {
    if (plan.assignmentId !== busy.assignmentId) placed.push(place(plan, placed));
  }
  const before = new Map(plans.map((plan) => [plan.assignmentId, plan]));
  return placed
    .filter((plan) => plan !== busy && before.get(plan.assignmentId) !== plan)
    .map(({ assignmentId, orderId, plannedFrom, plannedUntil }) => ({
      assignmentId,
      orderId,
      plannedFrom,
      plannedUntil,
    }));
}

const compare = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);

function place(plan: Plan, placed: readonly Plan[]): Plan {
  let moved = plan;
  for (;;) {
    const inTheWay = placed.find((other) => collide(other, moved));
    if (!inTheWay) return moved;
    moved = startingAt(moved, inTheWay.plannedUntil);
  }
}

function startingAt(plan: Plan, plannedFrom: Instant): Plan {
  const lasts = Date.parse(plan.plannedUntil) - Date.parse(plan.plannedFrom);
  return { ...plan, plannedFrom, plannedUntil: new Date(Date.parse(plannedFrom) + lasts).toISOString() };
}
