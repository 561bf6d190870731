import {
  addDays,
  atPreferredTime,
  shopDay,
  type Instant,
  type PreferredTime,
  type ShopDay,
} from '#domain/kernel/calendar.ts';
import type { StoreSettings } from '#domain/store/settings.ts';

/** What is known of a car's next service. Daily kilometres as a decimal text, as stored. */
export type ServiceDue = {
  readonly dueOn: ShopDay | null;
  readonly dueKm: number | null;
  readonly odometerKm: number | null;
  readonly odometerAt: Instant | null;
  readonly dailyKm: string | number | null;
};

type Lead = Pick<StoreSettings, 'outreachLeadDays' | 'outreachLeadKm'>;

/** A service known by kilometres alone, of a car whose use is unknown, is asked about after half a year. */
const unknownUseDays = 180;

/** The day from which the customer is invited: the lead before the date, or before the kilometres are expected, whichever first (R272). */
export function inviteFrom(due: ServiceDue, now: Instant, lead: Lead): ShopDay | null {
  const byDate = due.dueOn === null ? null : addDays(due.dueOn, -lead.outreachLeadDays);
  const byKm = due.dueKm === null ? null : kmReachedOn(due, due.dueKm - lead.outreachLeadKm);
  const days = [byDate, byKm].filter((day): day is ShopDay => day !== null).toSorted();
  if (days[0] !== undefined) return days[0];
  return due.dueKm === null ? null : addDays(shopDay(now), unknownUseDays);
}

/** The day on which the odometer is expected to show `km`; null when the car's use is unknown. */
function kmReachedOn({ odometerKm, odometerAt, dailyKm }: ServiceDue, km: number): ShopDay | null {
  const perDay = Number(dailyKm ?? 0);
  if (odometerKm === null || odometerAt === null) return null;
  if (odometerKm >= km) return shopDay(odometerAt);
  return perDay > 0 ? addDays(shopDay(odometerAt), Math.min(3650, Math.ceil((km - odometerKm) / perDay))) : null;
}

/** When the invitation is first tried: the customer's preferred time on that day, never before now. */
export function firstTry(day: ShopDay, now: Instant, preferred: PreferredTime | null): Instant {
  const wanted = atPreferredTime(day, preferred);
  return wanted < now ? now : wanted;
}
