import { z } from 'zod';
import { command, version } from '#domain/kernel/contract.ts';
import { phoneSchema } from '#domain/kernel/phone.ts';
import { longText, optionalNote, shortText } from '#domain/kernel/text.ts';
import { damageKinds, entrustedKinds, symptomInterviewSchema } from '#domain/reception/reception.ts';
import { tickItems } from '#domain/repair-order/norms.ts';
import { orderKinds } from '#domain/repair-order/repair-order.ts';
import { orderMachine } from '#domain/repair-order/repair-order.transitions.ts';
import { id, odometerKm, signatureInput, visitChanged, visitCommand } from '#domain/repair-order/visit.contract.ts';

export const walkAroundAreas = [
  'front',
  'rear',
  'left',
  'right',
  'roof',
  'bonnet',
  'windscreen',
  'windows',
  'lights',
  'mirrors',
  'tyres',
  'wheels',
  'interior',
  'dashboard',
  'boot',
] as const;

/** Receiving a car, up to the signed reception form (R053–R079). */
export const receptionContracts = {
  receiveCar: command(
    { of: orderMachine, action: 'receive_car' },
    {
      name: 'reception.receiveCar',
      path: '/orders',
      input: z.strictObject({
        kind: z.enum(orderKinds),
        vehicleId: id,
        customerId: id,
        /** Null for internal and PDI orders alone. */
        presenter: z
          .strictObject({ name: shortText, phone: phoneSchema.nullable(), entrusted: z.boolean() })
          .nullable(),
        complaint: longText,
        advisorId: id.nullable(),
        appointmentId: id.nullable(),
        comebackOf: id.nullable(),
        waitsInShop: z.boolean().nullable(),
      }),
      output: visitChanged.extend({ orderNo: z.string() }),
    },
  ),
  fitKit: visitCommand('fit_kit', { name: 'reception.fitKit', path: 'kit', fields: {} }),
  recordReadings: visitCommand('record_readings', {
    name: 'reception.recordReadings',
    path: 'readings',
    fields: {
      odometerKm,
      /** Why the odometer shows less than last time, e.g. the cluster was replaced. */
      lowerReason: shortText.nullable(),
      fuelEighths: z.int().min(0).max(8).nullable(),
      chargePercent: z.int().min(0).max(100).nullable(),
    },
  }),
  recordWalkAround: visitCommand('record_walk_around', {
    name: 'reception.recordWalkAround',
    path: 'walk-around',
    fields: {
      items: z
        .array(
          z.strictObject({
            area: z.enum(walkAroundAreas),
            damage: z.enum(damageKinds),
            note: optionalNote.nullable(),
            xMilli: z.int().min(0).max(1000).nullable(),
            yMilli: z.int().min(0).max(1000).nullable(),
            attachmentId: id.nullable(),
          }),
        )
        .max(60),
      spareWheelOk: z.boolean(),
      toolsOk: z.boolean(),
    },
  }),
  takeItems: visitCommand('take_items', {
    name: 'reception.takeItems',
    path: 'entrusted-items',
    fields: {
      items: z
        .array(
          z.strictObject({ kind: z.enum(entrustedKinds), description: shortText, quantity: z.int().min(1).max(99) }),
        )
        .min(1)
        .max(30),
    },
  }),
  recordInterview: visitCommand('record_interview', {
    name: 'reception.recordInterview',
    path: 'interview',
    fields: {
      version,
      complaint: longText,
      interview: symptomInterviewSchema,
      preliminaryJudgement: optionalNote.nullable(),
      inWarranty: z.boolean().nullable(),
      symptomClass: z.enum(['a', 'b', 'c']).nullable(),
    },
  }),
  handOverReceptionForm: visitCommand('hand_over_reception_form', {
    name: 'reception.handOverReceptionForm',
    path: 'reception-form/hand-over',
    fields: { signature: signatureInput },
  }),
  tick: visitCommand('tick', {
    name: 'reception.tick',
    path: 'ticks',
    fields: { items: z.array(z.enum(tickItems)).min(1).max(40), note: optionalNote.nullable() },
  }),
  seatInLounge: visitCommand('seat_in_lounge', { name: 'reception.seatInLounge', path: 'lounge', fields: {} }),
} as const;
