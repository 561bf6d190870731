import { z } from 'zod';
import { appointmentMachine } from '#domain/appointment/appointment.machine.ts';
import {
  appointmentReminderRow,
  appointmentRow,
  appointmentStates,
  appointmentVehicleRow,
} from '#domain/appointment/appointment.ts';
import { tagMarkers } from '#domain/appointment/tag.ts';
import { instantSchema, shopDaySchema } from '#domain/kernel/calendar.ts';
import { command, query, version, type Contract } from '#domain/kernel/contract.ts';
import { phoneSchema } from '#domain/kernel/phone.ts';
import { plateSchema } from '#domain/kernel/plate.ts';
import { longText, optionalNote, shortText } from '#domain/kernel/text.ts';
import { wordsSchema } from '#domain/kernel/words-schema.ts';
import { contactEntry } from '#domain/customer/contact-attempt.ts';
import { pageFields, pageOf } from '#domain/store/page.ts';

const id = z.uuid();
const appointmentId = id;
const minutes = z.int().min(10).max(480);
const changed = z.strictObject({ appointmentId: id, state: z.enum(appointmentStates), version });
const car = z.strictObject({
  vehicleId: id.nullable(),
  plate: plateSchema.nullable(),
  model: shortText.nullable(),
});
const place = { startsAt: instantSchema, minutes, advisorId: id.nullable(), bayId: id.nullable() };

const slot = z.strictObject({ startsAt: z.iso.datetime(), free: z.int().min(0) });

/** One magnetic tag of the board (R039). */
const tag = z.strictObject({
  appointmentId: id,
  appointmentNo: z.string(),
  state: z.enum(appointmentStates),
  marker: z.enum(tagMarkers),
  advisorId: id.nullable(),
  advisorName: z.string().nullable(),
  customerId: id.nullable(),
  customerName: z.string(),
  plates: z.array(z.string()),
  startsAt: z.iso.datetime(),
  minutes: z.int(),
  requestedJobs: z.string(),
  bayId: id.nullable(),
  bayName: z.string().nullable(),
  remindedAt: z.iso.datetime().nullable(),
  orderIds: z.array(id),
  version,
});

const detail = appointmentRow.omit({ chainSeq: true, chainHash: true }).extend({
  marker: z.enum(tagMarkers),
  advisorName: z.string().nullable(),
  bayName: z.string().nullable(),
  vehicles: z.array(appointmentVehicleRow.omit({ appointmentId: true })),
  reminders: z.array(appointmentReminderRow.omit({ appointmentId: true }).extend({ byName: z.string().nullable() })),
  /** What is said on the reminder call (R037). */
  script: z.array(wordsSchema),
});

/** Commands on one appointment, as `/appointments/:appointmentId/<path>`. */
const of = <Fields extends z.ZodRawShape>(
  action: keyof typeof appointmentMachine.actions,
  path: string,
  fields: Fields,
) => {
  const input = z.strictObject({ appointmentId, ...fields });
  const [first = '', ...rest] = path.split('-');
  const verb = first + rest.map((part) => part.slice(0, 1).toUpperCase() + part.slice(1)).join('');
  const definition = { name: `appointment.${verb}`, path: `/appointments/:appointmentId/${path}`, input };
  return command({ of: appointmentMachine, action }, { ...definition, output: changed });
};

/** Appointments and their board, as staff make, confirm and move them (R030–R043). */
export const appointmentContracts = {
  make: command(
    { of: appointmentMachine, action: 'make' },
    {
      name: 'appointment.make',
      path: '/appointments',
      input: z.strictObject({
        ...place,
        channel: z.enum(['phone', 'counter', 'app', 'platform']),
        customerId: id.nullable(),
        /** Needed unless the customer on file tells them. */
        customerName: shortText.nullable(),
        phone: phoneSchema.nullable(),
        presenterName: shortText.nullable(),
        cars: z.array(car).min(1).max(5),
        requestedJobs: longText,
        customerWords: optionalNote.nullable(),
        estimatedHoursCenti: z.int().min(0).max(100_000).nullable(),
        estimatedFen: z.int().min(0).max(1_000_000_000).nullable(),
        partsChecked: optionalNote.nullable(),
        outreachId: id.nullable(),
        confirmed: z.boolean(),
      }),
      output: changed.extend({ appointmentNo: z.string() }),
      refusals: ['file_incomplete'],
    },
  ),
  confirm: of('confirm', 'confirm', { version, advisorId: id.nullable(), bayId: id.nullable() }),
  reschedule: of('reschedule', 'reschedule', { version, ...place }),
  rebook: of('rebook', 'rebook', { version, ...place }),
  remind: of('remind', 'reminders', contactEntry),
  markArrived: of('mark_arrived', 'arrived', {}),
  markNoShow: of('mark_no_show', 'no-show', { version, reason: optionalNote.nullable() }),
  cancel: of('cancel', 'cancel', { version, reason: longText }),
  board: query({
    zh: '预约看板',
    en: 'Appointment board',
    name: 'appointment.board',
    path: '/appointments/board',
    callers: 'staff',
    input: z.strictObject({ day: shopDaySchema }),
    output: z.strictObject({
      day: z.iso.date(),
      now: z.iso.datetime(),
      /** Beginnings of the hours from opening to closing. */
      hours: z.array(z.iso.datetime()),
      advisors: z.array(z.strictObject({ advisorId: id, name: z.string() })),
      tags: z.array(tag),
    }),
  }),
  slots: query({
    zh: '可预约时段',
    en: 'Free slots',
    name: 'appointment.slots',
    path: '/appointments/slots',
    callers: 'staff',
    input: z.strictObject({ day: shopDaySchema, advisorId: id.optional() }),
    output: z.strictObject({ slotMinutes: z.int(), slots: z.array(slot) }),
  }),
  list: query({
    zh: '预约清单',
    en: 'Appointments',
    name: 'appointment.list',
    path: '/appointments',
    callers: 'staff',
    input: z.strictObject({
      from: shopDaySchema.optional(),
      to: shopDaySchema.optional(),
      state: z.enum(appointmentStates).optional(),
      /** Missed, with no later appointment of this phone and no later visit of its cars: to be called. */
      missed: z.boolean().default(false),
      customerId: id.optional(),
      vehicleId: id.optional(),
      ...pageFields,
    }),
    output: pageOf(tag),
  }),
  detail: query({
    zh: '预约详情',
    en: 'One appointment',
    name: 'appointment.detail',
    path: '/appointments/:appointmentId',
    callers: 'staff',
    input: z.strictObject({ appointmentId }),
    output: detail,
  }),
  slip: query({
    zh: '预约确认单',
    en: 'Appointment confirmation',
    name: 'appointment.slip',
    path: '/appointments/:appointmentId/slip',
    callers: 'staff',
    input: z.strictObject({ appointmentId }),
    /** A PDF, not JSON. */
    output: z.null(),
  }),
} as const;

/** What anybody may ask of a store without signing in: is there a place, may I come (R030). Limited in rate. */
export const publicAppointmentContracts = {
  slots: query({
    zh: '查看可预约时间',
    en: 'See free times',
    name: 'appointment.publicSlots',
    path: '/public/stores/:storeId/slots',
    callers: 'public',
    input: z.strictObject({ storeId: id, day: shopDaySchema }),
    output: z.strictObject({
      storeName: z.string(),
      storeNameEn: z.string(),
      /** Empty where the store has not said them. */
      phone: z.string(),
      address: z.string(),
      slots: z.array(z.strictObject({ startsAt: z.iso.datetime(), free: z.boolean() })),
    }),
  }),
  request: {
    kind: 'command',
    method: 'POST',
    name: 'appointment.request',
    zh: appointmentMachine.actions.request.zh,
    en: appointmentMachine.actions.request.en,
    path: '/public/stores/:storeId/appointments',
    callers: 'public',
    input: z.strictObject({
      storeId: id,
      customerName: shortText,
      phone: phoneSchema,
      plate: plateSchema.nullable(),
      model: shortText.nullable(),
      startsAt: instantSchema,
      requestedJobs: longText,
      customerWords: optionalNote.nullable(),
      /** The notice of who keeps these data, what for and how long was read and agreed to (PIPL 13, 17). */
      privacyAccepted: z.boolean(),
    }),
    output: z.strictObject({ appointmentNo: z.string(), startsAt: z.iso.datetime() }),
    refusals: ['privacy_not_accepted', 'appointment_in_past', 'slot_closed', 'slot_full'],
  } satisfies Contract,
} as const;
