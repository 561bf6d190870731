import type { AuthorizationGrant, AuthorizationVersion } from '#domain/authorization/authorization.ts';
import type { ChargeLine, Payer } from '#domain/estimate/charge-line.ts';
import { sum, type Fen } from '#domain/kernel/money.ts';
import type { Inspection, InspectionKind } from '#domain/quality/inspection.ts';
import type { Visit } from '#domain/repair-order/visit.ts';

/** Lines not taken out of their draft. */
export const linesOf = (visit: Visit): readonly ChargeLine[] => visit.lines.filter((line) => line.removedAt === null);

/** The grant that covers a line now; null when there is none or its remainder was taken back. */
export function liveGrant(visit: Visit, line: ChargeLine): AuthorizationGrant | null {
  if (line.grantId === null || isRevoked(visit, line.grantId)) return null;
  return visit.grants.find((grant) => grant.grantId === line.grantId) ?? null;
}

export const isRevoked = (visit: Visit, grantId: string): boolean =>
  visit.revocations.some((each) => each.grantId === grantId);

/** Lines with a live grant. */
export const grantedLines = (visit: Visit): readonly ChargeLine[] =>
  linesOf(visit).filter((line) => liveGrant(visit, line) !== null);

export const isWorked = (line: ChargeLine): boolean => line.kind === 'labour' || line.kind === 'diagnosis';

/** Something was done under the line: work begun, parts out, or sublet performed. It is charged even when the rest is revoked. */
export function isPerformed(visit: Visit, line: ChargeLine): boolean {
  if (line.grantId === null) return false;
  if (isWorked(line)) return visit.punches.some((punch) => punch.lineId === line.lineId);
  return line.kind === 'part' ? line.issuedQtyMilli > 0 : line.performedAt !== null;
}

export const performedLines = (visit: Visit): readonly ChargeLine[] =>
  linesOf(visit).filter((line) => isPerformed(visit, line));

/** Granted labour and diagnosis lines still to be finished or inspected before the car is ready. */
export function unfinishedLines(visit: Visit): readonly ChargeLine[] {
  return linesOf(visit).filter((line) => {
    const live = liveGrant(visit, line) !== null;
    if (isWorked(line)) return line.workState !== 'inspected' && (live || isPerformed(visit, line));
    if (line.kind === 'part') return live && line.partState !== 'issued' && line.partState !== 'returned';
    return live && line.performedAt === null;
  });
}

/** The dealership's own cars: the service manager grants, nobody is called, nothing is sold. */
export const isOwnCar = ({ order }: { readonly order: { readonly kind: Visit['order']['kind'] } }): boolean =>
  order.kind === 'internal' || order.kind === 'pdi';

/** The gate let the car out for good, whatever became of its order. */
export const hasLeft = ({ order, passes }: Pick<Visit, 'order' | 'passes'>): boolean =>
  order.state === 'delivered' || passes.some(({ kind, state }) => kind === 'final' && state === 'used');

/** The one version that collects lines or waits for the customer. */
export const openVersion = (visit: Visit): AuthorizationVersion | null =>
  visit.versions.find(({ state }) => state === 'draft' || state === 'presented') ?? null;

export const draftVersion = (visit: Visit): AuthorizationVersion | null =>
  visit.versions.find(({ state }) => state === 'draft') ?? null;
export const presentedVersion = (visit: Visit): AuthorizationVersion | null =>
  visit.versions.find(({ state }) => state === 'presented') ?? null;

/** A version adds to an order that was decided before; one that follows withdrawn or expired ones alone is the order itself (R118). */
export const isAddOn = ({ versions }: Pick<Visit, 'versions'>, versionNo: number): boolean =>
  versions.some((earlier) => earlier.versionNo < versionNo && earlier.state === 'decided');

/** The latest valid inspection of a kind, of a line where one is named. */
export function lastInspection(visit: Visit, kind: InspectionKind, lineId?: string): Inspection | null {
  const fitting = visit.inspections.filter(
    (each) => each.kind === kind && each.voidedAt === null && (lineId === undefined || each.lineId === lineId),
  );
  return fitting.at(-1) ?? null;
}

export const passed = (visit: Visit, kind: InspectionKind): boolean => lastInspection(visit, kind)?.result === 'pass';

/** Statements in force. */
export const liveStatements = (visit: Visit) => visit.statements.filter(({ state }) => state !== 'withdrawn');
export const statementOf = (visit: Visit, payer: Payer) =>
  liveStatements(visit).find((each) => each.payer === payer) ?? null;

/** Money received for an order less what was given back, in fen. */
export const receivedFen = (visit: Visit): Fen =>
  sum(visit.payments.map(({ kind, amountFen }) => (kind === 'refund' ? -amountFen : amountFen)));

/** Money allocated to a statement, in fen. */
export const allocatedFen = (visit: Visit, statementId: string): Fen =>
  sum(visit.allocations.filter((each) => each.statementId === statementId).map(({ amountFen }) => amountFen));

/** What a statement still asks for, in fen: its total less credit notes and allocations. */
export function dueFen(visit: Visit, statementId: string): Fen {
  const statement = visit.statements.find((each) => each.statementId === statementId);
  if (!statement || statement.state === 'withdrawn') return 0;
  const credited = sum(
    visit.creditNotes.filter((each) => each.statementId === statementId).map(({ amountFen }) => amountFen),
  );
  return statement.totalFen - credited - allocatedFen(visit, statementId);
}

/** The customer's share is paid, credited or nil (R240). */
export function customerShareSettled(visit: Visit): boolean {
  const statement = statementOf(visit, 'customer');
  return (
    statement !== null &&
    (statement.state === 'paid' || statement.state === 'credited' || statement.state === 'nothing_due')
  );
}

export const openWaits = (visit: Visit) => visit.waits.filter(({ endedAt }) => endedAt === null);
