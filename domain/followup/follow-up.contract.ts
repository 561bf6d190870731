import { z } from 'zod';
import { contactAttemptView, contactEntry } from '#domain/customer/contact-attempt.ts';
import { contactChannels } from '#domain/customer/customer.ts';
import { complaintClasses, complaintLevels } from '#domain/followup/complaint.ts';
import { followUpMachine } from '#domain/followup/follow-up.machine.ts';
import { followUpAnswersSchema, followUpKinds, followUpRow, followUpStates } from '#domain/followup/follow-up.ts';
import { instantSchema, preferredTimeSchema } from '#domain/kernel/calendar.ts';
import { command, query, version } from '#domain/kernel/contract.ts';
import { longText, optionalNote } from '#domain/kernel/text.ts';
import { wordsSchema } from '#domain/kernel/words-schema.ts';
import { pageFields, pageOf } from '#domain/store/page.ts';

const id = z.uuid();
const followUpId = id;
const changed = z.strictObject({ followUpId: id, state: z.enum(followUpStates), version });
const agents = ['follow_up_agent', 'service_manager'] as const;

const view = followUpRow.omit({ chainSeq: true, chainHash: true }).extend({
  orderNo: z.string(),
  customerName: z.string(),
  salutation: z.string(),
  phone: z.string().nullable(),
  preferredCall: preferredTimeSchema.nullable(),
  plate: z.string().nullable(),
  model: z.string(),
  agentName: z.string().nullable(),
  overdue: z.boolean(),
  /** What was done on the car. */
  jobs: z.array(z.string()),
});

/** Follow-up calls, their tries and what the customer answered (R260–R270). */
export const followUpContracts = {
  list: query({
    zh: '回访清单',
    en: 'Follow-up calls',
    name: 'followUp.list',
    path: '/followups',
    callers: [...agents, 'advisor'],
    input: z.strictObject({
      /** Due: open and the customer's time has come. Overdue: past the day by which the call was promised. */
      show: z.enum(['due', 'overdue', 'open', 'all']).default('due'),
      state: z.enum(followUpStates).optional(),
      kind: z.enum(followUpKinds).optional(),
      mine: z.boolean().default(false),
      orderId: id.optional(),
      ...pageFields,
    }),
    output: pageOf(view),
  }),
  detail: query({
    zh: '回访详情',
    en: 'One follow-up call',
    name: 'followUp.detail',
    path: '/followups/:followUpId',
    callers: [...agents, 'advisor'],
    input: z.strictObject({ followUpId }),
    output: view.extend({
      deliveredAt: z.iso.datetime().nullable(),
      script: z.array(wordsSchema),
      attemptList: z.array(contactAttemptView),
    }),
  }),
  assign: command(
    { of: followUpMachine, action: 'assign' },
    {
      name: 'followUp.assign',
      path: '/followups/:followUpId/assign',
      input: z.strictObject({ followUpId, version, agentId: id }),
      output: changed,
    },
  ),
  attempt: command(
    { of: followUpMachine, action: 'attempt' },
    {
      name: 'followUp.attempt',
      path: '/followups/:followUpId/attempts',
      input: z.strictObject({
        followUpId,
        version,
        ...contactEntry,
        nextTryAt: instantSchema.nullable(),
      }),
      output: changed,
    },
  ),
  complete: command(
    { of: followUpMachine, action: 'complete' },
    {
      name: 'followUp.complete',
      path: '/followups/:followUpId/complete',
      input: z.strictObject({
        followUpId,
        version,
        channel: z.enum(contactChannels),
        answers: followUpAnswersSchema.nullable(),
        opinion: optionalNote.nullable(),
        newNeeds: optionalNote.nullable(),
        satisfied: z.boolean().nullable(),
        recommendScore: z.int().min(0).max(10).nullable(),
        /** For the complaint that a bad answer opens; judged from the answers when missing. */
        complaint: z
          .strictObject({
            level: z.enum(complaintLevels).optional(),
            class: z.enum(complaintClasses).optional(),
            demand: optionalNote,
          })
          .nullable(),
      }),
      output: changed.extend({ complaintId: id.nullable() }),
    },
  ),
  cancel: command(
    { of: followUpMachine, action: 'cancel' },
    {
      name: 'followUp.cancel',
      path: '/followups/:followUpId/cancel',
      input: z.strictObject({ followUpId, version, reason: longText }),
      output: changed,
    },
  ),
  /** Customer files still to be completed, the most urgent first (R290). */
  filesDue: query({
    zh: '待建客户档案',
    en: 'Customer files due',
    name: 'followUp.filesDue',
    path: '/customer-files/due',
    callers: [...agents, 'advisor', 'receptionist'],
    input: z.strictObject({ overdue: z.boolean().default(false), ...pageFields }),
    output: pageOf(
      z.strictObject({
        customerId: id,
        name: z.string(),
        salutation: z.string(),
        phone: z.string().nullable(),
        fileDueAt: z.iso.datetime(),
        overdue: z.boolean(),
        plates: z.array(z.string()),
        lastArrivedAt: z.iso.datetime().nullable(),
      }),
    ),
  }),
} as const;
