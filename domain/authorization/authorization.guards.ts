import { checkRevocable } from '#domain/authorization/revoke.ts';
import { linesOfVersion } from '#domain/estimate/draft.ts';
import { missingChoices } from '#domain/estimate/promise-and-choices.ts';
import type { ChargeLine } from '#domain/estimate/charge-line.ts';
import { firstRefusal, refuse, type Refusal } from '#domain/kernel/refusal.ts';
import type { LineGuards, VisitGuard, VisitGuards } from '#domain/repair-order/guard.ts';
import type { Visit } from '#domain/repair-order/visit.ts';
import { draftVersion, isOwnCar, presentedVersion } from '#domain/repair-order/visit.rules.ts';

const promising = ['covered', 'approved', 'pending_manufacturer'] as const;

/** A line that manufacturer or insurer pay has a judgement that lets them pay, with the reason that the customer is told (R100–R103). */
export function checkPayer({ payer, warrantyState, warrantyReason }: ChargeLine): Refusal | null {
  if (payer !== 'manufacturer' && payer !== 'insurer') return null;
  if (warrantyState === 'pending_diagnosis') return refuse('warranty_undecided');
  const promised = promising.some((state) => state === warrantyState) && warrantyReason !== null;
  return promised ? null : refuse('payer_unclear');
}

function checkAsked(visit: Visit): Refusal | null {
  const missing = isOwnCar(visit) ? [] : missingChoices(visit);
  if (missing.length === 0) return null;
  const values = {
    missingZh: missing.map(({ zh }) => zh).join('、'),
    missingEn: missing.map(({ en }) => en).join(', '),
  };
  return refuse('choices_missing', { values });
}

const mayPresent: VisitGuard = (visit, { now }) => {
  if (presentedVersion(visit)) return refuse('version_open');
  const draft = draftVersion(visit);
  const lines = draft ? linesOfVersion(visit, draft.versionId) : [];
  if (!draft || lines.length === 0) return refuse('no_lines');
  return firstRefusal(
    () => (isOwnCar(visit) || visit.reception?.handedOverAt ? null : refuse('reception_not_finished')),
    () => (draft.promisedAt === null ? refuse('promise_missing') : null),
    () => (draft.promisedAt !== null && draft.promisedAt <= now ? refuse('promise_in_past') : null),
    () => checkAsked(visit),
    () => firstRefusal(...lines.map((line) => () => checkPayer(line))),
  );
};

/** What waits for the customer and has not run out. */
export const needsPresented: VisitGuard = (visit, { now }) => {
  const presented = presentedVersion(visit);
  return presented && (presented.expiresAt ?? '') > now ? null : refuse('no_version');
};

const mayWithdraw: VisitGuard = (visit) => (presentedVersion(visit) ? null : refuse('no_version'));

const mayHandOverCopies: VisitGuard = ({ grants, reception }) => {
  if (grants.length === 0) return refuse('no_grant');
  return reception ? null : refuse('reception_not_finished');
};

/** Rules that need no input, per action on the visit. */
export const authorizationGuards = {
  present: mayPresent,
  withdraw: mayWithdraw,
  decide: needsPresented,
  revoke_grants: ({ grants }) => (grants.length === 0 ? refuse('no_grant') : null),
  hand_over_copies: mayHandOverCopies,
} as const satisfies VisitGuards;

/** Rules that need no input, per action on a line. */
export const authorizationLineGuards = {
  revoke_grants: checkRevocable,
} as const satisfies LineGuards;
