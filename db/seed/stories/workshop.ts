import { acceptCar, handToWorkshop, setPriority } from '#domain/dispatch/hand-to-workshop.ts';
import { assignLine } from '#domain/dispatch/assign-line.ts';
import type { ChargeLine } from '#domain/estimate/charge-line.ts';
import { addMinutes, type Instant } from '#domain/kernel/calendar.ts';
import { sum } from '#domain/kernel/money.ts';
import { recordOldPart } from '#domain/parts/issue-part.ts';
import { itemsToCheck } from '#domain/quality/check-items.ts';
import type { InspectionKind } from '#domain/quality/inspection.ts';
import { cancel } from '#domain/repair-order/cancel.ts';
import { grantedLines, isWorked } from '#domain/repair-order/visit.rules.ts';
import type { DispatchPriority } from '#domain/repair-order/repair-order.ts';
import { scopeOf } from '#domain/workshop/check-scope.ts';
import { finishWork } from '#domain/workshop/finish-work.ts';
import { leaderCheck } from '#domain/workshop/leader-check.ts';
import { pauseWork } from '#domain/workshop/pause-work.ts';
import { startWork } from '#domain/workshop/start-work.ts';
import type { Story } from '#db/seed/engine/schedule.ts';
import { inRole, oneOf, type Colleague } from '#db/seed/engine/world.ts';
import { addOnStory } from '#db/seed/stories/add-on.ts';
import { act, pause, signature, simply, stopsAt, visitOf, whenOpen, type Going } from '#db/seed/stories/going.ts';
import { comeBack, leaveForParts } from '#db/seed/stories/away.ts';
import { deposit } from '#db/seed/stories/settle.ts';
import { issue, receiveGoods, reserve } from '#db/seed/stories/stock.ts';
import { findSlot, freeFrom, isBusy, overlapping, plannedMinutes, type Slot } from '#db/seed/stories/workload.ts';

/** Key, order and form go to the workshop (R150–R154). */
export function* handIn(going: Going): Story {
  const { world, advisor, plan } = going;
  if (stopsAt(going, 'decided')) return;
  const supervisor = oneOf(world, 'supervisor');
  const priority: DispatchPriority = plan.waits ? 'waiting_customer' : plan.appointmentId ? 'appointment' : 'normal';
  const place = `${world.random.pick(['A', 'B'])}${world.random.int(1, 12)}`;
  const input = { toStaffId: supervisor.staffId, place, notes: null, priority };
  act(going, advisor, { decide: handToWorkshop, input, facts: { receiverKnown: true } });
  yield* pause(going, 4);
  if (stopsAt(going, 'handed')) return;
  simply(going, supervisor, { decide: setPriority, input: { priority } });
}

/** Granted work that nobody finished yet. */
const undone = (going: Going): readonly ChargeLine[] =>
  grantedLines(visitOf(going)).filter((line) => isWorked(line) && line.workState === 'queued');

/** All granted work, trade by trade: dispatched, parts fetched, done and checked (R155–R188). */
export function* work(going: Going): Story {
  for (let lines = undone(going); lines.length > 0; lines = undone(going)) {
    const trade = lines[0]?.trade ?? 'mechanical_electrical';
    const group = lines.filter((line) => line.trade === trade);
    const slot = yield* dispatch(going, group);
    if (stopsAt(going, 'dispatched')) return;
    yield* fetchParts(going, slot.technician);
    if (stopsAt(going, 'parts_missing')) return;
    for (const { lineId } of group) {
      yield* doLine(going, lineId, slot);
      if (stopsAt(going, 'self_checked')) return;
      if (cancels(going)) break;
    }
    yield* checkByLeader(going, slot.technician);
    if (stopsAt(going, 'leader_checked')) return;
  }
}

/** The customer calls the rest off while the car stands on the lift: what is done is charged (Civil Code 787). */
function cancels(going: Going): boolean {
  const { plan, advisor } = going;
  if (plan.ending !== 'cancelled_at_work' || plan.live || undone(going).length === 0) return false;
  simply(going, advisor, { decide: cancel, input: { reason: '客户有急事，其余项目下次再做' } });
  return true;
}

/** Waits for a technician and a bay, unless the car of today stands in the queue with a plan ahead. */
function* dispatch(going: Going, group: readonly ChargeLine[]): Generator<Instant, Slot, void> {
  const { world, plan } = going;
  const trade = group[0]?.trade ?? 'mechanical_electrical';
  let slot = findSlot(world, trade, going.orderId);
  while (slot.from > world.now && !plan.live) {
    yield whenOpen(slot.from);
    slot = findSlot(world, trade, going.orderId);
  }
  let from = slot.from;
  const supervisor = oneOf(world, 'supervisor');
  for (const line of group) {
    const minutes = plannedMinutes(line);
    assign(going, supervisor, { line, slot, from, minutes });
    from = addMinutes(from, minutes);
  }
  if (visitOf(going).order.carAcceptedAt === null)
    simply(going, slot.technician, { decide: acceptCar, input: { matchesReceptionForm: true, note: null } });
  return slot;
}

type Assigning = { readonly line: ChargeLine; readonly slot: Slot; readonly from: Instant; readonly minutes: number };

function assign(going: Going, by: Colleague, { line, slot, from, minutes }: Assigning): void {
  const { technician, bay } = slot;
  const times = { plannedFrom: from, plannedUntil: addMinutes(from, minutes) };
  const input = { lineId: line.lineId, bayId: bay.bayId, teamId: technician.teamId, technicianId: technician.staffId };
  const facts = {
    bay,
    technician,
    team: { trades: technician.trades },
    overlapping: overlapping(going.world, from, minutes),
  };
  act(going, by, { decide: assignLine, input: { ...input, ...times }, facts });
}

/** Parts come from the counter; those that were short come with the next delivery. */
function* fetchParts(going: Going, technician: Colleague): Story {
  yield* pause(going, 6);
  const missing = partsOf(going).filter(({ partState }) => partState === 'backordered');
  if (missing.length > 0) {
    if (stopsAt(going, 'parts_missing')) return;
    if (!going.plan.live) yield* away(going);
    receiveGoods(
      going.world,
      '厂家配件中心',
      missing.map(({ partId, qtyMilli }) => ({ partId: partId ?? '', qtyMilli })),
    );
    for (const line of missing) reserve(going, line);
  }
  for (const line of partsOf(going)) issue(going, line, technician);
}

const totalGranted = (going: Going): number =>
  sum(grantedLines(visitOf(going)).map(({ grantedFen }) => grantedFen ?? 0));

/** The car waits for the delivery in the shop, or goes home meanwhile on a temporary pass (R230). */
function* away(going: Going): Story {
  const { world, plan } = going;
  const back = whenOpen(addMinutes(world.now, world.random.int(20, 30) * 60));
  const leaves = plan.awayForParts && plan.kind === 'customer';
  const owed = totalGranted(going);
  if (plan.kind === 'customer' && plan.payment !== 'credit' && owed >= 30_000) deposit(going, 20_000);
  if (leaves) leaveForParts(going, back);
  yield back;
  if (leaves) comeBack(going);
}

const partsOf = (going: Going): readonly ChargeLine[] =>
  grantedLines(visitOf(going)).filter((line) => line.kind === 'part' && line.partState !== 'issued');

const lineNow = (going: Going, lineId: string): ChargeLine => {
  const line = visitOf(going).lines.find((each) => each.lineId === lineId);
  if (!line) throw new Error('the line stands on the order');
  return line;
};

/** One line: begun, done a little faster or slower than planned, checked by whoever did it. */
function* doLine(going: Going, lineId: string, { technician, bay }: Slot): Story {
  const { world, plan } = going;
  yield* pause(going, 2);
  while (isBusy(world, technician)) yield addMinutes(world.now, 4);
  planAnew(going, lineId, { technician, bay });
  const { version, description } = lineNow(going, lineId);
  act(going, technician, { decide: startWork, input: { lineId, version, bayId: bay.bayId }, facts: { slot: 1 } });
  if (stopsAt(going, 'working')) return;
  const minutes = Math.round((plannedMinutes(lineNow(going, lineId)) * world.random.int(70, 96)) / 100);
  yield* pause(going, minutes / 2);
  if (stopsAt(going, 'paused')) {
    const input = { lineId, version: lineNow(going, lineId).version, reason: 'tool' as const, note: '等待专用工具' };
    return simply(going, technician, { decide: pauseWork, input }) && undefined;
  }
  if (plan.addOn) yield* addOnStory(going, { technician, lineId });
  yield* pause(going, minutes / 2);
  const line = lineNow(going, lineId);
  const selfCheck = good('self_check', [line]);
  const input = { lineId, version: line.version, workDone: `${description}，完成并试验正常`, selfCheck };
  simply(going, technician, { decide: finishWork, input });
  keepOldParts(going, technician, lineId);
}

/** A plan whose time ran out before the work began is made anew, behind what else is planned. */
function planAnew(going: Going, lineId: string, { technician, bay }: Omit<Slot, 'from'>): void {
  const { world } = going;
  const plan = visitOf(going).assignments.find((each) => each.lineId === lineId && each.state === 'planned');
  if (plan && plan.plannedUntil > world.now) return;
  const line = lineNow(going, lineId);
  const from = freeFrom(world, { technician, bay });
  assign(going, oneOf(world, 'supervisor'), {
    line,
    slot: { technician, bay, from },
    from,
    minutes: plannedMinutes(line),
  });
}

/** Every point of a check, all good. */
export const good = (kind: InspectionKind, lines: readonly ChargeLine[]) =>
  itemsToCheck(kind, scopeOf(lines)).map((item) => ({ item, result: 'pass' as const }));

function keepOldParts(going: Going, technician: Colleague, lineId: string): void {
  const { oldPartChoice } = visitOf(going).order;
  if (oldPartChoice === null || oldPartChoice === 'none') return;
  const fitted = visitOf(going).lines.filter((line) => line.parentLineId === lineId && line.partState === 'issued');
  for (const { lineId: partLine, description, qtyMilli } of fitted.filter(({ unit }) => unit !== '升')) {
    const bagLabel = `旧件-${going.world.random.int(100, 999)}`;
    const input = { lineId: partLine, description, qtyMilli, disposition: oldPartChoice, bagLabel };
    simply(going, technician, { decide: recordOldPart, input });
  }
}

/** The leader of the team checks each finished line and signs on the order (R181, R182). */
function* checkByLeader(going: Going, technician: Colleague): Story {
  const { world } = going;
  const leaders = inRole(world, 'team_leader');
  const leader = leaders.find(({ teamId }) => teamId === technician.teamId) ?? leaders[0];
  if (!leader) throw new Error('every team has a leader');
  yield* pause(going, 5);
  for (const line of visitOf(going).lines.filter(({ workState }) => workState === 'self_checked')) {
    const advice = world.random.chance(0.3) ? '建议下次保养检查制动片厚度' : null;
    const items = good('leader_check', [line]);
    const checked = { lineId: line.lineId, version: line.version, result: 'pass' as const, items, advice };
    simply(going, leader, { decide: leaderCheck, input: { ...checked, signature: signature(world, leader.name) } });
  }
}
