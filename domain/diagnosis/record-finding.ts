import type { diagnosisContracts } from '#domain/diagnosis/diagnosis.contract.ts';
import type { ChargeLine } from '#domain/estimate/charge-line.ts';
import type { InputOf } from '#domain/kernel/contract.ts';
import { staffIdOf, type Context, type Decide } from '#domain/kernel/decision.ts';
import { isRefusal, refuse, type Refusal } from '#domain/kernel/refusal.ts';
import { mayAct, type Actor } from '#domain/kernel/role.ts';
import { checkVisitAction } from '#domain/repair-order/guard.ts';
import { visitAnswer, type VisitChanged } from '#domain/repair-order/visit.contract.ts';
import { liveGrant } from '#domain/repair-order/visit.rules.ts';
import { add, change, decided, findLine, type Visit } from '#domain/repair-order/visit.ts';
import type { Finding } from '#domain/workshop/workshop.ts';

type Input = InputOf<typeof diagnosisContracts.recordFinding>;

/** The finder's own team, if any. */
export type FinderFacts = { readonly teamId: string | null };

/**
 * Records what the workshop found (R091–R097). A diagnosis needs its line granted and being worked by the finder's team; an
 * add-on may stop its line until the customer decides (R135, R172).
 */
export const recordFinding: Decide<Visit, Input, VisitChanged, FinderFacts> = (visit, input, context) => {
  const refusal = checkVisitAction(visit, 'record_finding', context);
  if (refusal) return refusal;
  const line = lineFound(visit, input);
  if (isRefusal(line)) return line;
  const refused = input.kind === 'diagnosis' && line ? checkDiagnosed(visit, line, context) : null;
  if (refused) return refused;
  const { attachmentId } = input;
  if (attachmentId !== null && !visit.attachments.some((each) => each.attachmentId === attachmentId))
    return refuse('not_found', { field: 'attachmentId' });
  const finding = findingOf(input, context);
  const found = add(visit, 'findings', finding);
  const next = finding.stopsLine && line ? stopLine(found, line, context) : found;
  const { findingId, kind, lineId, system, remedy, necessity, stopsLine } = finding;
  return decided(
    next,
    { action: 'record_finding', payload: { findingId, kind, lineId, system, remedy, necessity, stopsLine } },
    visitAnswer(next, findingId),
  );
};

/** A diagnosis belongs to its line, and only a line can be stopped. */
function lineFound(visit: Visit, { kind, lineId, stopsLine }: Input): ChargeLine | null | Refusal {
  if (lineId !== null) return findLine(visit, lineId);
  return kind === 'diagnosis' || stopsLine ? refuse('finding_line_missing', { field: 'lineId' }) : null;
}

function checkDiagnosed(visit: Visit, line: ChargeLine, { actor, facts }: Context<FinderFacts>): Refusal | null {
  if (!liveGrant(visit, line)) return refuse('no_grant', { field: 'lineId' });
  const begun = visit.punches.some(({ lineId }) => lineId === line.lineId);
  const mine = overlooksAll(actor) || isOfTeam(visit, line, { staffId: staffIdOf(actor), ...facts });
  return begun && mine ? null : refuse('not_your_line', { field: 'lineId' });
}

const overlooksAll = (actor: Actor): boolean => mayAct(actor, ['supervisor', 'inspector', 'advisor']);

type Finder = FinderFacts & { readonly staffId: string };

function isOfTeam(visit: Visit, { lineId }: ChargeLine, { staffId, teamId }: Finder): boolean {
  const worked = visit.punches.some((each) => each.lineId === lineId && each.technicianId === staffId);
  return (
    worked ||
    visit.assignments.some(
      (each) =>
        each.lineId === lineId &&
        each.state !== 'void' &&
        (each.technicianId === staffId || (teamId !== null && each.teamId === teamId)),
    )
  );
}

/** Only an add-on stops a line. */
function findingOf(input: Input, { actor, now, newId }: Context<FinderFacts>): Finding {
  const { orderId: _, ...found } = input;
  return {
    ...found,
    stopsLine: found.stopsLine && found.kind === 'add_on',
    findingId: newId(),
    foundBy: staffIdOf(actor),
    foundAt: now,
    answeredAt: null,
    answeredVersionId: null,
  };
}

/** Nobody works on while the customer is asked. */
function stopLine(visit: Visit, line: ChargeLine, { actor, now, newId }: Context<unknown>): Visit {
  const ended = { endedAt: now, endReason: 'paused', pauseReason: 'customer' } as const;
  const punches = visit.punches.map((each) =>
    each.lineId === line.lineId && each.endedAt === null ? { ...each, ...ended } : each,
  );
  const stopped = { ...visit, punches };
  const paused = line.workState === 'working' ? change(stopped, 'lines', line, { workState: 'paused' }) : stopped;
  return add(paused, 'waits', {
    waitId: newId(),
    lineId: line.lineId,
    reason: 'customer',
    note: null,
    since: now,
    expectedUntil: null,
    startedBy: staffIdOf(actor),
    endedAt: null,
    endedBy: null,
  });
}
