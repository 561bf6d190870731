import type { authorizationContracts } from '#domain/authorization/authorization.contract.ts';
import { authorizationActions } from '#domain/authorization/authorization.transitions.ts';
import type { ChargeLine, WorkState } from '#domain/estimate/charge-line.ts';
import type { InputOf } from '#domain/kernel/contract.ts';
import { staffIdOrNull, type Context, type Decide } from '#domain/kernel/decision.ts';
import { isRefusal, refuse, type Refusal } from '#domain/kernel/refusal.ts';
import { checkVisitAction } from '#domain/repair-order/guard.ts';
import { visitAnswer, type VisitChanged } from '#domain/repair-order/visit.contract.ts';
import { isPerformed, isWorked, liveGrant } from '#domain/repair-order/visit.rules.ts';
import { add, change, decided, findLine, type Visit } from '#domain/repair-order/visit.ts';
import { workMachine } from '#domain/workshop/work.machine.ts';

type Input = InputOf<typeof authorizationContracts.revokeGrants>;

/** Takes back the undone remainder of grants (R118; Civil Code 787); what was done stays covered and is charged. */
export const revokeGrants: Decide<Visit, Input, VisitChanged> = (visit, { lineIds, reason }, context) => {
  const refusal = checkVisitAction(visit, 'revoke_grants', context);
  if (refusal) return refusal;
  const lines: ChargeLine[] = [];
  for (const lineId of new Set(lineIds)) {
    const line = findLine(visit, lineId);
    if (isRefusal(line)) return line;
    const refused = checkRevocable(visit, line);
    if (refused) return refused;
    lines.push(line);
  }
  const next = revokeLines(visit, lines, { reason, context });
  const payload = { lineIds: lines.map(({ lineId }) => lineId), grantIds: lines.map(({ grantId }) => grantId) };
  return decided(next, { action: 'revoke_grants', payload }, visitAnswer(next));
};

/** A live grant with something left undone, and nobody working on it. Refusals: `no_grant`, `wrong_state`. */
export function checkRevocable(visit: Visit, line: ChargeLine): Refusal | null {
  if (!liveGrant(visit, line)) return refuse('no_grant', { field: 'lineIds' });
  if (line.workState === 'working') return refuseState('working');
  return isUndone(line) ? null : refuseState(line.workState ?? 'inspected');
}

const isUndone = (line: ChargeLine): boolean => {
  if (isWorked(line)) return line.workState === 'queued' || line.workState === 'paused';
  return line.kind === 'part' ? line.issuedQtyMilli < (line.grantedQtyMilli ?? 0) : line.performedAt === null;
};

function refuseState(state: WorkState): Refusal {
  const { zh, en } = authorizationActions.revoke_grants;
  const { states } = workMachine;
  const values = {
    actionZh: zh,
    actionEn: en,
    stateZh: states[state].zh,
    stateEn: states[state].en,
    fromZh: `${states.queued.zh}、${states.paused.zh}`,
    fromEn: `${states.queued.en}, ${states.paused.en}`,
  };
  return refuse('wrong_state', { field: 'lineIds', values });
}

type Revoking = { readonly reason: string; readonly context: Context<unknown> };

/** The visit with the remainders of the lines' grants taken back, their plans and waits ended, their reservations given up. */
export const revokeLines = (visit: Visit, lines: readonly ChargeLine[], revoking: Revoking): Visit =>
  lines.reduce((so, line) => revokeLine(so, line, revoking), visit);

function revokeLine(visit: Visit, line: ChargeLine, { reason, context }: Revoking): Visit {
  const { actor, now } = context;
  const revokedBy = staffIdOrNull(actor);
  const row = { grantId: line.grantId ?? '', reason, revokedBy, revokedAt: now };
  const performed = isPerformed(visit, line);
  const revoked = change(add(visit, 'revocations', row), 'lines', line, remainder(line, performed, reason));
  return {
    ...revoked,
    assignments: revoked.assignments.map((each) =>
      each.lineId === line.lineId && each.state === 'planned'
        ? { ...each, state: performed ? ('done' as const) : ('void' as const), version: each.version + 1 }
        : each,
    ),
    waits: revoked.waits.map((each) =>
      each.lineId === line.lineId && each.endedAt === null ? { ...each, endedAt: now, endedBy: revokedBy } : each,
    ),
  };
}

/** Work begun stops where it is and goes on to be checked, so that it can be settled; what was never begun is nothing any more. */
function remainder(line: ChargeLine, performed: boolean, reason: string): Partial<ChargeLine> {
  const decision = 'revoked' as const;
  if (line.kind === 'part') return { decision, reservedQtyMilli: 0, partState: performed ? 'issued' : null };
  if (!isWorked(line)) return { decision };
  return performed
    ? { decision, workState: 'self_checked', workDone: line.workDone ?? `中止 / Stopped: ${reason}` }
    : { decision, workState: null };
}
