import type { Vehicle } from '#domain/customer/customer.ts';
import { addMonths, type ShopDay } from '#domain/kernel/calendar.ts';

type Known = Pick<Vehicle, 'firstSoldOn' | 'warrantyMonths' | 'warrantyKm'>;

/** The store's terms for cars whose file names none of their own. */
export type UsualTerm = { readonly months: number; readonly km: number };

export type WarrantyTerm = {
  /** Null: the day of the sale or the kilometres are not known, so that nobody can say. */
  readonly inWarranty: boolean | null;
  readonly until: ShopDay | null;
  readonly untilKm: number;
};

/**
 * Whether the car is within its warranty on a day at a reading (R077): from the day it was sold, months or kilometres,
 * whichever passes first (家用汽车三包规定, art. 18). Past either is past, even where the other is not known.
 */
export function warrantyTerm(
  vehicle: Known,
  at: { readonly day: ShopDay; readonly odometerKm: number | null; readonly usual: UsualTerm },
): WarrantyTerm {
  const { firstSoldOn, warrantyMonths, warrantyKm } = vehicle;
  const until = firstSoldOn === null ? null : addMonths(firstSoldOn, warrantyMonths ?? at.usual.months);
  const untilKm = warrantyKm ?? at.usual.km;
  const pastDay = until === null ? null : at.day > until;
  const pastKm = at.odometerKm === null ? null : at.odometerKm > untilKm;
  return { inWarranty: judged(pastDay, pastKm), until, untilKm };
}

function judged(pastDay: boolean | null, pastKm: boolean | null): boolean | null {
  if (pastDay === true || pastKm === true) return false;
  return pastDay === null || pastKm === null ? null : true;
}
