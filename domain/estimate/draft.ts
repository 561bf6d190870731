import type { AuthorizationVersion } from '#domain/authorization/authorization.ts';
import type { ChargeLine, Payer } from '#domain/estimate/charge-line.ts';
import type { Context } from '#domain/kernel/decision.ts';
import { refuse, type Refusal } from '#domain/kernel/refusal.ts';
import { draftVersion, isOwnCar, presentedVersion } from '#domain/repair-order/visit.rules.ts';
import { add, type Visit } from '#domain/repair-order/visit.ts';

/** Nothing is added to what the customer has before them. */
export const checkNonePresented = (visit: Visit): Refusal | null =>
  presentedVersion(visit) ? refuse('version_open') : null;

/** What the service manager grants is not for the customer to pay. */
export const checkOwnPayer = (visit: Visit, payer: Payer): Refusal | null =>
  isOwnCar(visit) && payer === 'customer' ? refuse('payer_internal', { field: 'payer' }) : null;

type Drafted = { readonly visit: Visit; readonly draft: AuthorizationVersion };

/** The visit with the version that collects lines, made where there is none. It begins with the time promised so far, if that lies ahead. */
export function withDraftVersion(visit: Visit, { now, newId }: Pick<Context, 'now' | 'newId'>): Drafted {
  const known = draftVersion(visit);
  if (known) return { visit, draft: known };
  const { promisedAt } = visit.order;
  const draft: AuthorizationVersion = {
    versionId: newId(),
    versionNo: visit.versions.length + 1,
    state: 'draft',
    promisedAt: promisedAt !== null && promisedAt > now ? promisedAt : null,
    expiresAt: null,
    presentedAt: null,
    presentedBy: null,
    decidedAt: null,
    withdrawnAt: null,
    withdrawReason: null,
    version: 1,
    createdAt: now,
  };
  return { visit: add(visit, 'versions', draft), draft };
}

/** Only an undecided line of the draft may change: what was presented stays as it was. */
export function checkDraftLine(visit: Visit, line: ChargeLine): Refusal | null {
  const inDraft = draftVersion(visit)?.versionId === line.versionId;
  return inDraft && line.decision === 'undecided' ? null : refuse('line_not_draft', { field: 'lineId' });
}

/** Lines of a version that were not taken out of it. */
export const linesOfVersion = (visit: Visit, versionId: string): readonly ChargeLine[] =>
  visit.lines.filter((line) => line.versionId === versionId && line.removedAt === null);
