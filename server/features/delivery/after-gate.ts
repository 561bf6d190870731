import { recordService } from '#domain/delivery/record-service.ts';
import type { OdometerKind } from '#domain/customer/customer.ts';
import type { VehicleFile } from '#domain/customer/customer-file.ts';
import type { Visit } from '#domain/repair-order/visit.ts';
import { recordOdometer, saveVehicle } from '#server/features/customer/customer-files.ts';
import { planFollowUps } from '#server/features/followup/plan-follow-ups.ts';
import { planServiceReminder } from '#server/features/outreach/plan-service-reminder.ts';
import type { Call } from '#server/http/call.ts';

type GateReading = { readonly orderId: string; readonly kind: OdometerKind; readonly km: number | null };

/** The odometer, where it was read at the gate, goes into the locked car's series; answers the file as it is now. */
export const readAtGate = (call: Call, file: VehicleFile, { km, ...reading }: GateReading): VehicleFile =>
  km === null ? file : recordOdometer(call, file, { ...reading, km, reason: null });

/** A delivered car: its file, the calls after the visit (R260, R261) and the reminder of the next service (R236). */
export async function followDelivery(call: Call, file: VehicleFile, visit: Visit): Promise<void> {
  const decision = recordService(file, visit, call.now);
  if (decision) saveVehicle(call, { before: file, decision });
  if (visit.order.kind === 'internal' || visit.order.kind === 'pdi') return;
  planFollowUps(call, visit);
  await planServiceReminder(call, visit);
}
