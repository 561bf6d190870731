import { z } from 'zod';
import { contactChannels } from '#domain/customer/customer.ts';
import { addDays, atPreferredTime, shopDay, type PreferredTime } from '#domain/kernel/calendar.ts';
import { staffIdOrNull, type Context } from '#domain/kernel/decision.ts';
import { optionalNote } from '#domain/kernel/text.ts';

export const contactResults = ['reached', 'no_answer', 'refused', 'wrong_number', 'sent'] as const;
export type ContactResult = (typeof contactResults)[number];

/** One try to reach a customer, for an invitation or a follow-up (R022, R262). */
export const contactAttempt = z.strictObject({
  attemptId: z.uuid(),
  channel: z.enum(contactChannels),
  result: z.enum(contactResults),
  note: z.string().nullable(),
  triedBy: z.uuid().nullable(),
  triedAt: z.iso.datetime(),
});
export type ContactAttempt = z.infer<typeof contactAttempt>;

/** The try with the name of who made it. */
export const contactAttemptView = contactAttempt.extend({ byName: z.string().nullable() });

/** What is entered of a try. */
export const contactEntry = {
  channel: z.enum(contactChannels),
  result: z.enum(contactResults),
  note: optionalNote.nullable(),
};

type Entry = z.infer<z.ZodObject<typeof contactEntry>>;

/** The try that somebody has just made. */
export const attemptOf = (
  { channel, result, note }: Entry,
  { actor, now, newId }: Pick<Context, 'actor' | 'now' | 'newId'>,
): ContactAttempt => ({
  attemptId: newId(),
  channel,
  result,
  note: note ?? null,
  triedBy: staffIdOrNull(actor),
  triedAt: now,
});

/** The next day, at the time the customer likes. */
export const nextTry = ({ now, facts }: Context<{ readonly preferred: PreferredTime | null }>): string =>
  atPreferredTime(addDays(shopDay(now), 1), facts.preferred);
