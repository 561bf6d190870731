import type { ChargeLine } from '#domain/estimate/charge-line.ts';
import type { ActionView, VisitView } from '#domain/repair-order/visit-view.contract.ts';

/** Everything of one job that a technician needs, picked from the visit. */
export type Job = { readonly view: VisitView; readonly line: ChargeLine };

export function jobOf(view: VisitView, lineId: string): Job | null {
  const line = view.lines.find((each) => each.lineId === lineId && each.removedAt === null);
  return line ? { view, line } : null;
}

/** Parts that the customer agreed to: of this job, or of the order where no job is named. */
export const partsToFit = ({ view, line }: Job): readonly ChargeLine[] =>
  view.lines.filter(
    (each) =>
      each.kind === 'part' &&
      each.removedAt === null &&
      each.grantId !== null &&
      (each.parentLineId === line.lineId || each.parentLineId === null),
  );

/** The plan that holds, else the last one. */
export const planOf = ({ view, line }: Job) => {
  const plans = view.assignments.filter(({ lineId, state }) => lineId === line.lineId && state !== 'void');
  return plans.find(({ state }) => state === 'planned') ?? plans.at(-1) ?? null;
};

export const punchesOf = ({ view, line }: Job) => view.punches.filter(({ lineId }) => lineId === line.lineId);

/** An action of the line, or of the visit where it names none; null when the reader's roles never may. */
export const actionOf = ({ view, line }: Job, action: string, of: 'line' | 'visit' = 'line'): ActionView | null =>
  view.actions.find(
    (each) => each.action === action && (of === 'line' ? each.lineId === line.lineId : each.lineId === null),
  ) ?? null;

/** Why the line came back: the last failed check, whoever failed it (R188). */
export const reworkReason = ({ view, line }: Job): string | null => {
  if (line.reworkCount === 0) return null;
  const failed = view.inspections.findLast(({ lineId, voidReason }) => lineId === line.lineId && voidReason !== null);
  return failed?.voidReason ?? null;
};
