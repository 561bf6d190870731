import { addMinutes, shopDateTime, shopDay, shopTime, type Instant, type ShopDay } from '#domain/kernel/calendar.ts';
import { firstRefusal, refuse, type Refusal } from '#domain/kernel/refusal.ts';
import type { StoreSettings } from '#domain/store/settings.ts';

type Hours = Pick<StoreSettings, 'opensAt' | 'closesAt' | 'appointmentSlotMinutes' | 'appointmentsPerSlot'>;

/** Time that an appointment takes of an advisor. */
export type Taken = {
  readonly startsAt: Instant;
  readonly minutes: number;
  /** Null: not yet given to an advisor; it takes a place of them all. */
  readonly advisorId: string | null;
  readonly bayId: string | null;
};

/** Who receives that day, and the other live appointments of the day. */
export type DayPlan = { readonly advisorIds: readonly string[]; readonly taken: readonly Taken[] };

/** A place that somebody wants. */
export type Wanted = Taken;

export type Slot = { readonly startsAt: Instant; readonly free: number };

const endOf = ({ startsAt, minutes }: Pick<Taken, 'startsAt' | 'minutes'>): Instant => addMinutes(startsAt, minutes);

/** The beginnings of a day's slots, from opening to the last whole one. */
export function slotStarts(day: ShopDay, { opensAt, closesAt, appointmentSlotMinutes }: Hours): readonly Instant[] {
  const starts: Instant[] = [];
  const close = shopDateTime(day, closesAt);
  let at = shopDateTime(day, opensAt);
  while (addMinutes(at, appointmentSlotMinutes) <= close) {
    starts.push(at);
    at = addMinutes(at, appointmentSlotMinutes);
  }
  return starts;
}

/** How many more appointments each slot of a day takes, of one advisor or of all (R034). Slots that have passed take none. */
export function freeSlots(
  day: ShopDay,
  plan: DayPlan,
  of: { hours: Hours; advisorId: string | null; now: Instant },
): Slot[] {
  const { hours, advisorId, now } = of;
  const minutes = hours.appointmentSlotMinutes;
  return slotStarts(day, hours).map((startsAt) => ({
    startsAt,
    free: startsAt < now ? 0 : freePlaces(plan, { startsAt, minutes, advisorId, bayId: null }, hours),
  }));
}

/** Why a place cannot be taken; null when it can. */
export function checkPlace(
  wanted: Wanted,
  plan: DayPlan,
  { hours, now }: { hours: Hours; now: Instant },
): Refusal | null {
  return firstRefusal(
    () => (wanted.startsAt < now ? refuse('appointment_in_past', { field: 'startsAt' }) : null),
    () => checkOpen(wanted, hours),
    () => checkFree(wanted, plan, hours),
  );
}

/** Whether the advisor and the bay are free, whatever the time of day. */
export function checkFree(wanted: Wanted, plan: DayPlan, hours: Hours): Refusal | null {
  return firstRefusal(
    () => (touchedSlots(wanted, hours).every((slot) => freePlaces(plan, slot, hours) > 0) ? null : full),
    () => (bayFree(wanted, plan) ? null : refuse('bay_taken', { field: 'bayId' })),
  );
}

const full = refuse('slot_full', { field: 'startsAt' });

function checkOpen(wanted: Wanted, { opensAt, closesAt }: Hours): Refusal | null {
  const day = shopDay(wanted.startsAt);
  const inHours = shopTime(wanted.startsAt) >= opensAt && endOf(wanted) <= shopDateTime(day, closesAt);
  return inHours ? null : refuse('slot_closed', { field: 'startsAt', values: { opens: opensAt, closes: closesAt } });
}

/** The slots of the day that a time reaches into. */
function touchedSlots(wanted: Wanted, hours: Hours): Wanted[] {
  const minutes = hours.appointmentSlotMinutes;
  return slotStarts(shopDay(wanted.startsAt), hours)
    .filter((startsAt) => startsAt < endOf(wanted) && addMinutes(startsAt, minutes) > wanted.startsAt)
    .map((startsAt) => ({ ...wanted, startsAt, minutes }));
}

/** Each advisor takes so many at once; those without an advisor take a place of them all. */
function freePlaces({ advisorIds, taken }: DayPlan, slot: Wanted, { appointmentsPerSlot }: Hours): number {
  const within = taken.filter((each) => overlap(each, slot));
  const ofAll = advisorIds.length * appointmentsPerSlot - within.length;
  if (slot.advisorId === null) return Math.max(0, ofAll);
  const mine = within.filter(({ advisorId }) => advisorId === slot.advisorId).length;
  return Math.max(0, Math.min(ofAll, appointmentsPerSlot - mine));
}

const bayFree = (wanted: Wanted, { taken }: DayPlan): boolean =>
  wanted.bayId === null || !taken.some((each) => each.bayId === wanted.bayId && overlap(each, wanted));

const overlap = (a: Pick<Taken, 'startsAt' | 'minutes'>, b: Pick<Taken, 'startsAt' | 'minutes'>): boolean =>
  a.startsAt < endOf(b) && b.startsAt < endOf(a);
