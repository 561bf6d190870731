import { z } from 'zod';
import { contactAttemptView, contactEntry } from '#domain/customer/contact-attempt.ts';
import { contactChannels } from '#domain/customer/customer.ts';
import { instantSchema, preferredTimeSchema, shopDaySchema } from '#domain/kernel/calendar.ts';
import { command, query, version } from '#domain/kernel/contract.ts';
import { longText, optionalNote } from '#domain/kernel/text.ts';
import { outreachMachine } from '#domain/outreach/outreach.machine.ts';
import { outreachRow, outreachStates, outreachTopics } from '#domain/outreach/outreach.ts';
import { pageFields, pageOf } from '#domain/store/page.ts';

const outreachId = z.uuid();
const changed = z.strictObject({ outreachId, state: z.enum(outreachStates), version });

const viewers = ['follow_up_agent', 'receptionist', 'advisor', 'service_manager'] as const;

/** One invitation with whom and what it is about. */
const outreachView = outreachRow.omit({ chainSeq: true, chainHash: true }).extend({
  customerName: z.string(),
  salutation: z.string(),
  phone: z.string().nullable(),
  preferredCall: preferredTimeSchema.nullable(),
  plate: z.string().nullable(),
  brand: z.string(),
  model: z.string(),
  odometerKm: z.int().nullable(),
  /** Channels on which the customer consented to be reminded; no other may be used. */
  channels: z.array(z.enum(contactChannels)),
});

/** Whom to invite, for what, and what came of it (R022, R272). */
export const outreachContracts = {
  list: query({
    zh: '招揽清单',
    en: 'Who to invite',
    name: 'outreach.list',
    path: '/outreach',
    callers: viewers,
    input: z.strictObject({
      /** Due: live and its time has come. */
      show: z.enum(['due', 'live', 'all']).default('due'),
      state: z.enum(outreachStates).optional(),
      topic: z.enum(outreachTopics).optional(),
      vehicleId: z.uuid().optional(),
      ...pageFields,
    }),
    output: pageOf(outreachView),
  }),
  detail: query({
    zh: '招揽详情',
    en: 'One outreach',
    name: 'outreach.detail',
    path: '/outreach/:outreachId',
    callers: viewers,
    input: z.strictObject({ outreachId }),
    output: outreachView.extend({
      attemptList: z.array(contactAttemptView),
    }),
  }),
  plan: command(
    { of: outreachMachine, action: 'plan' },
    {
      name: 'outreach.plan',
      path: '/outreach',
      input: z.strictObject({
        vehicleId: z.uuid(),
        customerId: z.uuid(),
        topic: z.enum(outreachTopics),
        dueOn: shopDaySchema.nullable(),
        dueKm: z.int().min(0).max(9_999_999).nullable(),
        note: optionalNote.nullable(),
        tryAt: instantSchema.nullable(),
      }),
      output: z.strictObject({ outreachId }),
    },
  ),
  attempt: command(
    { of: outreachMachine, action: 'attempt' },
    {
      name: 'outreach.attempt',
      path: '/outreach/:outreachId/attempts',
      input: z.strictObject({
        outreachId,
        version,
        ...contactEntry,
        nextTryAt: instantSchema.nullable(),
      }),
      output: changed,
    },
  ),
  close: command(
    { of: outreachMachine, action: 'close' },
    {
      name: 'outreach.close',
      path: '/outreach/:outreachId/close',
      input: z.strictObject({ outreachId, version, reason: longText }),
      output: changed,
    },
  ),
  /** What the hourly job does, now. */
  findDue: command(
    { of: outreachMachine, action: 'plan' },
    {
      name: 'outreach.findDue',
      path: '/outreach/find-due',
      input: z.strictObject({}),
      output: z.strictObject({ planned: z.int().min(0), closed: z.int().min(0) }),
    },
  ),
} as const;
