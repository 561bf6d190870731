import type { Vehicle } from '#domain/customer/customer.ts';
import { addDays, addMonths, shopDay, type ShopDay } from '#domain/kernel/calendar.ts';

type Known = Pick<
  Vehicle,
  | 'serviceIntervalMonths'
  | 'serviceIntervalKm'
  | 'lastServiceOn'
  | 'lastServiceKm'
  | 'firstSoldOn'
  | 'odometerKm'
  | 'odometerAt'
  | 'dailyKm'
>;

export type NextService = { readonly nextServiceOn: ShopDay | null; readonly nextServiceKm: number | null };

/**
 * When and at how many kilometres the next service is due (R291): one interval after the last service, or after the sale
 * of a car never serviced. The day is the earlier of the interval in months and the day when the kilometres are expected.
 */
export function nextService(vehicle: Known): NextService {
  const nextServiceKm = kmDue(vehicle);
  const days = [monthsDue(vehicle), kmDay(vehicle, nextServiceKm)].filter((day) => day !== null);
  return { nextServiceOn: days.toSorted()[0] ?? null, nextServiceKm };
}

const kmDue = ({ serviceIntervalKm, lastServiceKm }: Known): number | null =>
  serviceIntervalKm === null ? null : (lastServiceKm ?? 0) + serviceIntervalKm;

function monthsDue({ serviceIntervalMonths, lastServiceOn, firstSoldOn }: Known): ShopDay | null {
  const from = lastServiceOn ?? firstSoldOn;
  return serviceIntervalMonths === null || from === null ? null : addMonths(from, serviceIntervalMonths);
}

function kmDay({ odometerKm, odometerAt, dailyKm }: Known, dueKm: number | null): ShopDay | null {
  if (dueKm === null || odometerKm === null || odometerAt === null || !dailyKm) return null;
  return addDays(shopDay(odometerAt), Math.max(0, Math.ceil((dueKm - odometerKm) / dailyKm)));
}
