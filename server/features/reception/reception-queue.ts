import { sendAhead } from '#db/transaction.ts';
import { sql } from 'kysely';
import { minutesBetween, shopDay, shopDayRange } from '#domain/kernel/calendar.ts';
import type { InputOf, OutputOf } from '#domain/kernel/contract.ts';
import { staffIdOf } from '#domain/kernel/decision.ts';
import { refuse, type Refusal } from '#domain/kernel/refusal.ts';
import { inReceptionOrder } from '#domain/reception/reception-queue.ts';
import type { receptionDayContracts } from '#domain/reception/reception-day.contract.ts';
import { lockStore, recordStoreActivity } from '#server/features/store/store-activity.ts';
import type { Call } from '#server/http/call.ts';

type Contracts = typeof receptionDayContracts;
type WaitingCar = OutputOf<Contracts['queue']>['waiting'][number];

/** Who arrived and has no order yet, in the order of reception (R056). */
export async function receptionQueue(call: Call): Promise<OutputOf<Contracts['queue']>> {
  const waiting = inReceptionOrder([...(await arrivedByAppointment(call)), ...(await arrivedWithout(call))]);
  return { waiting: waiting.map((each) => ({ ...each, minutes: minutesBetween(each.waitingSince, call.now) })) };
}

type Found = Omit<WaitingCar, 'minutes'>;

async function arrivedByAppointment({ tx, actor, now }: Call): Promise<Found[]> {
  const { from, until } = shopDayRange(shopDay(now));
  const rows = await tx
    .selectFrom('appointment as a')
    .innerJoin('appointment_vehicle as i', (join) =>
      join.onRef('i.store_id', '=', 'a.store_id').onRef('i.appointment_id', '=', 'a.appointment_id'),
    )
    .leftJoin('vehicle as v', (join) =>
      join.onRef('v.store_id', '=', 'i.store_id').onRef('v.vehicle_id', '=', 'i.vehicle_id'),
    )
    .select(['a.appointment_id as appointmentId', 'a.customer_name as customerName', 'a.starts_at as startsAt'])
    .select(['a.requested_jobs as note', 'i.vehicle_id as vehicleId'])
    .select(({ fn, ref }) => [
      fn.coalesce(ref('v.plate'), ref('i.plate')).as('plate'),
      fn.coalesce(ref('a.arrived_at'), ref('a.starts_at')).as('waitingSince'),
    ])
    .where('a.store_id', '=', actor.storeId)
    .where('a.state', '=', 'arrived')
    .where('i.order_id', 'is', null)
    .where('a.starts_at', '>=', from)
    .where('a.starts_at', '<', until)
    .execute();
  return rows.map((row) => ({ kind: 'appointment' as const, arrivalId: null, ...row }));
}

async function arrivedWithout({ tx, actor }: Call): Promise<Found[]> {
  const rows = await tx
    .selectFrom('arrival as a')
    .leftJoin('vehicle as v', (join) => join.onRef('v.store_id', '=', 'a.store_id').onRef('v.plate', '=', 'a.plate'))
    .select(['a.arrival_id as arrivalId', 'a.plate', 'a.note', 'a.arrived_at as waitingSince'])
    .select('v.vehicle_id as vehicleId')
    .select(
      sql<string | null>`(select c.name from vehicle_party p
      join customer c on c.store_id = p.store_id and c.customer_id = p.customer_id
      where p.store_id = v.store_id and p.vehicle_id = v.vehicle_id and p.relation = 'owner' and p.ended_at is null
      limit 1)`.as('customerName'),
    )
    .where('a.store_id', '=', actor.storeId)
    .where('a.ended_at', 'is', null)
    .orderBy('a.arrived_at')
    .limit(200)
    .execute();
  return rows.map((row) => ({ kind: 'walk_in' as const, appointmentId: null, startsAt: null, ...row }));
}

/** Notes a car that came without appointment. One that waits already stays as it is. */
export async function registerArrival(
  call: Call,
  { plate, note }: InputOf<Contracts['registerArrival']>,
): Promise<{ id: string }> {
  const { storeId } = call.actor;
  await lockStore(call);
  const waiting = plate === null ? null : await waitingArrival(call, plate);
  if (waiting) return { id: waiting };
  const id = call.newId();
  const row = { store_id: storeId, arrival_id: id, plate, note, arrived_at: call.now };
  await call.tx
    .insertInto('arrival')
    .values({ ...row, recorded_by: staffIdOf(call.actor) })
    .execute();
  await recordStoreActivity(call, { action: 'register_arrival', payload: { arrivalId: id } });
  call.changed('board:reception');
  return { id };
}

/** Takes a car that left out of the queue. Refusal `not_found`: it waits no longer. */
export async function endArrival(
  call: Call,
  { arrivalId }: InputOf<Contracts['endArrival']>,
): Promise<{ id: string } | Refusal> {
  await lockStore(call);
  const ended = await call.tx
    .updateTable('arrival')
    .set({ ended_at: call.now })
    .where('store_id', '=', call.actor.storeId)
    .where('arrival_id', '=', arrivalId)
    .where('ended_at', 'is', null)
    .executeTakeFirst();
  if (ended.numUpdatedRows === 0n) return refuse('not_found', { field: 'arrivalId' });
  await recordStoreActivity(call, { action: 'end_arrival', payload: { arrivalId } });
  call.changed('board:reception');
  return { id: arrivalId };
}

/** The car is received: it waits in the queue no longer. */
export function arrivalReceived(
  { tx, actor, now, changed }: Call,
  { plate, orderId }: { readonly plate: string | null; readonly orderId: string },
): void {
  changed('board:reception');
  if (plate === null) return;
  const ended = tx
    .updateTable('arrival')
    .set({ ended_at: now, order_id: orderId })
    .where('store_id', '=', actor.storeId)
    .where('plate', '=', plate)
    .where('ended_at', 'is', null);
  sendAhead(tx, [ended.compile()]);
}

async function waitingArrival({ tx, actor }: Call, plate: string): Promise<string | null> {
  const row = await tx
    .selectFrom('arrival')
    .select('arrival_id')
    .where('store_id', '=', actor.storeId)
    .where('plate', '=', plate)
    .where('ended_at', 'is', null)
    .executeTakeFirst();
  return row?.arrival_id ?? null;
}
