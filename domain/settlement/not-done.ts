import type { ChargeLine } from '#domain/estimate/charge-line.ts';
import type { Visit } from '#domain/repair-order/visit.ts';
import { grantedLines, isPerformed, linesOf } from '#domain/repair-order/visit.rules.ts';

const isRefused = ({ decision }: ChargeLine): boolean =>
  decision === 'declined' || decision === 'deferred' || decision === 'revoked';

const sameJob = (a: ChargeLine, b: ChargeLine): boolean =>
  a.kind === b.kind &&
  (a.operationId
    ? a.operationId === b.operationId
    : a.partId
      ? a.partId === b.partId
      : a.description === b.description);

/** Recommendations that leave with the car undone (R231): refused or put off, and not accepted on a later version. */
export function notDoneLines(visit: Visit): readonly ChargeLine[] {
  const granted = grantedLines(visit);
  return linesOf(visit).filter(
    (line) => isRefused(line) && !isPerformed(visit, line) && !granted.some((other) => sameJob(other, line)),
  );
}

/** Undone safety jobs, each once: a part goes with the job that needs it. A job put off is as dangerous as a refused one (R232). */
export function undoneSafetyLines(visit: Visit): readonly ChargeLine[] {
  const safety = notDoneLines(visit).filter(({ necessity }) => necessity === 'safety');
  return safety.filter(({ parentLineId }) => !safety.some(({ lineId }) => lineId === parentLineId));
}

/** Those that the customer has not noted and signed yet. */
export const unsignedSafetyLines = (visit: Visit): readonly ChargeLine[] =>
  undoneSafetyLines(visit).filter(({ lineId }) => !visit.safetyRefusals.some((refusal) => refusal.lineId === lineId));
