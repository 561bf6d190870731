import { recordService } from '#domain/delivery/record-service.ts';
import type { OdometerKind } from '#domain/customer/customer.ts';
import { isRefusal } from '#domain/kernel/refusal.ts';
import { performedLines } from '#domain/repair-order/visit.rules.ts';
import type { Visit } from '#domain/repair-order/visit.ts';
import { lockVehicle, recordOdometer, saveVehicle } from '#server/features/customer/customer-files.ts';
import { planFollowUps } from '#server/features/followup/plan-follow-ups.ts';
import { planServiceReminder } from '#server/features/outreach/plan-service-reminder.ts';
import type { Call } from '#server/http/call.ts';

/** The odometer read at the gate goes into the car's series; the rule has let it in already. */
export async function readAtGate(call: Call, { order }: Visit, reading: { kind: OdometerKind; km: number | null }) {
  const { kind, km } = reading;
  if (km === null) return;
  const read = { kind, km, orderId: order.orderId, reason: null };
  const refusal = await recordOdometer(call, order.vehicleId, read);
  if (isRefusal(refusal)) throw new Error('a reading that the rule let in was refused');
}

/** A delivered car: its file, the calls after the visit (R260, R261) and the reminder of the next service (R236). */
export async function followDelivery(call: Call, visit: Visit): Promise<void> {
  await keepService(call, visit);
  if (visit.order.kind === 'internal' || visit.order.kind === 'pdi') return;
  await planFollowUps(call, visit);
  await planServiceReminder(call, visit);
}

async function keepService(call: Call, visit: Visit): Promise<void> {
  const before = await lockVehicle(call, visit.order.vehicleId);
  if (isRefusal(before)) throw new Error('the delivered car has no file');
  const maintained = await hasMaintenance(call, visit);
  const decision = recordService(before, visit, { maintained, now: call.now });
  if (decision) await saveVehicle(call, { before, decision });
}

async function hasMaintenance({ tx, actor }: Call, visit: Visit): Promise<boolean> {
  const ids = performedLines(visit).flatMap(({ operationId }) => operationId ?? []);
  if (ids.length === 0) return false;
  const row = await tx
    .selectFrom('labour_operation')
    .select('operation_id')
    .where('store_id', '=', actor.storeId)
    .where('operation_id', 'in', ids)
    .where('repair_category', '=', 'maintenance')
    .limit(1)
    .executeTakeFirst();
  return row !== undefined;
}
