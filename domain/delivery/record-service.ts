import { changeVehicle, type VehicleFile } from '#domain/customer/customer-file.ts';
import { shopDay, type Instant } from '#domain/kernel/calendar.ts';
import type { Decision } from '#domain/kernel/decision.ts';
import type { Visit } from '#domain/repair-order/visit.ts';
import { performedLines, statementOf } from '#domain/repair-order/visit.rules.ts';

type Recorded = Pick<Decision<VehicleFile, unknown>, 'next' | 'activity'>;

/** What a delivered visit means for the car's file: the service just done, and the next one as its statement promises (R235). */
export function recordService(file: VehicleFile, visit: Visit, now: Instant): Recorded | null {
  const maintained = performedLines(visit).some(({ repairCategory }) => repairCategory === 'maintenance');
  const statement = statementOf(visit, 'customer');
  const { nextServiceOn, nextServiceKm } = statement ?? { nextServiceOn: null, nextServiceKm: null };
  if (nextServiceOn === null && !maintained) return null;
  const promised = nextServiceOn === null ? {} : { nextServiceOn, nextServiceKm };
  const serviced = maintained ? { lastServiceOn: shopDay(now), lastServiceKm: file.vehicle.odometerKm } : {};
  const { orderId } = visit.order;
  return {
    next: changeVehicle(file, { ...promised, ...serviced }),
    activity: { action: 'record_service', payload: { orderId, ...promised, ...serviced } },
  };
}
