import { z } from 'zod';
import type { ContactAttempt } from '#domain/customer/contact-attempt.ts';

export const outreachStates = ['planned', 'invited', 'booked', 'declined', 'unreachable', 'closed'] as const;
export type OutreachState = (typeof outreachStates)[number];

export const outreachTopics = ['service_due', 'recommended_job', 'campaign', 'churn'] as const;
export type OutreachTopic = (typeof outreachTopics)[number];

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

/** An outreach with its attempts. */
export type OutreachFile = {
  readonly outreach: Outreach;
  readonly attempts: readonly ContactAttempt[];
};
