import type { OdometerKind } from '#domain/customer/customer.ts';
import { changeVehicle, type VehicleFile } from '#domain/customer/customer-file.ts';
import { nextService } from '#domain/customer/next-service.ts';
import type { Context, Decision } from '#domain/kernel/decision.ts';
import { dailyKm, readingProblem } from '#domain/kernel/mileage.ts';
import { refuse, type Refusal } from '#domain/kernel/refusal.ts';

export type NewReading = {
  readonly kind: OdometerKind;
  readonly km: number;
  readonly orderId: string | null;
  /** Why it may show less than last time. */
  readonly reason: string | null;
};

/** Why the odometer may not show this, or null. Refusal `odometer_backwards`. */
export function checkReading(file: VehicleFile, { km, reason }: Pick<NewReading, 'km' | 'reason'>): Refusal | null {
  const last = seriesOf(file).at(-1);
  const at = last?.at ?? '';
  const problem = last ? readingProblem(last, { at, km }, reason) : null;
  return problem ? refuse('odometer_backwards', { field: 'odometerKm', values: { last: last?.km ?? 0 } }) : null;
}

/** Adds a reading to the car's dated series; its daily average and next service follow. Refusal `odometer_backwards`. */
export function readOdometer(
  file: VehicleFile,
  reading: NewReading,
  { now, newId }: Pick<Context, 'now' | 'newId'>,
): Decision<VehicleFile, { readonly km: number }> | Refusal {
  const refusal = checkReading(file, reading);
  if (refusal) return refusal;
  const { kind, km, orderId, reason } = reading;
  const row = { readingId: newId(), kind, km, readAt: now, orderId, reason };
  const read = { ...file, readings: [...file.readings, row] };
  const daily = dailyKm(seriesOf(read));
  const figures = { odometerKm: km, odometerAt: now, dailyKm: daily === null ? null : Math.round(daily * 100) / 100 };
  const next = changeVehicle(read, { ...figures, ...nextService({ ...file.vehicle, ...figures }) });
  const payload = { kind, km, orderId, lowered: reason !== null };
  return { next, activity: { action: 'read_odometer', payload }, output: { km } };
}

/** A reading below the one before it stands on a replaced cluster: it was let in for a reason only. */
function seriesOf({ readings }: VehicleFile) {
  return readings.map(({ readAt, km }, index) => {
    const before = readings[index - 1];
    return { at: readAt, km, clusterReplaced: before !== undefined && km < before.km };
  });
}
