import type { InputOf } from '#domain/kernel/contract.ts';
import type { Decide } from '#domain/kernel/decision.ts';
import { refuse } from '#domain/kernel/refusal.ts';
import type { closingContracts } from '#domain/repair-order/closing.contract.ts';
import { checkVisitAction, type VisitGuard } from '#domain/repair-order/guard.ts';
import { visitAnswer, type VisitChanged } from '#domain/repair-order/visit.contract.ts';
import { grantedLines, linesOf, openVersion, performedLines } from '#domain/repair-order/visit.rules.ts';
import { change, changeOrder, decided, type Visit } from '#domain/repair-order/visit.ts';

type Input = InputOf<typeof closingContracts.closeWithoutWork>;

/** Everything was declined or deferred, or nothing was proposed; no version waits. */
export const mayCloseWithoutWork: VisitGuard = (visit) => {
  const open = openVersion(visit);
  const waits = open !== null && linesOf(visit).some(({ versionId }) => versionId === open.versionId);
  if (waits) return refuse('version_open');
  const left = [...new Set([...grantedLines(visit), ...performedLines(visit)])];
  if (left.length === 0) return null;
  return refuse('lines_unfinished', { values: { lines: left.map(({ description }) => description).join('、') } });
};

/** The car goes home as it came: ready to be settled at ¥0 and handed over, refused work kept in the record (R118). */
export const closeWithoutWork: Decide<Visit, Input, VisitChanged> = (visit, _, context) => {
  const refusal = checkVisitAction(visit, 'close_without_work', { ...context, guard: mayCloseWithoutWork });
  if (refusal) return refusal;
  const empty = openVersion(visit);
  const closed = empty ? change(visit, 'versions', empty, { state: 'withdrawn', withdrawnAt: context.now }) : visit;
  const next = changeOrder(closed, { state: 'ready', readyAt: context.now });
  return decided(next, { action: 'close_without_work', payload: {} }, visitAnswer(next));
};
