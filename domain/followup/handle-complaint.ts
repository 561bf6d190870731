import type { complaintContracts } from '#domain/followup/complaint.contract.ts';
import { complaintMachine, type ComplaintAction } from '#domain/followup/complaint.machine.ts';
import type { Complaint, ComplaintFile } from '#domain/followup/complaint.ts';
import type { InputOf, OutputOf } from '#domain/kernel/contract.ts';
import type { Context, Decide, Decision } from '#domain/kernel/decision.ts';
import { checkAction } from '#domain/kernel/machine.ts';
import { raise } from '#domain/kernel/raise.ts';
import { firstRefusal, refuse, type Refusal } from '#domain/kernel/refusal.ts';
import { checkVersion } from '#domain/repair-order/visit.ts';

type Contracts = typeof complaintContracts;
type Changed = OutputOf<Contracts['assign']>;
type Rule<Name extends keyof Contracts, Facts = undefined> = Decide<
  ComplaintFile,
  InputOf<Contracts[Name]>,
  Changed,
  Facts
>;

/** Names who deals with it; during the investigation too, without beginning anew. */
export const assignComplaint: Rule<'assign', { readonly known: boolean }> = (file, input, context) => {
  const refusal = firstRefusal(
    () => check(file, 'assign', { input, context }),
    () => (context.facts.known ? null : refuse('assignee_missing', { field: 'assigneeId' })),
  );
  if (refusal) return refusal;
  const state = file.complaint.state === 'investigating' ? 'investigating' : 'assigned';
  const { assigneeId } = input;
  return changedBy(file, { state, assigneeId }, { action: 'assign', payload: { assigneeId, state } });
};

/** The customer was told that and how their complaint is dealt with (R280). */
export const respondToComplaint: Rule<'respond'> = (file, input, context) => {
  const refusal = check(file, 'respond', { input, context });
  if (refusal) return refusal;
  const respondedAt = file.complaint.respondedAt ?? context.now;
  return changedBy(file, { respondedAt }, { action: 'respond', payload: { respondedAt } });
};

export const investigateComplaint: Rule<'investigate'> = (file, input, context) => {
  const refusal = check(file, 'investigate', { input, context });
  return refusal ?? changedBy(file, { state: 'investigating' }, { action: 'investigate', payload: {} });
};

/** No resolution without the cause (R281). */
export const resolveComplaint: Rule<'resolve'> = (file, input, context) => {
  const cause = given(input.cause) ?? file.complaint.cause;
  const refusal = firstRefusal(
    () => check(file, 'resolve', { input, context }),
    () => (cause === null ? refuse('cause_missing', { field: 'cause' }) : null),
  );
  if (refusal) return refusal;
  const preventiveMeasure = given(input.preventiveMeasure) ?? file.complaint.preventiveMeasure;
  const respondedAt = file.complaint.respondedAt ?? context.now;
  const changes = { state: 'resolved', cause, resolution: input.resolution, preventiveMeasure, respondedAt } as const;
  return changedBy(file, changes, { action: 'resolve', payload: { respondedAt } });
};

/** The customer's answer decides: not satisfied means looked into again (R188, R270, R274). */
export const verifyComplaint: Rule<'verify'> = (file, input, context) => {
  const refusal = check(file, 'verify', { input, context });
  if (refusal) return refusal;
  const { satisfied } = input;
  const state = satisfied ? 'verified' : 'investigating';
  const changes = { state, satisfied, customerAnswer: given(input.customerAnswer) } as const;
  return changedBy(file, changes, { action: 'verify', payload: { satisfied, state } });
};

/** Not closed before it is said how it shall not happen again (R282). */
export const closeComplaint: Rule<'close'> = (file, input, context) => {
  const preventiveMeasure = given(input.preventiveMeasure) ?? file.complaint.preventiveMeasure;
  const refusal = firstRefusal(
    () => check(file, 'close', { input, context }),
    () => (preventiveMeasure === null ? refuse('prevention_missing', { field: 'preventiveMeasure' }) : null),
  );
  if (refusal) return refusal;
  const changes = { state: 'closed', preventiveMeasure, closedAt: context.now } as const;
  return changedBy(file, changes, { action: 'close', payload: {} });
};

/** A text that says something; null otherwise. */
const given = (text: string | null | undefined): string | null => text || null;

type On = { readonly input: { readonly version: number }; readonly context: Pick<Context, 'actor'> };

/** A customer's link opens the complaints of its own visit alone. */
function check({ complaint }: ComplaintFile, action: ComplaintAction, { input, context }: On): Refusal | null {
  const { actor } = context;
  if (actor.kind === 'customer' && actor.orderId !== complaint.orderId) return refuse('not_found');
  return (
    checkAction(complaintMachine, action, { state: complaint.state, actor }) ?? checkVersion(complaint, input.version)
  );
}

function changedBy(
  file: ComplaintFile,
  changes: Partial<Complaint>,
  activity: Decision<ComplaintFile, Changed>['activity'],
): Decision<ComplaintFile, Changed> {
  const complaint = raise(file.complaint, changes);
  return { next: { complaint }, activity, output: complaintAnswer(complaint) };
}

export const complaintAnswer = ({ complaintId, state, version }: Complaint): Changed => ({
  complaintId,
  state,
  version,
});
