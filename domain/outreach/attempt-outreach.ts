import { attemptOf, nextTry } from '#domain/customer/contact-attempt.ts';
import type { ContactChannel } from '#domain/customer/customer.ts';
import { shopDay, type PreferredTime } from '#domain/kernel/calendar.ts';
import type { InputOf, OutputOf } from '#domain/kernel/contract.ts';
import type { Context, Decide } from '#domain/kernel/decision.ts';
import { checkAction } from '#domain/kernel/machine.ts';
import { raise } from '#domain/kernel/raise.ts';
import { firstRefusal, refuse, type Refusal } from '#domain/kernel/refusal.ts';
import type { outreachContracts } from '#domain/outreach/outreach.contract.ts';
import { outreachMachine, type OutreachAction } from '#domain/outreach/outreach.machine.ts';
import type { Outreach, OutreachFile, OutreachState } from '#domain/outreach/outreach.ts';
import { firstTry } from '#domain/outreach/service-due.ts';
import { checkVersion } from '#domain/repair-order/visit.ts';

type Attempt = InputOf<typeof outreachContracts.attempt>;
type Changed = OutputOf<typeof outreachContracts.attempt>;

/** Channels consented to for this purpose, and when the customer likes to be called. */
export type InviteFacts = { readonly channels: readonly ContactChannel[]; readonly preferred: PreferredTime | null };

/**
 * Records an invitation and its answer (R022, R272). No commercial contact without a live consent for the channel, and
 * none after a refusal (消费者权益保护法, art. 29): refused means declined, for good.
 */
export const attemptOutreach: Decide<OutreachFile, Attempt, Changed, InviteFacts> = (file, input, context) => {
  const { outreach } = file;
  const refusal = firstRefusal(
    () => check(outreach, 'attempt', context),
    () => checkVersion(outreach, input.version),
    () => (context.facts.channels.includes(input.channel) ? null : refuse('no_consent', { field: 'channel' })),
  );
  if (refusal) return refusal;
  const attempts = outreach.attempts + 1;
  const state = stateAfter(outreach, input.result, attempts >= context.settings.followUpAttempts);
  const nextTryAt = isLive(state) ? (input.nextTryAt ?? nextTry(context)) : null;
  const attempt = attemptOf(input, context);
  const next = { outreach: raise(outreach, { state, attempts, nextTryAt }), attempts: [...file.attempts, attempt] };
  const { attemptId, channel, result } = attempt;
  const payload = { attemptId, channel, result, state, nextTryAt };
  return { next, activity: { action: 'attempt', payload }, output: outreachAnswer(next.outreach) };
};

/** Ends an outreach that needs no call any more. The reason stands in its note. */
export const closeOutreach: Decide<OutreachFile, { readonly version: number; readonly reason: string }, Changed> = (
  file,
  { version, reason },
  context,
) => {
  const refusal = firstRefusal(
    () => check(file.outreach, 'close', context),
    () => checkVersion(file.outreach, version),
  );
  if (refusal) return refusal;
  const outreach = raise(file.outreach, { state: 'closed', nextTryAt: null, note: reason });
  return { next: { ...file, outreach }, activity: { action: 'close', payload: {} }, output: outreachAnswer(outreach) };
};

/** The invitation led to an appointment. */
export const bookOutreach: Decide<OutreachFile, { readonly appointmentId: string }, Changed> = (
  file,
  { appointmentId },
  context,
) => {
  const refusal = check(file.outreach, 'book', context);
  if (refusal) return refusal;
  const outreach = raise(file.outreach, { state: 'booked', nextTryAt: null, appointmentId });
  return {
    next: { ...file, outreach },
    activity: { action: 'book', payload: { appointmentId } },
    output: outreachAnswer(outreach),
  };
};

/** The appointment came to nothing, missed or cancelled: the car is still due, so its owner is called anew (R034, R272). */
export const reopenOutreach: Decide<OutreachFile, { readonly appointmentId: string }, Changed, PreferredTime | null> = (
  file,
  { appointmentId },
  context,
) => {
  const refusal = check(file.outreach, 'reopen', context);
  if (refusal) return refusal;
  const nextTryAt = firstTry(shopDay(context.now), context.now, context.facts);
  const changes = { state: 'planned', attempts: 0, appointmentId: null, nextTryAt } as const;
  const outreach = raise(file.outreach, changes);
  return {
    next: { ...file, outreach },
    activity: { action: 'reopen', payload: { appointmentId, nextTryAt } },
    output: outreachAnswer(outreach),
  };
};

const check = ({ state }: Outreach, action: OutreachAction, { actor }: Pick<Context, 'actor'>): Refusal | null =>
  checkAction(outreachMachine, action, { state, actor });

const isLive = (state: OutreachState): boolean => state === 'planned' || state === 'invited';

function stateAfter({ state }: Outreach, result: Attempt['result'], last: boolean): OutreachState {
  if (result === 'refused') return 'declined';
  if (result === 'wrong_number') return 'unreachable';
  if (result === 'no_answer') return last ? 'unreachable' : state;
  return 'invited';
}

export const outreachAnswer = ({ outreachId, state, version }: Outreach): Changed => ({ outreachId, state, version });
