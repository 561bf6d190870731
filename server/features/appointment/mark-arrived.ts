import type { Appointment } from '#domain/appointment/appointment.ts';
import { markArrivedRule, type Arrival } from '#domain/appointment/mark-arrived.ts';
import { isRefusal, type Refusal } from '#domain/kernel/refusal.ts';
import { keptAppointment } from '#server/features/appointment/appointment.kept.ts';
import { bookedAfterAll } from '#server/features/outreach/after-appointment.ts';
import { actOn } from '#server/features/record/on-aggregate.ts';
import type { Call } from '#server/http/call.ts';

/**
 * The customer is here: the tag shows arrived, and leads to the visit where the car is received already. Refusals:
 * `not_found`, `wrong_state` for a cancelled one, `forbidden`.
 */
export async function markArrived(call: Call, appointmentId: string, arrival: Arrival): Promise<Appointment | Refusal> {
  const done = await actOn(call, keptAppointment, { id: appointmentId, input: arrival, decide: markArrivedRule });
  if (isRefusal(done)) return done;
  const { appointment } = done.next;
  await bookedAfterAll(call, appointment);
  return appointment;
}
