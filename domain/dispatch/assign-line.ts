import type { Assignment } from '#domain/dispatch/assignment.ts';
import type { dispatchContracts } from '#domain/dispatch/dispatch.contract.ts';
import { dispatchLineGuards } from '#domain/dispatch/dispatch.guards.ts';
import type { ChargeLine } from '#domain/estimate/charge-line.ts';
import type { InputOf } from '#domain/kernel/contract.ts';
import { staffIdOrNull, type Context, type Decide } from '#domain/kernel/decision.ts';
import { firstRefusal, isRefusal, refuse, type Refusal } from '#domain/kernel/refusal.ts';
import { valueWordsOf } from '#domain/process/value-words.ts';
import { checkVisitAction } from '#domain/repair-order/guard.ts';
import { visitAnswer, type VisitChanged } from '#domain/repair-order/visit.contract.ts';
import { add, decided, findLine, type Visit } from '#domain/repair-order/visit.ts';
import type { Bay, Staff, Team, Trade } from '#domain/staff/staff.ts';
import { endPlan, planOf } from '#domain/workshop/punches.ts';

type Contracts = typeof dispatchContracts;
type Input = InputOf<Contracts['assignLine']>;

/** A plan of another line that overlaps the one asked for. */
export type OtherPlan = Pick<
  Assignment,
  'assignmentId' | 'lineId' | 'bayId' | 'bayExclusive' | 'technicianId' | 'technicianSlot'
> & { readonly orderId: string };

/** Bay, technician and team as they are now; null when the store has no active one of that id. */
export type AssignFacts = {
  readonly bay: Pick<Bay, 'exclusive'> | null;
  readonly technician: Pick<Staff, 'trades' | 'slots'> | null;
  readonly team: Pick<Team, 'trades'> | null;
  readonly overlapping: readonly OtherPlan[];
};

/** Plans a line onto a bay and a technician or team by skill and load; an earlier plan of the line gives way (R155). */
export const assignLine: Decide<Visit, Input, VisitChanged, AssignFacts> = (visit, input, context) => {
  const refusal = checkVisitAction(visit, 'assign_line', context);
  if (refusal) return refusal;
  const line = findLine(visit, input.lineId);
  if (isRefusal(line)) return line;
  const refused = firstRefusal(
    () => dispatchLineGuards.assign_line(visit, line),
    () => (input.plannedUntil > input.plannedFrom ? null : refuse('plan_order', { field: 'plannedUntil' })),
    () => checkKnown(input, context.facts),
    () => checkTrade(line, input, context.facts),
    () => checkBayFree(visit, input, context.facts),
  );
  if (refused) return refused;
  const slot = freeSlot(input, context.facts);
  if (slot === null) return refuse('technician_taken', { field: 'technicianId' });
  const plan = planned(input, slot, context);
  const next = add(endPlan(visit, line.lineId, 'void'), 'assignments', plan);
  const { assignmentId, lineId, bayId, teamId, technicianId, plannedFrom, plannedUntil } = plan;
  const payload = { assignmentId, lineId, bayId, teamId, technicianId, plannedFrom, plannedUntil };
  return decided(next, { action: 'assign_line', payload }, visitAnswer(next, assignmentId));
};

function checkKnown({ technicianId, teamId }: Input, { bay, technician, team }: AssignFacts): Refusal | null {
  if (!bay) return refuse('not_found', { field: 'bayId' });
  if (technicianId === null && teamId === null) return refuse('assignee_missing', { field: 'technicianId' });
  if (technicianId !== null && !technician) return refuse('not_found', { field: 'technicianId' });
  return teamId !== null && !team ? refuse('not_found', { field: 'teamId' }) : null;
}

function checkTrade({ trade }: ChargeLine, { technicianId }: Input, { technician, team }: AssignFacts): Refusal | null {
  const skilled = technicianId === null ? team : technician;
  if (trade === null || !skilled || skilled.trades.includes(trade)) return null;
  const field = technicianId === null ? 'teamId' : 'technicianId';
  return refuse('wrong_trade', { field, values: { trade: tradeName(trade) } });
}

function tradeName(trade: Trade): string {
  const { zh, en } = valueWordsOf('trade', trade);
  return `${zh} ${en}`;
}

/** An exclusive bay holds one car at a time; lines of the same car may share it. */
function checkBayFree({ order }: Visit, { bayId }: Input, { bay, overlapping }: AssignFacts): Refusal | null {
  const taken = overlapping.some(
    (plan) => bay?.exclusive && plan.bayExclusive && plan.bayId === bayId && plan.orderId !== order.orderId,
  );
  return taken ? refuse('bay_taken', { field: 'bayId' }) : null;
}

/** The technician's first slot that nothing else is planned on; slot 1 where no technician is named. */
function freeSlot({ technicianId, lineId }: Input, { technician, overlapping }: AssignFacts): number | null {
  if (technicianId === null) return 1;
  const taken = overlapping
    .filter((plan) => plan.technicianId === technicianId && plan.lineId !== lineId)
    .map(({ technicianSlot }) => technicianSlot);
  const slots = Array.from({ length: technician?.slots ?? 1 }, (_, index) => index + 1);
  return slots.find((slot) => !taken.includes(slot)) ?? null;
}

function planned(input: Input, technicianSlot: number, { actor, now, newId, facts }: Context<AssignFacts>): Assignment {
  const { lineId, bayId, teamId, technicianId, plannedFrom, plannedUntil } = input;
  return {
    assignmentId: newId(),
    lineId,
    bayId,
    bayExclusive: facts.bay?.exclusive ?? true,
    teamId,
    technicianId,
    technicianSlot,
    plannedFrom,
    plannedUntil,
    state: 'planned',
    assignedBy: staffIdOrNull(actor),
    assignedAt: now,
    version: 1,
  };
}

/** Takes a dispatch back; running work keeps its plan. */
export const unassignLine: Decide<Visit, InputOf<Contracts['unassignLine']>, VisitChanged> = (
  visit,
  { lineId },
  context,
) => {
  const line = findLine(visit, lineId);
  const refusal = firstRefusal(
    () => checkVisitAction(visit, 'unassign_line', context),
    () => (isRefusal(line) ? line : dispatchLineGuards.unassign_line(visit, line)),
  );
  if (refusal) return refusal;
  const assignmentId = planOf(visit, lineId)?.assignmentId ?? null;
  const next = endPlan(visit, lineId, 'void');
  return decided(next, { action: 'unassign_line', payload: { lineId, assignmentId } }, visitAnswer(next));
};
