import { markArrivedRule } from '#domain/appointment/mark-arrived.ts';
import { isRefusal, type Refusal } from '#domain/kernel/refusal.ts';
import { keptAppointment } from '#server/features/appointment/appointment.kept.ts';
import { actOn } from '#server/features/record/on-aggregate.ts';
import type { Call } from '#server/http/call.ts';

/**
 * Reception of a car that had an appointment: the tag shows arrived, and leads to the visit. Null when done.
 * Refusals: `not_found`, `wrong_state` for a cancelled one, `forbidden`.
 */
export async function markArrived(
  call: Call,
  appointmentId: string,
  visit: { readonly orderId: string; readonly vehicleId: string },
): Promise<Refusal | null> {
  const done = await actOn(call, keptAppointment, { id: appointmentId, input: visit, decide: markArrivedRule });
  return isRefusal(done) ? done : null;
}
