import { warrantyTerm, type WarrantyTerm } from '#domain/customer/warranty-term.ts';
import { shopDay } from '#domain/kernel/calendar.ts';
import type { Visit } from '#domain/repair-order/visit.ts';
import type { StoreSettings } from '#domain/store/settings.ts';

type By = { readonly settings: Pick<StoreSettings, 'warrantyTerm'> };

/** The warranty of the visit's car on the day it arrived, at the reading taken then (R077). */
export const warrantyOf = ({ order, vehicle, reception }: Visit, { settings }: By): WarrantyTerm =>
  warrantyTerm(vehicle, {
    day: shopDay(order.arrivedAt),
    odometerKm: reception?.odometerKm ?? vehicle.odometerKm,
    usual: settings.warrantyTerm,
  });
