import { checkRevocable, revokeLines } from '#domain/authorization/revoke.ts';
import type { InputOf } from '#domain/kernel/contract.ts';
import { staffIdOrNull, type Context, type Decide } from '#domain/kernel/decision.ts';
import { refuse } from '#domain/kernel/refusal.ts';
import type { closingContracts } from '#domain/repair-order/closing.contract.ts';
import { checkVisitAction, type VisitGuard } from '#domain/repair-order/guard.ts';
import { visitAnswer, type VisitChanged } from '#domain/repair-order/visit.contract.ts';
import { grantedLines, openVersion, performedLines } from '#domain/repair-order/visit.rules.ts';
import { change, changeOrder, decided, type Visit } from '#domain/repair-order/visit.ts';

type Input = InputOf<typeof closingContracts.cancel>;

/** What is being worked on stops first; a second cancellation changes nothing. */
export const mayCancel: VisitGuard = (visit) => {
  if (visit.order.cancelledAt !== null) return refuse('order_cancelled');
  const working = visit.lines.find(({ workState }) => workState === 'working');
  return working ? refuse('work_running', { values: { line: working.description } }) : null;
};

/**
 * The customer cancels (R118; Civil Code 787). Nothing performed: the order is cancelled. Something performed: the rest is
 * taken back and the order stays open, to be inspected and settled.
 */
export const cancel: Decide<Visit, Input, VisitChanged> = (visit, { reason }, context) => {
  const refusal = checkVisitAction(visit, 'cancel', { ...context, guard: mayCancel });
  if (refusal) return refusal;
  const undone = grantedLines(visit).filter((line) => checkRevocable(visit, line) === null);
  const revoked = revokeLines(withoutProposals(visit, context), undone, { reason, context });
  const settles = performedLines(visit).length > 0;
  const closed = settles ? revoked : withoutWaits(revoked, context);
  const next = changeOrder(closed, {
    state: settles ? 'open' : 'cancelled',
    cancelledAt: context.now,
    cancelReason: reason,
  });
  const payload = { grantIds: undone.map(({ grantId }) => grantId), settles };
  return decided(next, { action: 'cancel', payload }, visitAnswer(next));
};

/** What was not decided is asked no more. */
function withoutProposals(visit: Visit, { now }: Pick<Context, 'now'>): Visit {
  const open = openVersion(visit);
  const withdrawn = open ? change(visit, 'versions', open, { state: 'withdrawn', withdrawnAt: now }) : visit;
  const undecided = withdrawn.lines.filter(({ decision, removedAt }) => decision === 'undecided' && removedAt === null);
  return undecided.reduce((so, line) => change(so, 'lines', line, { removedAt: now }), withdrawn);
}

function withoutWaits(visit: Visit, { actor, now }: Context): Visit {
  const endedBy = staffIdOrNull(actor);
  const waits = visit.waits.map((each) => (each.endedAt === null ? { ...each, endedAt: now, endedBy } : each));
  return { ...visit, waits };
}
