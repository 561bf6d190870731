import { appointmentAnswer } from '#domain/appointment/move-appointment.ts';
import type { appointmentContracts, publicAppointmentContracts } from '#domain/appointment/appointment.contract.ts';
import type { AppointmentFile } from '#domain/appointment/appointment.ts';
import { makeAppointment, type NewAppointment } from '#domain/appointment/make-appointment.ts';
import { reminderTimes } from '#domain/appointment/reminder.ts';
import { checkPlace } from '#domain/appointment/slots.ts';
import { shopDay } from '#domain/kernel/calendar.ts';
import type { InputOf, OutputOf } from '#domain/kernel/contract.ts';
import type { Decision } from '#domain/kernel/decision.ts';
import { isRefusal, refuse, type Refusal } from '#domain/kernel/refusal.ts';
import { keptAppointment } from '#server/features/appointment/appointment.kept.ts';
import { lockDay, lockedPlan } from '#server/features/appointment/day-plan.ts';
import { findSameRequest, tooManyRequests, unknownReference } from '#server/features/appointment/references.ts';
import { markBooked } from '#server/features/outreach/outreach.commands.ts';
import { keep } from '#server/features/record/on-aggregate.ts';
import { nextNumber } from '#server/features/store/counter.ts';
import type { Call } from '#server/http/call.ts';

type Make = typeof appointmentContracts.make;
type Request = typeof publicAppointmentContracts.request;

/** Books by phone or at the counter. Two who want the last place at once wait for each other; one is told `slot_full`. */
export async function make(call: Call, input: InputOf<Make>): Promise<OutputOf<Make> | Refusal> {
  const known = await unknownReference(call, input);
  if (isRefusal(known)) return known;
  const customerName = input.customerName ?? known.name;
  const phone = input.phone ?? known.phone;
  if (customerName === null)
    return refuse('file_incomplete', { field: 'customerName', values: { missing: '姓名 / name' } });
  if (phone === null) return refuse('file_incomplete', { field: 'phone', values: { missing: '电话 / phone' } });
  const wanted = { ...input, customerName, phone, appointmentId: call.newId() };
  const done = await book(call, {
    ...wanted,
    customerWords: input.customerWords ?? null,
    partsChecked: input.partsChecked ?? null,
  });
  if (isRefusal(done)) return done;
  return { ...appointmentAnswer(done.output), appointmentNo: done.output.appointmentNo };
}

/** Books from the web, to be confirmed by a call. The same wish sent again is answered with the appointment it made. */
export async function request(call: Call, input: InputOf<Request>): Promise<OutputOf<Request> | Refusal> {
  const { storeId: _, plate, model, customerWords, privacyAccepted, ...wish } = input;
  if (!privacyAccepted) return refuse('privacy_not_accepted', { field: 'privacyAccepted' });
  await lockDay(call, shopDay(wish.startsAt));
  const same = await findSameRequest(call, wish);
  if (same) return same;
  if (await tooManyRequests(call, wish.phone)) return refuse('too_many_requests');
  const done = await book(call, {
    ...wish,
    ...unsaid,
    appointmentId: call.newId(),
    channel: 'web',
    minutes: call.settings.appointmentSlotMinutes,
    customerWords: customerWords ?? null,
    cars: [{ vehicleId: null, plate, model }],
    confirmed: false,
  });
  return isRefusal(done) ? done : { appointmentNo: done.output.appointmentNo, startsAt: done.output.startsAt };
}

const unsaid = {
  customerId: null,
  presenterName: null,
  advisorId: null,
  bayId: null,
  estimatedHoursCenti: null,
  estimatedFen: null,
  partsChecked: null,
  outreachId: null,
} as const;

async function book(
  call: Call,
  wanted: NewAppointment,
): Promise<Decision<AppointmentFile, AppointmentFile['appointment']> | Refusal> {
  const plan = await lockedPlan(call, wanted.startsAt);
  const refusal =
    checkPlace(wanted, plan, { hours: call.settings, now: call.now }) ??
    (wanted.outreachId ? await markBooked(call, wanted.outreachId, wanted.appointmentId) : null);
  if (refusal) return refusal;
  const decision = makeAppointment(wanted, await nextNumber(call, 'appointment'), call);
  keep(call, keptAppointment, { before: null, decision });
  planReminders(call, decision.next);
  return decision;
}

/** The reminders of an appointment as it stands now; those of its former time are replaced or found stale when they run. */
export function planReminders(call: Call, { appointment }: AppointmentFile): void {
  const { appointmentId, startsAt } = appointment;
  for (const { kind, at } of reminderTimes(startsAt, call.now)) {
    const payload = { storeId: call.actor.storeId, appointmentId, startsAt, kind };
    call.enqueue('appointment.remind', payload, { runAt: at, jobKey: `appointment:${appointmentId}:${kind}` });
  }
}
