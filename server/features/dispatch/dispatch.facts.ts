import type { AssignFacts } from '#domain/dispatch/assign-line.ts';
import type { dispatchContracts } from '#domain/dispatch/dispatch.contract.ts';
import type { ReceiverFacts } from '#domain/dispatch/hand-to-workshop.ts';
import type { InputOf } from '#domain/kernel/contract.ts';
import type { Visit } from '#domain/repair-order/visit.ts';
import type { Call } from '#server/http/call.ts';

type Assign = InputOf<typeof dispatchContracts.assignLine>;

/** Whether key and papers go to somebody who works here. */
export async function receiverFacts(
  { tx, actor }: Call,
  _: Visit,
  { toStaffId }: { readonly toStaffId: string },
): Promise<ReceiverFacts> {
  const found = await tx
    .selectFrom('staff')
    .select('staff_id')
    .where('store_id', '=', actor.storeId)
    .where('staff_id', '=', toStaffId)
    .where('active', '=', true)
    .executeTakeFirst();
  return { receiverKnown: found !== undefined };
}

/** Bay, technician and team as they are, and what is planned there at that time. */
export async function assignFacts(call: Call, { order }: Visit, input: Assign): Promise<AssignFacts> {
  return {
    bay: await activeBay(call, input.bayId),
    technician: input.technicianId === null ? null : await activeTechnician(call, input.technicianId),
    team: input.teamId === null ? null : await activeTeam(call, input.teamId),
    overlapping: await overlapping(call, order.orderId, input),
  };
}

const activeBay = async ({ tx, actor }: Call, bayId: string) =>
  (await tx
    .selectFrom('bay')
    .select('exclusive')
    .where('store_id', '=', actor.storeId)
    .where('bay_id', '=', bayId)
    .where('active', '=', true)
    .executeTakeFirst()) ?? null;

const activeTechnician = async ({ tx, actor }: Call, staffId: string) =>
  (await tx
    .selectFrom('staff')
    .select(['trades', 'slots'])
    .where('store_id', '=', actor.storeId)
    .where('staff_id', '=', staffId)
    .where('active', '=', true)
    .executeTakeFirst()) ?? null;

const activeTeam = async ({ tx, actor }: Call, teamId: string) =>
  (await tx
    .selectFrom('team')
    .select('trades')
    .where('store_id', '=', actor.storeId)
    .where('team_id', '=', teamId)
    .where('active', '=', true)
    .executeTakeFirst()) ?? null;

/** Plans of other lines at that time, on that bay or by that technician. */
function overlapping({ tx, actor }: Call, orderId: string, input: Assign): Promise<AssignFacts['overlapping']> {
  const { bayId, technicianId, lineId, plannedFrom, plannedUntil } = input;
  return tx
    .selectFrom('assignment')
    .select([
      'order_id as orderId',
      'assignment_id as assignmentId',
      'line_id as lineId',
      'bay_id as bayId',
      'bay_exclusive as bayExclusive',
      'technician_id as technicianId',
      'technician_slot as technicianSlot',
    ])
    .where('store_id', '=', actor.storeId)
    .where('state', '=', 'planned')
    .where('planned_from', '<', plannedUntil)
    .where('planned_until', '>', plannedFrom)
    .where((eb) => eb.or([eb('bay_id', '=', bayId), eb('technician_id', '=', technicianId)]))
    .where((eb) => eb.or([eb('order_id', '<>', orderId), eb('line_id', '<>', lineId)]))
    .limit(200)
    .execute();
}
