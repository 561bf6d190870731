import { z } from 'zod';
import { instantSchema, shopDaySchema } from '#domain/kernel/calendar.ts';
import { query, type Contract } from '#domain/kernel/contract.ts';
import { plateSchema } from '#domain/kernel/plate.ts';
import { shortText } from '#domain/kernel/text.ts';
import { wordsSchema } from '#domain/kernel/words-schema.ts';
import { readinessItems } from '#domain/reception/readiness.ts';
import { id } from '#domain/repair-order/visit.contract.ts';

const readinessState = {
  done: z.int(),
  total: z.int(),
  completeAt: instantSchema.nullable(),
  /** Complete before opening; null while that may still be. */
  inTime: z.boolean().nullable(),
};

const waitingCar = z.strictObject({
  kind: z.enum(['appointment', 'walk_in']),
  appointmentId: id.nullable(),
  arrivalId: id.nullable(),
  /** The car where it is on file. */
  vehicleId: id.nullable(),
  plate: z.string().nullable(),
  customerName: z.string().nullable(),
  note: z.string(),
  startsAt: instantSchema.nullable(),
  waitingSince: instantSchema,
  minutes: z.int(),
});

const desk = ['advisor', 'receptionist', 'service_manager'] as const;

/** The reception’s own day: the readiness checklist and the queue of who came (R050–R056). */
export const receptionDayContracts = {
  /** The day's check: one's own items, and how far everybody at reception is (R050–R052). */
  readiness: query({
    zh: '班前准备检查',
    en: 'Readiness before opening',
    name: 'reception.readiness',
    path: '/reception/readiness',
    callers: desk,
    input: z.strictObject({ day: shopDaySchema.optional() }),
    output: z.strictObject({
      day: shopDaySchema,
      opensAt: z.string(),
      items: z.array(
        z.strictObject({
          item: z.enum(readinessItems),
          ...wordsSchema.shape,
          requirement: z.string(),
          tickedAt: instantSchema.nullable(),
        }),
      ),
      people: z.array(z.strictObject({ staffId: id, name: z.string(), ...readinessState })),
    }),
  }),
  /** Ticks items of one's own check of today; what was ticked before keeps its time. */
  tickReadiness: {
    kind: 'command',
    method: 'POST',
    zh: '班前准备打勾',
    en: 'Tick readiness',
    name: 'reception.tickReadiness',
    path: '/reception/readiness',
    callers: ['advisor', 'receptionist'],
    input: z.strictObject({ items: z.array(z.enum(readinessItems)).min(1).max(readinessItems.length) }),
    output: z.strictObject(readinessState),
    refusals: [],
  },
  /** Who arrived and waits to be received, in the order of reception (R056). */
  queue: query({
    zh: '待接车队列',
    en: 'Cars to receive',
    name: 'reception.queue',
    path: '/reception/queue',
    callers: desk,
    input: z.strictObject({}),
    output: z.strictObject({ waiting: z.array(waitingCar) }),
  }),
  /** A car came without appointment. One that waits already stays as it was noted first. */
  registerArrival: {
    kind: 'command',
    method: 'POST',
    zh: '登记到店',
    en: 'Note an arrival',
    name: 'reception.registerArrival',
    path: '/reception/arrivals',
    callers: [...desk, 'guard'],
    input: z.strictObject({ plate: plateSchema.nullable(), note: shortText }),
    output: z.strictObject({ id }),
    refusals: [],
  },
  /** It left again, or was noted by mistake. */
  endArrival: {
    kind: 'command',
    method: 'POST',
    zh: '车辆已离店',
    en: 'The car left',
    name: 'reception.endArrival',
    path: '/reception/arrivals/:arrivalId/end',
    callers: desk,
    input: z.strictObject({ arrivalId: id }),
    output: z.strictObject({ id }),
    refusals: [],
  },
} as const satisfies Record<string, Contract>;
