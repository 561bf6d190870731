import { z } from 'zod';
import { contactChannels } from '#domain/customer/customer.ts';

export const outreachStates = ['planned', 'invited', 'booked', 'declined', 'unreachable', 'closed'] as const;
export type OutreachState = (typeof outreachStates)[number];

export const outreachTopics = ['service_due', 'recommended_job', 'campaign', 'churn'] as const;
export type OutreachTopic = (typeof outreachTopics)[number];

export const contactResults = ['reached', 'no_answer', 'refused', 'wrong_number', 'sent'] as const;
export type ContactResult = (typeof contactResults)[number];

/** An invitation to come 招揽 and the next-service reminder in one: planned at delivery, due by date or kilometres (R022, R236, R272). */
export const outreachRow = z.strictObject({
  outreachId: z.uuid(),
  topic: z.enum(outreachTopics),
  state: z.enum(outreachStates),
  vehicleId: z.uuid(),
  customerId: z.uuid(),
  dueOn: z.iso.date().nullable(),
  dueKm: z.int().nullable(),
  dueFrom: z.iso.datetime(),
  note: z.string().nullable(),
  sourceOrderId: z.uuid().nullable(),
  appointmentId: z.uuid().nullable(),
  nextTryAt: z.iso.datetime().nullable(),
  attempts: z.int(),
  chainSeq: z.int(),
  chainHash: z.string(),
  version: z.int(),
  createdAt: z.iso.datetime(),
});
export type Outreach = z.infer<typeof outreachRow>;

export const outreachAttemptRow = z.strictObject({
  outreachId: z.uuid(),
  attemptId: z.uuid(),
  channel: z.enum(contactChannels),
  result: z.enum(contactResults),
  note: z.string().nullable(),
  triedBy: z.uuid().nullable(),
  triedAt: z.iso.datetime(),
});
export type OutreachAttempt = z.infer<typeof outreachAttemptRow>;

/** An outreach with its attempts. */
export type OutreachFile = {
  readonly outreach: Outreach;
  readonly attempts: readonly Omit<OutreachAttempt, 'outreachId'>[];
};
