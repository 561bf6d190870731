import type { Context, Decision } from '#domain/kernel/decision.ts';
import { raise } from '#domain/kernel/raise.ts';
import type { Outreach, OutreachFile } from '#domain/outreach/outreach.ts';

/** Whom to invite, about what, from when. */
export type OutreachPlan = Pick<
  Outreach,
  'topic' | 'vehicleId' | 'customerId' | 'dueOn' | 'dueKm' | 'dueFrom' | 'note' | 'sourceOrderId'
>;

/** A new outreach, planned; one live per car and topic (R022, R292). */
export function planOutreach(
  plan: OutreachPlan,
  { now, newId }: Pick<Context, 'now' | 'newId'>,
): Decision<OutreachFile, string> {
  const outreachId = newId();
  const outreach: Outreach = {
    ...plan,
    outreachId,
    state: 'planned',
    appointmentId: null,
    nextTryAt: null,
    attempts: 0,
    chainSeq: 0,
    chainHash: '',
    version: 1,
    createdAt: now,
  };
  return { next: { outreach, attempts: [] }, activity: { action: 'plan', payload: planned(plan) }, output: outreachId };
}

/** The live outreach of a car brought to what its latest statement says: the visit itself answered the old invitation. */
export function renewOutreach(file: OutreachFile, plan: OutreachPlan): Decision<OutreachFile, string> {
  const outreach = raise(file.outreach, { ...plan, state: 'planned', attempts: 0, nextTryAt: null });
  return {
    next: { ...file, outreach },
    activity: { action: 'renew', payload: planned(plan) },
    output: outreach.outreachId,
  };
}

const planned = ({ topic, vehicleId, customerId, dueOn, dueKm, dueFrom, sourceOrderId }: OutreachPlan) => ({
  topic,
  vehicleId,
  customerId,
  dueOn,
  dueKm,
  dueFrom,
  sourceOrderId,
});
