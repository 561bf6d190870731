import { appointmentContracts, publicAppointmentContracts } from '#domain/appointment/appointment.contract.ts';
import {
  appointmentAnswer,
  cancelAppointment,
  confirmAppointment,
  markNoShow,
  rebookAppointment,
  remindCustomer,
  rescheduleAppointment,
} from '#domain/appointment/move-appointment.ts';
import type { AppointmentFile } from '#domain/appointment/appointment.ts';
import type { DayPlan } from '#domain/appointment/slots.ts';
import { isRefusal, type Refusal } from '#domain/kernel/refusal.ts';
import { make, planReminders } from '#server/features/appointment/appointment.commands.ts';
import { appointmentSlip } from '#server/features/appointment/appointment-slip.ts';
import { keptAppointment } from '#server/features/appointment/appointment.kept.ts';
import { board, detail, list, slots } from '#server/features/appointment/appointment.queries.ts';
import { lockedPlan } from '#server/features/appointment/day-plan.ts';
import { markArrived } from '#server/features/appointment/mark-arrived.ts';
import { publicRequest, publicSlots } from '#server/features/appointment/public-appointment.ts';
import { unknownPlace } from '#server/features/appointment/references.ts';
import { bookedAfterAll, inviteAgain } from '#server/features/outreach/after-appointment.ts';
import { onAggregate } from '#server/features/record/on-aggregate.ts';
import { bind, bindOpen } from '#server/http/bind.ts';
import type { Call } from '#server/http/call.ts';

type Place = { readonly startsAt?: string; readonly advisorId: string | null; readonly bayId: string | null };

const one = {
  kept: keptAppointment,
  idOf: ({ appointmentId }: { readonly appointmentId: string }) => appointmentId,
} as const;

/** The plan of the day that the appointment moves to, locked, without itself. */
async function placeFacts(call: Call, { appointment }: AppointmentFile, place: Place): Promise<DayPlan | Refusal> {
  const unknown = await unknownPlace(call, place);
  return unknown ?? lockedPlan(call, place.startsAt ?? appointment.startsAt, appointment.appointmentId);
}

const moving = { ...one, facts: placeFacts, after: (call: Call, next: AppointmentFile) => planReminders(call, next) };

const ending = { ...one, after: (call: Call, next: AppointmentFile) => inviteAgain(call, next.appointment) };

export const appointmentRoutes = [
  bind(appointmentContracts.board, board),
  bind(appointmentContracts.slots, slots),
  bind(appointmentContracts.list, list),
  bind(appointmentContracts.detail, detail),
  bind(appointmentContracts.slip, appointmentSlip),
  bind(appointmentContracts.make, make),
  onAggregate(appointmentContracts.confirm, { ...moving, decide: confirmAppointment }),
  onAggregate(appointmentContracts.reschedule, { ...moving, decide: rescheduleAppointment }),
  onAggregate(appointmentContracts.rebook, {
    ...moving,
    decide: rebookAppointment,
    after: async (call, next) => {
      planReminders(call, next);
      await bookedAfterAll(call, next.appointment);
    },
  }),
  onAggregate(appointmentContracts.remind, { ...one, decide: remindCustomer }),
  onAggregate(appointmentContracts.markNoShow, { ...ending, decide: markNoShow }),
  onAggregate(appointmentContracts.cancel, { ...ending, decide: cancelAppointment }),
  bind(appointmentContracts.markArrived, async (call, { appointmentId }) => {
    const done = await markArrived(call, appointmentId, { orderId: null, vehicleId: null });
    return isRefusal(done) ? done : appointmentAnswer(done);
  }),
  bindOpen(publicAppointmentContracts.slots, publicSlots),
  bindOpen(publicAppointmentContracts.request, publicRequest, { guarded: true }),
];
