import { z } from 'zod';
import type { ContactAttempt } from '#domain/customer/contact-attempt.ts';

export const followUpKinds = ['quality_call', 'relationship_call'] as const;
export type FollowUpKind = (typeof followUpKinds)[number];

export const followUpStates = ['planned', 'trying', 'done', 'letter_sent', 'cancelled'] as const;
export type FollowUpState = (typeof followUpStates)[number];

const score = z.int().min(1).max(5).optional();

/** Answers of the quality call, 1 to 5 each; what was not asked is missing. */
export const followUpAnswersSchema = z.strictObject({
  overall: score,
  onTime: score,
  quality: score,
  explanation: score,
  price: score,
  attitude: score,
  cleanliness: score,
});

/** Follow-up call 回访: quality call D+1…D+3, relationship call D+3…D+7 (R260, R261). */
export const followUpRow = z.strictObject({
  followUpId: z.uuid(),
  kind: z.enum(followUpKinds),
  state: z.enum(followUpStates),
  orderId: z.uuid(),
  customerId: z.uuid(),
  vehicleId: z.uuid(),
  dueFrom: z.iso.datetime(),
  dueBy: z.iso.datetime(),
  nextTryAt: z.iso.datetime(),
  attempts: z.int(),
  answers: followUpAnswersSchema.nullable(),
  opinion: z.string().nullable(),
  newNeeds: z.string().nullable(),
  satisfied: z.boolean().nullable(),
  recommendScore: z.int().nullable(),
  agentId: z.uuid().nullable(),
  doneAt: z.iso.datetime().nullable(),
  complaintId: z.uuid().nullable(),
  chainSeq: z.int(),
  chainHash: z.string(),
  version: z.int(),
  createdAt: z.iso.datetime(),
});
export type FollowUp = z.infer<typeof followUpRow>;

/** A follow-up with its attempts. */
export type FollowUpFile = {
  readonly followUp: FollowUp;
  readonly attempts: readonly ContactAttempt[];
};
