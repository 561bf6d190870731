import type { authorizationContracts } from '#domain/authorization/authorization.contract.ts';
import { authorizationGuards } from '#domain/authorization/authorization.guards.ts';
import { contentOf } from '#domain/authorization/content.ts';
import { addMinutes } from '#domain/kernel/calendar.ts';
import { canonicalJson } from '#domain/kernel/canonical-json.ts';
import type { InputOf } from '#domain/kernel/contract.ts';
import { staffIdOf, type Context, type Decide } from '#domain/kernel/decision.ts';
import { checkVisitAction } from '#domain/repair-order/guard.ts';
import { visitAnswer, type VisitChanged } from '#domain/repair-order/visit.contract.ts';
import { draftVersion } from '#domain/repair-order/visit.rules.ts';
import { add, change, decided, type Visit } from '#domain/repair-order/visit.ts';

type Input = InputOf<typeof authorizationContracts.present>;
export type PresentFacts = { readonly storeName: string };

/** Freezes the draft as canonical text with its hash and puts it before the customer (R117, R136, R139; process rule 2). */
export const present: Decide<Visit, Input, VisitChanged, PresentFacts> = (visit, _, context) => {
  const refusal = checkVisitAction(visit, 'present', { ...context, guard: authorizationGuards.present });
  if (refusal) return refusal;
  const draft = draftVersion(visit);
  if (!draft?.promisedAt) throw new Error('a version that may be presented is a draft with a promise');
  const { actor, now, settings, sha256 } = context;
  const expiresAt = addMinutes(now, settings.presentedHours * 60);
  const content = canonicalJson(
    contentOf(visit, draft, {
      storeId: actor.storeId,
      storeName: context.facts.storeName,
      terms: settings.terms,
      presentedAt: now,
      expiresAt,
      promisedAt: draft.promisedAt,
    }),
  );
  const contentHash = sha256(content);
  const { versionId, versionNo } = draft;
  const shown = change(visit, 'versions', draft, { state: 'presented', expiresAt, ...shownBy(context) });
  const next = add(shown, 'contents', { versionId, content, contentHash });
  return decided(
    next,
    { action: 'present', payload: { versionId, versionNo, contentHash, expiresAt } },
    visitAnswer(next, versionId),
  );
};

const shownBy = ({ actor, now }: Pick<Context, 'actor' | 'now'>) => ({
  presentedAt: now,
  presentedBy: staffIdOf(actor),
});
