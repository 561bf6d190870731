import type { ChargeLine } from '#domain/estimate/charge-line.ts';
import type { Instant } from '#domain/kernel/calendar.ts';
import { refuse, type Refusal } from '#domain/kernel/refusal.ts';
import { change, type Visit } from '#domain/repair-order/visit.ts';
import { isWorked } from '#domain/repair-order/visit.rules.ts';
import type { workMachine } from '#domain/workshop/work.machine.ts';

export type FailedLine = { readonly lineId: string; readonly reason: string };

/** The line is queued again for rework; what was checked on it holds no longer (R188). */
export function sendBack(visit: Visit, { lineId, reason }: FailedLine, now: Instant): Visit {
  const line = visit.lines.find((each) => each.lineId === lineId);
  if (!line) return visit;
  const queued = change(visit, 'lines', line, { workState: 'queued', reworkCount: line.reworkCount + 1 });
  return {
    ...queued,
    inspections: queued.inspections.map((each) =>
      each.lineId === lineId && each.voidedAt === null ? { ...each, voidedAt: now, voidReason: reason } : each,
    ),
  };
}

type Checkable = keyof typeof workMachine.states;
const checked: readonly (Checkable | null)[] = ['self_checked', 'leader_checked', 'inspected'];

/** A failure names lines that were worked on and finished, each with its reason. Refusals `fault_items_missing`, `line_not_found`. */
export function checkFailedLines(visit: Visit, failed: readonly FailedLine[]): Refusal | null {
  if (failed.length === 0) return refuse('fault_items_missing', { field: 'failedLines' });
  for (const [index, { lineId }] of failed.entries()) {
    const line = visit.lines.find((each) => each.lineId === lineId && each.removedAt === null);
    if (!line) return refuse('line_not_found', { field: `failedLines.${index}.lineId` });
    if (!isFinished(line)) return refuse('fault_items_missing', { field: `failedLines.${index}.lineId` });
  }
  return null;
}

const isFinished = (line: ChargeLine): boolean => isWorked(line) && checked.includes(line.workState);
