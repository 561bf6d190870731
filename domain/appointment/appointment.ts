import { z } from 'zod';
import { contactResults } from '#domain/customer/contact-attempt.ts';
import { contactChannels } from '#domain/customer/customer.ts';

export const appointmentStates = ['requested', 'confirmed', 'arrived', 'no_show', 'cancelled'] as const;
export type AppointmentState = (typeof appointmentStates)[number];

export const appointmentChannels = ['phone', 'web', 'counter', 'app', 'platform'] as const;
export type AppointmentChannel = (typeof appointmentChannels)[number];

/** Appointment 预约 and its magnetic tag on the board (R030–R041). Late is derived, not stored. */
export const appointmentRow = z.strictObject({
  appointmentId: z.uuid(),
  appointmentNo: z.string(),
  channel: z.enum(appointmentChannels),
  state: z.enum(appointmentStates),
  customerId: z.uuid().nullable(),
  customerName: z.string(),
  phone: z.string(),
  presenterName: z.string().nullable(),
  startsAt: z.iso.datetime(),
  minutes: z.int(),
  advisorId: z.uuid().nullable(),
  bayId: z.uuid().nullable(),
  requestedJobs: z.string(),
  customerWords: z.string().nullable(),
  estimatedHoursCenti: z.int().nullable(),
  estimatedFen: z.int().nullable(),
  partsChecked: z.string().nullable(),
  confirmedAt: z.iso.datetime().nullable(),
  arrivedAt: z.iso.datetime().nullable(),
  closedAt: z.iso.datetime().nullable(),
  closeReason: z.string().nullable(),
  remindedAt: z.iso.datetime().nullable(),
  outreachId: z.uuid().nullable(),
  chainSeq: z.int(),
  chainHash: z.string(),
  version: z.int(),
  createdAt: z.iso.datetime(),
});
export type Appointment = z.infer<typeof appointmentRow>;

/** One appointment may cover several cars and lead to several visits. */
export const appointmentVehicleRow = z.strictObject({
  appointmentId: z.uuid(),
  itemId: z.uuid(),
  vehicleId: z.uuid().nullable(),
  plate: z.string().nullable(),
  model: z.string().nullable(),
  orderId: z.uuid().nullable(),
});
export type AppointmentVehicle = z.infer<typeof appointmentVehicleRow>;

export const appointmentReminderRow = z.strictObject({
  appointmentId: z.uuid(),
  reminderId: z.uuid(),
  channel: z.enum(contactChannels),
  result: z.enum(contactResults),
  note: z.string().nullable(),
  remindedBy: z.uuid().nullable(),
  remindedAt: z.iso.datetime(),
});
export type AppointmentReminder = z.infer<typeof appointmentReminderRow>;

/** An appointment with its cars and the reminders given. */
export type AppointmentFile = {
  readonly appointment: Appointment;
  readonly vehicles: readonly Omit<AppointmentVehicle, 'appointmentId'>[];
  readonly reminders: readonly Omit<AppointmentReminder, 'appointmentId'>[];
};
