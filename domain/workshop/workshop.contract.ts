import { z } from 'zod';
import { contactChannels } from '#domain/customer/customer.ts';
import { instantSchema } from '#domain/kernel/calendar.ts';
import { longText, optionalNote } from '#domain/kernel/text.ts';
import { checkItemSchema } from '#domain/quality/inspection.ts';
import { contactPurposes, waitReasons } from '#domain/repair-order/repair-order.ts';
import { id, reason, signatureInput, visitCommand, workCommand } from '#domain/repair-order/visit.contract.ts';

const items = z.array(checkItemSchema).min(1).max(80);

/** Work on a line from start to the leader’s check, and what is told while it goes on (R157–R175, R180–R182). */
export const workshopContracts = {
  startWork: workCommand('start_work', { name: 'workshop.startWork', path: 'start', fields: { bayId: id.nullable() } }),
  pauseWork: workCommand('pause_work', {
    name: 'workshop.pauseWork',
    path: 'pause',
    fields: { reason: z.enum(waitReasons), note: optionalNote.nullable() },
  }),
  resumeWork: workCommand('resume_work', { name: 'workshop.resumeWork', path: 'resume', fields: {} }),
  finishWork: workCommand('finish_work', {
    name: 'workshop.finishWork',
    path: 'finish',
    fields: { workDone: longText, selfCheck: items },
  }),
  leaderCheck: workCommand('leader_check', {
    name: 'workshop.leaderCheck',
    path: 'leader-check',
    fields: { result: z.enum(['pass', 'fail']), items, advice: optionalNote.nullable(), signature: signatureInput },
  }),
  reportDelay: visitCommand('report_delay', {
    name: 'workshop.reportDelay',
    path: 'delays',
    fields: { lineId: id.nullable(), reason: z.enum(waitReasons), note: longText, expectedAt: instantSchema },
  }),
  tellCustomer: visitCommand('tell_customer', {
    name: 'workshop.tellCustomer',
    path: 'contacts',
    fields: {
      purpose: z.enum(contactPurposes),
      channel: z.enum(contactChannels),
      said: longText,
      answer: optionalNote.nullable(),
      reached: z.boolean(),
      newPromisedAt: instantSchema.nullable(),
    },
  }),
  startWait: visitCommand('start_wait', {
    name: 'workshop.startWait',
    path: 'waits',
    fields: {
      lineId: id.nullable(),
      reason: z.enum(waitReasons),
      note: optionalNote.nullable(),
      expectedUntil: instantSchema.nullable(),
    },
  }),
  endWait: visitCommand('end_wait', { name: 'workshop.endWait', path: 'waits/:waitId/end', fields: { waitId: id } }),
  performOther: visitCommand('perform_other', {
    name: 'workshop.performOther',
    path: 'lines/:lineId/performed',
    fields: { lineId: id, note: reason },
  }),
} as const;
