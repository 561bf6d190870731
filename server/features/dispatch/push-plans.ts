import type { Kysely } from 'kysely';
import type { DB } from '#db/generated/schema.ts';
import { movePlans, overrunsBetween, stretchOverruns, type Overrun } from '#domain/dispatch/overrun.ts';
import { pushPlans, type Plan } from '#domain/dispatch/push-plans.ts';
import { isRefusal } from '#domain/kernel/refusal.ts';
import type { Visit } from '#domain/repair-order/visit.ts';
import { lockVisit, saveVisit } from '#server/features/repair-order/on-visit.ts';
import type { Call } from '#server/http/call.ts';
import type { StoreSchedule } from '#server/jobs/task.ts';

/**
 * What really happened is never refused: where work of this order took longer than planned, the plans behind it on its bay
 * or technician move in the same transaction (process rule 4).
 */
export async function giveWay(call: Call, before: Visit, next: Visit): Promise<void> {
  for (const overrun of overrunsBetween(before, next, call.now)) await moveBehind(call, overrun);
}

async function moveBehind(call: Call, { busy, ended }: Overrun): Promise<void> {
  const moved = pushPlans(busy, await plansBehind(call, busy, ended));
  const byOrder = Map.groupBy(moved, ({ orderId }) => orderId);
  for (const orderId of [...byOrder.keys()].toSorted()) {
    const visit = await lockVisit(call, orderId);
    if (isRefusal(visit)) throw new Error(`the order ${orderId} of a plan is gone`);
    saveVisit(call, visit, movePlans(visit, byOrder.get(orderId) ?? [], busy));
  }
}

/** Plans not over before the busy one begins. Work that ended stands in nobody's way who has begun meanwhile. */
function plansBehind({ tx, actor }: Call, busy: Plan, ended: boolean): Promise<Plan[]> {
  return planned(tx, actor.storeId)
    .where('a.planned_until', '>', busy.plannedFrom)
    .where('a.assignment_id', '<>', busy.assignmentId)
    .$if(ended, (q) => q.where('l.work_state', '=', 'queued'))
    .orderBy('a.planned_from')
    .execute();
}

const planned = (tx: Kysely<DB>, storeId: string) =>
  tx
    .selectFrom('assignment as a')
    .innerJoin('charge_line as l', (join) =>
      join
        .onRef('l.store_id', '=', 'a.store_id')
        .onRef('l.order_id', '=', 'a.order_id')
        .onRef('l.line_id', '=', 'a.line_id'),
    )
    .select([
      'a.order_id as orderId',
      'a.assignment_id as assignmentId',
      'a.bay_id as bayId',
      'a.bay_exclusive as bayExclusive',
      'a.technician_id as technicianId',
      'a.technician_slot as technicianSlot',
      'a.planned_from as plannedFrom',
      'a.planned_until as plannedUntil',
    ])
    .where('a.store_id', '=', storeId)
    .where('a.state', '=', 'planned');

/** Work that still runs past its planned end keeps its bay; what is planned behind it moves on. */
export async function pushOverruns(call: Call): Promise<void> {
  const late = await planned(call.tx, call.actor.storeId)
    .where('a.planned_until', '<=', call.now)
    .where('l.work_state', '=', 'working')
    .execute();
  for (const orderId of [...new Set(late.map((plan) => plan.orderId))].toSorted()) {
    const before = await lockVisit(call, orderId);
    const decision = isRefusal(before) ? null : stretchOverruns(before, call.now);
    if (isRefusal(before) || !decision) continue;
    await giveWay(call, before, saveVisit(call, before, decision));
  }
}

/** Every five minutes. */
export const pushOverrunsOften: StoreSchedule = {
  identifier: 'push_overruns',
  cron: '*/5 * * * *',
  inEachStore: pushOverruns,
};
