import type { authorizationContracts } from '#domain/authorization/authorization.contract.ts';
import { authorizationGuards } from '#domain/authorization/authorization.guards.ts';
import type { AuthorizationVersion, LineChoice } from '#domain/authorization/authorization.ts';
import { decisionOf } from '#domain/authorization/decision-record.ts';
import { takeEvidence } from '#domain/authorization/evidence.ts';
import { reserveGranted, type Availability } from '#domain/authorization/reserve.ts';
import { checkSignatory } from '#domain/authorization/signatory.ts';
import { answerFindings } from '#domain/diagnosis/answer-findings.ts';
import type { ChargeLine } from '#domain/estimate/charge-line.ts';
import { linesOfVersion } from '#domain/estimate/draft.ts';
import type { InputOf } from '#domain/kernel/contract.ts';
import type { Context, Decide } from '#domain/kernel/decision.ts';
import { firstRefusal, isRefusal, refuse, type Refusal } from '#domain/kernel/refusal.ts';
import { voidChecks } from '#domain/quality/void-checks.ts';
import { checkVisitAction } from '#domain/repair-order/guard.ts';
import { visitAnswer, type VisitChanged } from '#domain/repair-order/visit.contract.ts';
import { isWorked, presentedVersion } from '#domain/repair-order/visit.rules.ts';
import { add, change, changeOrder, decided, type Visit } from '#domain/repair-order/visit.ts';

type Input = InputOf<typeof authorizationContracts.decide>;

/**
 * The customer accepts, declines or defers each presented line and proves it (R118, R135, R138). Each acceptance becomes a
 * grant, the only thing that work, parts and charges may rest on (process rule 1).
 */
export const decide: Decide<Visit, Input, VisitChanged, Availability> = (visit, input, context) => {
  const presented = checkPresented(visit, input, context);
  if (isRefusal(presented)) return presented;
  const lines = linesOfVersion(visit, presented.versionId);
  const accepted = lines.filter(({ lineId }) => choiceOf(input, lineId) === 'accept');
  const refusal = firstRefusal(
    () => checkChoices(lines, input),
    () => checkSignatory(visit, input, { actor: context.actor, accepted }),
  );
  if (refusal) return refusal;
  const evidence = takeEvidence(visit, input, context);
  if (isRefusal(evidence)) return evidence;
  const decision = decisionOf(visit, presented, { input, lines, evidence, context });
  const recorded = add(evidence.visit, 'decisions', decision);
  const closed = change(recorded, 'versions', presented, { state: 'decided', decidedAt: context.now });
  const chosen = lines.reduce((so, line) => withChoice(so, line, { input, context }), closed);
  const next = afterDecision(chosen, presented, { accepted, context });
  const { versionId, versionNo } = presented;
  const { recordHash, previousRecordHash, channel, signatory } = decision;
  const payload = { versionId, versionNo, recordHash, previousRecordHash, channel, signatory, ...counted(input) };
  return decided(next, { action: 'decide', payload }, visitAnswer(next, versionId));
};

function checkPresented(visit: Visit, input: Input, context: Context<unknown>): AuthorizationVersion | Refusal {
  const refusal = checkVisitAction(visit, 'decide', { ...context, guard: authorizationGuards.decide });
  if (refusal) return refusal;
  const presented = presentedVersion(visit);
  if (presented?.versionId !== input.versionId) return refuse('no_version', { field: 'versionId' });
  const content = visit.contents.find(({ versionId }) => versionId === input.versionId);
  return content?.contentHash === input.contentHash ? presented : refuse('version_changed', { field: 'contentHash' });
}

const choiceOf = ({ choices }: Input, lineId: string): LineChoice | undefined =>
  choices.find((each) => each.lineId === lineId)?.choice;

/** One choice for every line, and for nothing else. */
function checkChoices(lines: readonly ChargeLine[], { choices }: Input): Refusal | null {
  const asked = new Set(lines.map(({ lineId }) => lineId));
  const answered = new Set(choices.map(({ lineId }) => lineId).filter((lineId) => asked.has(lineId)));
  const whole = answered.size === asked.size && choices.length === asked.size;
  return whole ? null : refuse('choices_incomplete', { field: 'choices' });
}

type Choosing = { readonly input: Input; readonly context: Context<unknown> };

function withChoice(visit: Visit, line: ChargeLine, { input, context }: Choosing): Visit {
  const choice = choiceOf(input, line.lineId) ?? 'defer';
  const { lineId, versionId } = line;
  const chosen = add(visit, 'choices', { versionId, lineId, choice });
  if (choice === 'accept') return granted(chosen, line, context);
  return change(chosen, 'lines', line, { decision: choice === 'decline' ? 'declined' : 'deferred' });
}

function granted(visit: Visit, line: ChargeLine, { newId, now }: Context<unknown>): Visit {
  const { lineId, versionId, payer, amountFen, qtyMilli } = line;
  const grantId = newId();
  const grant = {
    grantId,
    lineId,
    versionId,
    payer,
    grantedFen: amountFen,
    grantedQtyMilli: qtyMilli,
    grantedAt: now,
  };
  return change(add(visit, 'grants', grant), 'lines', line, {
    decision: 'accepted',
    grantId,
    grantedFen: amountFen,
    grantedQtyMilli: qtyMilli,
    workState: isWorked(line) ? 'queued' : null,
  });
}

type Granting = { readonly accepted: readonly ChargeLine[]; readonly context: Context<Availability> };

/** Stopped lines go on, parts are reserved, the promise holds, and a car that was ready is not any more (R188). */
function afterDecision(visit: Visit, version: AuthorizationVersion, { accepted, context }: Granting): Visit {
  const answered = answerFindings(visit, version.versionId, context);
  if (accepted.length === 0) return answered;
  const lineIds = accepted.map(({ lineId }) => lineId);
  const reserved = reserveGranted(answered, lineIds, context);
  const { firstPromisedAt } = visit.order;
  const { promisedAt } = version;
  const promised = changeOrder(reserved, { promisedAt, firstPromisedAt: firstPromisedAt ?? promisedAt });
  return visit.order.state === 'ready' ? voidChecks(promised, '增项', context) : promised;
}

function counted({ choices }: Input) {
  const of = (wanted: LineChoice) => choices.filter(({ choice }) => choice === wanted).length;
  return { accepted: of('accept'), declined: of('decline'), deferred: of('defer') };
}
