import type { dispatchBoardContracts } from '#domain/dispatch/dispatch-board.contract.ts';
import type { OutputOf } from '#domain/kernel/contract.ts';
import type { Trade } from '#domain/staff/staff.ts';
import type { Board, Plan } from '#web/features/dispatch/grid-tags.ts';

export type Options = OutputOf<typeof dispatchBoardContracts.options>;
export type Technician = Options['technicians'][number];

/** The time asked for, and the line that it is for. */
export type Wanted = {
  readonly lineId: string;
  readonly orderId: string;
  readonly from: string;
  readonly until: string;
};

const overlaps = (plan: { readonly from: string; readonly until: string }, { from, until }: Wanted): boolean =>
  plan.from < until && plan.until > from;

const others = (plans: readonly Plan[], wanted: Wanted): Plan[] =>
  plans.filter((plan) => plan.state === 'planned' && plan.lineId !== wanted.lineId && overlaps(plan, wanted));

/** Another car that has an exclusive bay at that time; null when it is free. */
export function bayTakenBy({ bays, plans }: Board, bayId: string, wanted: Wanted): Plan | null {
  if (!bays.find((bay) => bay.bayId === bayId)?.exclusive) return null;
  return others(plans, wanted).find((plan) => plan.bayId === bayId && plan.orderId !== wanted.orderId) ?? null;
}

/** An appointment that reserved the bay for that time (R043). */
export const bayReservedBy = ({ expected }: Board, bayId: string, wanted: Wanted): Board['expected'][number] | null =>
  expected.find((each) => each.bayId === bayId && overlaps(each, wanted)) ?? null;

/** Whether all hands of a technician are planned elsewhere then. */
export function isBusy({ plans }: Board, { staffId, slots }: Technician, wanted: Wanted): boolean {
  const taken = others(plans, wanted).filter(({ technicianId }) => technicianId === staffId);
  return new Set(taken.map(({ technicianSlot }) => technicianSlot)).size >= slots;
}

/** Who may do the trade: those first, the less loaded before the more loaded (R155). */
export function bySkillAndLoad(technicians: readonly Technician[], trade: Trade | null) {
  const sorted = technicians.toSorted((a, b) => a.plannedMinutes - b.plannedMinutes);
  return {
    fit: sorted.filter(({ trades }) => trade === null || trades.includes(trade)),
    unfit: sorted.filter(({ trades }) => trade !== null && !trades.includes(trade)),
  };
}
