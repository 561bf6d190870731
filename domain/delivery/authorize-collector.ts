import type { z } from 'zod';
import { collectorCodeHash } from '#domain/delivery/collector.ts';
import type { deliveryContracts } from '#domain/delivery/delivery.contract.ts';
import type { InputOf } from '#domain/kernel/contract.ts';
import type { Context, Decide } from '#domain/kernel/decision.ts';
import { firstRefusal, refuse, type Refusal } from '#domain/kernel/refusal.ts';
import type { Actor } from '#domain/kernel/role.ts';
import { checkVisitAction } from '#domain/repair-order/guard.ts';
import { visitAnswer } from '#domain/repair-order/visit.contract.ts';
import { add, decided, type Visit } from '#domain/repair-order/visit.ts';

type Contract = typeof deliveryContracts.authorizeCollector;
type Input = InputOf<Contract>;
type CollectorFacts = { readonly code: string };

/** Lets another person fetch the car: by a one-time code that the customer passes on, or by consent on record (R249). */
export const authorizeCollector: Decide<Visit, Input, z.input<Contract['output']>, CollectorFacts> = (
  visit,
  input,
  context,
) => {
  const refusal = firstRefusal(
    () => checkVisitAction(visit, 'authorize_collector', context),
    () => checkConsent(input, context.actor),
  );
  if (refusal) return refusal;
  const collectorId = context.newId();
  const next = add(visit, 'collectors', collectorRow(input, collectorId, context));
  const { consent } = input;
  return decided(
    next,
    { action: 'authorize_collector', payload: { collectorId, consent } },
    { ...visitAnswer(next, collectorId), code: consent === 'one_time_code' ? context.facts.code : null },
  );
};

/** What staff record needs evidence of the customer's consent; on the customer's own page the record is the evidence. */
function checkConsent({ consent, evidence }: Input, actor: Actor): Refusal | null {
  const missing = consent === 'recorded_consent' && evidence === null && actor.kind !== 'customer';
  return missing ? refuse('consent_missing', { field: 'evidence' }) : null;
}

function collectorRow(
  input: Input,
  collectorId: string,
  context: Context<CollectorFacts>,
): Visit['collectors'][number] {
  const { name, phone, consent, evidence } = input;
  const codeHash =
    consent === 'one_time_code' ? collectorCodeHash(collectorId, context.facts.code, context.sha256) : null;
  return { collectorId, name, phone, consent, codeHash, evidence, authorizedAt: context.now, usedAt: null };
}
