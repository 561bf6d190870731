import type { followUpContracts } from '#domain/followup/follow-up.contract.ts';
import { followUpMachine, type FollowUpAction } from '#domain/followup/follow-up.machine.ts';
import type { FollowUp, FollowUpFile, FollowUpState } from '#domain/followup/follow-up.ts';
import { shopDay, type PreferredTime } from '#domain/kernel/calendar.ts';
import type { InputOf, OutputOf } from '#domain/kernel/contract.ts';
import type { Context, Decide, Decision } from '#domain/kernel/decision.ts';
import { checkAction } from '#domain/kernel/machine.ts';
import { raise } from '#domain/kernel/raise.ts';
import { firstRefusal, refuse, type Refusal } from '#domain/kernel/refusal.ts';
import { attemptOf, nextTry, type ContactResult } from '#domain/customer/contact-attempt.ts';
import { checkVersion } from '#domain/repair-order/visit.ts';

type Contracts = typeof followUpContracts;
type Changed = OutputOf<Contracts['attempt']>;
export type CallFacts = { readonly preferred: PreferredTime | null };

/** The follow-up agent whom the service manager names (R294). */
export const assignFollowUp: Decide<
  FollowUpFile,
  InputOf<Contracts['assign']>,
  Changed,
  { readonly known: boolean }
> = (file, { version, agentId }, context) => {
  const refusal = firstRefusal(
    () => checkCall(file, 'assign', { version, context }),
    () => (context.facts.known ? null : refuse('assignee_missing', { field: 'agentId' })),
  );
  return refusal ?? changedBy(file, { agentId }, { action: 'assign', payload: { agentId } });
};

/**
 * A call that did not become a conversation: tried again the next day at the customer's time; after the store's number of
 * tries, or when the number is wrong, a letter; a customer who wants no call is left alone (R260, R262).
 */
export const attemptFollowUp: Decide<FollowUpFile, InputOf<Contracts['attempt']>, Changed, CallFacts> = (
  file,
  input,
  context,
) => {
  const refusal = firstRefusal(
    () => checkCall(file, 'attempt', { version: input.version, context }),
    () => checkDue(file.followUp, context),
  );
  if (refusal) return refusal;
  const { channel, result } = input;
  const attempts = file.followUp.attempts + 1;
  const state = stateAfter(result, attempts >= context.settings.followUpAttempts);
  const attempt = attemptOf(input, context);
  const nextTryAt = state === 'trying' ? (input.nextTryAt ?? nextTry(context)) : file.followUp.nextTryAt;
  const agentId = file.followUp.agentId ?? attempt.triedBy;
  const changes = { state, attempts, nextTryAt, agentId };
  const activity = {
    action: 'attempt',
    payload: { attemptId: attempt.attemptId, channel, result, state, attempts, nextTryAt },
  };
  return changedBy({ ...file, attempts: [...file.attempts, attempt] }, changes, activity);
};

/** No call after all; the reason stands where the customer's opinion would. */
export const cancelFollowUp: Decide<FollowUpFile, InputOf<Contracts['cancel']>, Changed> = (
  file,
  { version, reason },
  context,
) => {
  const refusal = checkCall(file, 'cancel', { version, context });
  const changes = { state: 'cancelled', opinion: reason } as const;
  return refusal ?? changedBy(file, changes, { action: 'cancel', payload: {} });
};

function stateAfter(result: ContactResult, last: boolean): FollowUpState {
  if (result === 'refused') return 'cancelled';
  if (result === 'wrong_number' || (last && result !== 'reached')) return 'letter_sent';
  return 'trying';
}

type On = { readonly version: number; readonly context: Pick<Context, 'actor'> };

/** Role, state, and the version that the caller saw. */
export function checkCall(
  { followUp }: FollowUpFile,
  action: FollowUpAction,
  { version, context }: On,
): Refusal | null {
  return (
    checkAction(followUpMachine, action, { state: followUp.state, actor: context.actor }) ??
    checkVersion(followUp, version)
  );
}

/** The customer is not called before the day that was promised (R218, R261). */
export function checkDue({ dueFrom }: FollowUp, { now }: Pick<Context, 'now'>): Refusal | null {
  return shopDay(now) < shopDay(dueFrom) ? refuse('not_due', { values: { due: shopDay(dueFrom) } }) : null;
}

function changedBy(
  file: FollowUpFile,
  changes: Partial<FollowUp>,
  activity: Decision<FollowUpFile, Changed>['activity'],
): Decision<FollowUpFile, Changed> {
  const followUp = raise(file.followUp, changes);
  return { next: { ...file, followUp }, activity, output: followUpAnswer(followUp) };
}

export const followUpAnswer = ({ followUpId, state, version }: FollowUp): Changed => ({ followUpId, state, version });
