import type { Call } from '#server/http/call.ts';

/** Appointments of the store with their advisor and bay. */
export function appointmentRows({ tx, actor }: Pick<Call, 'tx' | 'actor'>) {
  return tx
    .selectFrom('appointment as a')
    .leftJoin('staff as s', (join) =>
      join.onRef('s.store_id', '=', 'a.store_id').onRef('s.staff_id', '=', 'a.advisor_id'),
    )
    .leftJoin('bay as b', (join) => join.onRef('b.store_id', '=', 'a.store_id').onRef('b.bay_id', '=', 'a.bay_id'))
    .where('a.store_id', '=', actor.storeId);
}

/** Everything stored of one appointment, its cars as they are on file, and the store's name; null when there is none. */
export async function appointmentParts(call: Pick<Call, 'tx' | 'actor'>, appointmentId: string) {
  const row = await wholeRow(call, appointmentId);
  if (!row) return null;
  const { name: store } = await call.tx
    .selectFrom('store')
    .select('name')
    .where('store_id', '=', call.actor.storeId)
    .executeTakeFirstOrThrow();
  const vehicles = await call.tx
    .selectFrom('appointment_vehicle as v')
    .leftJoin('vehicle as k', (join) =>
      join.onRef('k.store_id', '=', 'v.store_id').onRef('k.vehicle_id', '=', 'v.vehicle_id'),
    )
    .select(['v.item_id as itemId', 'v.vehicle_id as vehicleId', 'v.order_id as orderId'])
    .select(({ fn, ref }) => [
      fn.coalesce(ref('k.plate'), ref('v.plate')).as('plate'),
      fn.coalesce(ref('k.model'), ref('v.model')).as('model'),
    ])
    .where('v.store_id', '=', call.actor.storeId)
    .where('v.appointment_id', '=', appointmentId)
    .orderBy('v.item_id')
    .execute();
  return { store, row, vehicles, reminders: await remindersOf(call, appointmentId) };
}

function wholeRow(call: Pick<Call, 'tx' | 'actor'>, appointmentId: string) {
  return appointmentRows(call)
    .where('a.appointment_id', '=', appointmentId)
    .select([
      'a.appointment_id as appointmentId',
      'a.appointment_no as appointmentNo',
      'a.channel',
      'a.state',
      'a.customer_id as customerId',
      'a.customer_name as customerName',
      'a.phone',
      'a.presenter_name as presenterName',
      'a.starts_at as startsAt',
      'a.minutes',
      'a.advisor_id as advisorId',
      's.name as advisorName',
      'a.bay_id as bayId',
      'b.name as bayName',
      'a.requested_jobs as requestedJobs',
      'a.customer_words as customerWords',
      'a.estimated_hours_centi as estimatedHoursCenti',
      'a.estimated_fen as estimatedFen',
      'a.parts_checked as partsChecked',
      'a.confirmed_at as confirmedAt',
      'a.arrived_at as arrivedAt',
      'a.closed_at as closedAt',
      'a.close_reason as closeReason',
      'a.reminded_at as remindedAt',
      'a.outreach_id as outreachId',
      'a.version',
      'a.created_at as createdAt',
    ])
    .executeTakeFirst();
}

function remindersOf({ tx, actor }: Pick<Call, 'tx' | 'actor'>, appointmentId: string) {
  return tx
    .selectFrom('appointment_reminder as r')
    .leftJoin('staff as s', (join) =>
      join.onRef('s.store_id', '=', 'r.store_id').onRef('s.staff_id', '=', 'r.reminded_by'),
    )
    .select([
      'r.reminder_id as reminderId',
      'r.channel',
      'r.result',
      'r.note',
      'r.reminded_by as remindedBy',
      'r.reminded_at as remindedAt',
      's.name as byName',
    ])
    .where('r.store_id', '=', actor.storeId)
    .where('r.appointment_id', '=', appointmentId)
    .orderBy('r.reminded_at')
    .execute();
}
