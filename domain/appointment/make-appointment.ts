import type { Appointment, AppointmentChannel, AppointmentFile } from '#domain/appointment/appointment.ts';
import { shopDay } from '#domain/kernel/calendar.ts';
import type { Context, Decision } from '#domain/kernel/decision.ts';

type Car = Omit<AppointmentFile['vehicles'][number], 'itemId' | 'orderId'>;

/** Everything said when an appointment is made (R032, R033). */
export type NewAppointment = Pick<
  Appointment,
  | 'customerId'
  | 'customerName'
  | 'phone'
  | 'presenterName'
  | 'startsAt'
  | 'minutes'
  | 'advisorId'
  | 'bayId'
  | 'requestedJobs'
  | 'customerWords'
  | 'estimatedHoursCenti'
  | 'estimatedFen'
  | 'partsChecked'
  | 'outreachId'
> & {
  readonly appointmentId: string;
  readonly channel: AppointmentChannel;
  readonly cars: readonly Car[];
  readonly confirmed: boolean;
};

/** `AP` with the day it was made and the store's own running number. */
const appointmentNo = (now: string, number: number): string =>
  `AP${shopDay(now).slice(2).replaceAll('-', '')}${String(number).padStart(4, '0')}`;

/** A new appointment at a place that was checked (`checkPlace`) under the day's lock. */
export function makeAppointment(
  { cars, confirmed, ...made }: NewAppointment,
  number: number,
  { now, newId }: Pick<Context, 'now' | 'newId'>,
): Decision<AppointmentFile, Appointment> {
  const appointment: Appointment = {
    ...made,
    appointmentNo: appointmentNo(now, number),
    state: confirmed ? 'confirmed' : 'requested',
    confirmedAt: confirmed ? now : null,
    arrivedAt: null,
    closedAt: null,
    closeReason: null,
    remindedAt: null,
    chainSeq: 0,
    chainHash: '',
    version: 1,
    createdAt: now,
  };
  const vehicles = cars.map((car) => ({ ...car, itemId: newId(), orderId: null }));
  const { channel, state, startsAt, minutes, advisorId, bayId, customerId, outreachId } = appointment;
  const payload = { channel, state, startsAt, minutes, advisorId, bayId, customerId, outreachId, cars: cars.length };
  const next = { appointment, vehicles, reminders: [] };
  if (made.channel !== 'web') return { next, activity: { action: 'make', payload }, output: appointment };
  return { next, activity: { action: 'request', payload: { ...payload, privacyAccepted: true } }, output: appointment };
}
