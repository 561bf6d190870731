import { z } from 'zod';
import { gatePassReasons } from '#domain/delivery/delivery.ts';
import { instantSchema } from '#domain/kernel/calendar.ts';
import { command } from '#domain/kernel/contract.ts';
import { phoneSchema } from '#domain/kernel/phone.ts';
import { longText, optionalNote, shortText, wordsUpTo } from '#domain/kernel/text.ts';
import { orderMachine } from '#domain/repair-order/repair-order.transitions.ts';
import {
  id,
  odometerKm,
  reason,
  signatureInput,
  visitChanged,
  visitCommand,
} from '#domain/repair-order/visit.contract.ts';

export const passCode = z
  .string()
  .trim()
  .toUpperCase()
  .regex(/^[0-9A-Z]{8,16}$/);

/** Who may collect the car, the passes that open the gate, and the hand-over (R240, R241, R248–R252). */
export const deliveryContracts = {
  authorizeCollector: {
    ...visitCommand('authorize_collector', {
      name: 'delivery.authorizeCollector',
      path: 'collectors',
      fields: {
        name: shortText,
        phone: phoneSchema.nullable(),
        consent: z.enum(['one_time_code', 'recorded_consent']),
        evidence: longText.nullable(),
      },
    }),
    /** The one-time code is answered once, to be passed on by the customer. */
    output: visitChanged.extend({ code: z.string().nullable() }),
  },
  issueFinalPass: visitCommand('issue_final_pass', {
    name: 'delivery.issueFinalPass',
    path: 'gate-passes/final',
    fields: { collectorId: id.nullable() },
  }),
  issueTemporaryPass: visitCommand('issue_temporary_pass', {
    name: 'delivery.issueTemporaryPass',
    path: 'gate-passes/temporary',
    fields: {
      reason: z.enum(gatePassReasons).exclude(['delivered', 'nothing_done']),
      collectorName: shortText,
      odometerKm,
      expectedReturnAt: instantSchema,
      unsafe: z.boolean(),
      unsafeNote: longText.nullable(),
      signature: signatureInput.nullable(),
    },
  }),
  voidPass: visitCommand('void_pass', {
    name: 'delivery.voidPass',
    path: 'gate-passes/:passId/void',
    fields: { passId: id, reason },
  }),
  handOver: visitCommand('hand_over', {
    name: 'delivery.handOver',
    path: 'hand-over',
    fields: {
      collectorId: id.nullable(),
      collectorName: shortText,
      code: wordsUpTo(12).nullable(),
      itemIds: z.array(id).max(60),
      satisfaction: z.int().min(1).max(5).nullable(),
      opinion: optionalNote.nullable(),
      otherService: optionalNote.nullable(),
    },
  }),
  /** The guard's one action: by the code on the pass. */
  openGate: command(
    { of: orderMachine, action: 'open_gate' },
    {
      name: 'delivery.openGate',
      path: '/gate/openings',
      input: z.strictObject({ code: passCode, odometerKm: odometerKm.nullable() }),
      output: visitChanged.extend({ plate: z.string().nullable(), collectorName: z.string(), passNo: z.string() }),
    },
  ),
  carReturned: visitCommand('car_returned', { name: 'delivery.carReturned', path: 'returned', fields: { odometerKm } }),
} as const;
