import type { Vehicle } from '#domain/customer/customer.ts';
import { addMonths, type ShopDay } from '#domain/kernel/calendar.ts';

type Terms = Pick<Vehicle, 'firstSoldOn' | 'warrantyMonths' | 'warrantyKm'>;

/**
 * Whether the car is within its warranty on a day: months since it was first sold and kilometres, whichever ends first
 * (R077, rules 4.1). Null while the file does not say.
 */
export function inWarranty(
  { firstSoldOn, warrantyMonths, warrantyKm }: Terms,
  { day, odometerKm }: { readonly day: ShopDay; readonly odometerKm: number | null },
): boolean | null {
  if (warrantyKm !== null && odometerKm !== null && odometerKm >= warrantyKm) return false;
  if (firstSoldOn === null || warrantyMonths === null) return null;
  return day < addMonths(firstSoldOn, warrantyMonths);
}
