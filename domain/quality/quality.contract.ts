import { z } from 'zod';
import { contactChannels } from '#domain/customer/customer.ts';
import { instantSchema } from '#domain/kernel/calendar.ts';
import { longText, optionalNote } from '#domain/kernel/text.ts';
import { checkItemSchema } from '#domain/quality/inspection.ts';
import { id, odometerKm, place, reason, signatureInput, visitCommand } from '#domain/repair-order/visit.contract.ts';

const items = z.array(checkItemSchema).min(1).max(80);
const failedLines = z.array(z.strictObject({ lineId: id, reason })).max(80);

/** Final inspection, wash, parking and the advisor’s last check, until the customer is told (R183–R210). */
export const qualityContracts = {
  waiveLeaderCheck: visitCommand('waive_leader_check', {
    name: 'quality.waiveLeaderCheck',
    path: 'leader-check/waive',
    fields: { reason },
  }),
  finalInspect: visitCommand('final_inspect', {
    name: 'quality.finalInspect',
    path: 'final-inspection',
    fields: {
      result: z.enum(['pass', 'fail']),
      items,
      failedLines,
      roadTest: z.strictObject({ fromKm: odometerKm, toKm: odometerKm }).nullable(),
      note: optionalNote.nullable(),
      signature: signatureInput,
    },
  }),
  startWash: visitCommand('start_wash', { name: 'quality.startWash', path: 'wash/start', fields: {} }),
  wash: visitCommand('wash', { name: 'quality.wash', path: 'wash', fields: { items, note: optionalNote.nullable() } }),
  park: visitCommand('park', { name: 'quality.park', path: 'park', fields: { place } }),
  returnCustody: visitCommand('return_custody', {
    name: 'quality.returnCustody',
    path: 'custody/return',
    fields: { toStaffId: id, notes: optionalNote.nullable() },
  }),
  internalCheck: visitCommand('internal_check', {
    name: 'quality.internalCheck',
    path: 'internal-check',
    fields: {
      result: z.enum(['pass', 'fail']),
      items,
      failedLines,
      /** The technician who drove along, and the kilometres; null where no drive was needed (R186, R204). */
      jointDrive: z.strictObject({ technicianId: id, fromKm: odometerKm, toKm: odometerKm }).nullable().default(null),
      note: optionalNote.nullable(),
    },
  }),
  tellReady: visitCommand('tell_ready', {
    name: 'quality.tellReady',
    path: 'ready-notice',
    fields: {
      channel: z.enum(contactChannels),
      said: longText,
      reached: z.boolean(),
      pickUpAt: instantSchema.nullable(),
    },
  }),
} as const;
