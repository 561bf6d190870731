import type { authorizationContracts } from '#domain/authorization/authorization.contract.ts';
import { authorizationGuards } from '#domain/authorization/authorization.guards.ts';
import type { AuthorizationVersion } from '#domain/authorization/authorization.ts';
import { linesOfVersion, withDraftVersion } from '#domain/estimate/draft.ts';
import type { InputOf } from '#domain/kernel/contract.ts';
import type { Context, Decide } from '#domain/kernel/decision.ts';
import { refuse } from '#domain/kernel/refusal.ts';
import { checkVisitAction } from '#domain/repair-order/guard.ts';
import { visitAnswer, type VisitChanged } from '#domain/repair-order/visit.contract.ts';
import { presentedVersion } from '#domain/repair-order/visit.rules.ts';
import { change, decided, type Visit } from '#domain/repair-order/visit.ts';

type Withdrawal = InputOf<typeof authorizationContracts.withdraw>;
export type Expiry = { readonly orderId: string; readonly versionId: string };

/** Takes back what the customer has before them (R118). Its content stays; its lines go into a new draft, to be changed and presented again. */
export const withdraw: Decide<Visit, Withdrawal, VisitChanged> = (visit, { versionId, reason }, context) => {
  const refusal = checkVisitAction(visit, 'withdraw', { ...context, guard: authorizationGuards.withdraw });
  if (refusal) return refusal;
  const presented = presentedVersion(visit);
  if (presented?.versionId !== versionId) return refuse('no_version', { field: 'versionId' });
  const withdrawn = change(visit, 'versions', presented, {
    state: 'withdrawn',
    withdrawnAt: context.now,
    withdrawReason: reason,
  });
  const next = redraft(withdrawn, presented, context);
  return decided(next, { action: 'withdraw', payload: { versionId } }, visitAnswer(next, versionId));
};

/** The system's own: ends a version that the customer left undecided past its time. Refusal: `no_version` when nothing has run out. */
export const expireVersion: Decide<Visit, Expiry, VisitChanged> = (visit, { versionId }, context) => {
  const presented = presentedVersion(visit);
  const over = presented?.versionId === versionId && (presented.expiresAt ?? '') <= context.now;
  if (!presented || !over) return refuse('no_version', { field: 'versionId' });
  const next = redraft(change(visit, 'versions', presented, { state: 'expired' }), presented, context);
  return decided(next, { action: 'expire_version', payload: { versionId } }, visitAnswer(next, versionId));
};

function redraft(visit: Visit, from: AuthorizationVersion, context: Pick<Context, 'now' | 'newId'>): Visit {
  const { visit: drafted, draft } = withDraftVersion(visit, context);
  const ahead = from.promisedAt !== null && from.promisedAt > context.now ? from.promisedAt : draft.promisedAt;
  const versions = drafted.versions.map((each) => (each === draft ? { ...draft, promisedAt: ahead } : each));
  const moved = linesOfVersion(drafted, from.versionId);
  const findings = drafted.findings.map((each) =>
    each.answeredVersionId === from.versionId ? { ...each, answeredVersionId: draft.versionId } : each,
  );
  const prepared: Visit = { ...drafted, versions, findings };
  return moved.reduce((so, line) => change(so, 'lines', line, { versionId: draft.versionId }), prepared);
}
