import { sql } from 'kysely';
import type { appointmentContracts } from '#domain/appointment/appointment.contract.ts';
import { reminderScript } from '#domain/appointment/reminder.ts';
import { freeSlots } from '#domain/appointment/slots.ts';
import { tagMarker } from '#domain/appointment/tag.ts';
import { addMinutes, shopDateTime, shopDayRange } from '#domain/kernel/calendar.ts';
import type { InputOf, OutputOf } from '#domain/kernel/contract.ts';
import { maskPhone } from '#domain/kernel/phone.ts';
import { refuse, type Refusal } from '#domain/kernel/refusal.ts';
import { roles } from '#domain/kernel/role.ts';
import { activeAdvisors, dayPlan } from '#server/features/appointment/day-plan.ts';
import { appointmentParts, appointmentRows } from '#server/features/appointment/appointment.rows.ts';
import type { Call } from '#server/http/call.ts';

type Contracts = typeof appointmentContracts;
type Tag = OutputOf<Contracts['board']>['tags'][number];
type TagRow = Omit<Tag, 'marker'>;

/** The board of a day: who receives whom when, with the small magnets (R039, R040). */
export async function board(call: Call, { day }: InputOf<Contracts['board']>): Promise<OutputOf<Contracts['board']>> {
  const { from, until } = shopDayRange(day);
  const rows = await tagsOf(
    appointmentRows(call)
      .where('a.starts_at', '>=', from)
      .where('a.starts_at', '<', until)
      .where('a.state', '!=', 'cancelled'),
  )
    .orderBy('a.starts_at')
    .orderBy('a.appointment_no')
    .execute();
  const { opensAt, closesAt } = call.settings;
  return {
    day,
    now: call.now,
    hours: hoursBetween(shopDateTime(day, opensAt), shopDateTime(day, closesAt)),
    advisors: await activeAdvisors(call),
    tags: rows.map((row) => withMarker(row, call)),
  };
}

function hoursBetween(from: string, until: string): string[] {
  const hours: string[] = [];
  for (let at = from; at < until; at = addMinutes(at, 60)) hours.push(at);
  return hours;
}

/** How many more appointments each slot of a day takes. */
export async function slots(
  call: Call,
  { day, advisorId = null }: { readonly day: string; readonly advisorId?: string | null | undefined },
): Promise<OutputOf<Contracts['slots']>> {
  const free = freeSlots(day, await dayPlan(call, day), { hours: call.settings, advisorId, now: call.now });
  return { slotMinutes: call.settings.appointmentSlotMinutes, slots: free };
}

/** Appointments by time. */
export async function list(call: Call, input: InputOf<Contracts['list']>): Promise<OutputOf<Contracts['list']>> {
  const { from, to, state, missed, customerId, vehicleId } = input;
  let matching = appointmentRows(call);
  if (from) matching = matching.where('a.starts_at', '>=', shopDayRange(from).from);
  if (to) matching = matching.where('a.starts_at', '<', shopDayRange(to).until);
  if (state) matching = matching.where('a.state', '=', state);
  if (missed) matching = matching.where('a.state', '=', 'no_show').where(nothingSince);
  if (customerId) matching = matching.where('a.customer_id', '=', customerId);
  if (vehicleId) matching = matching.where(coversCar(vehicleId));
  const { total } = await matching.select(({ fn }) => fn.countAll<number>().as('total')).executeTakeFirstOrThrow();
  const rows = await tagsOf(matching)
    .orderBy('a.starts_at')
    .orderBy('a.appointment_no')
    .limit(input.limit)
    .offset(input.offset)
    .execute();
  return { total, items: rows.map((row) => withMarker(row, call)) };
}

/** One appointment with its cars, its reminders, and what is said on the reminder call (R037). */
export async function detail(
  call: Call,
  { appointmentId }: InputOf<Contracts['detail']>,
): Promise<OutputOf<Contracts['detail']> | Refusal> {
  const parts = await appointmentParts(call, appointmentId);
  if (!parts) return refuse('not_found');
  const { store, row, vehicles, reminders } = parts;
  const { settings, now } = call;
  const about = { store, customer: row.customerName, startsAt: row.startsAt, jobs: row.requestedJobs };
  return {
    ...row,
    phone: maskPhone(row.phone),
    marker: tagMarker(row, { now, lateMinutes: settings.appointmentLateMinutes }),
    vehicles,
    reminders,
    script: [...reminderScript({ ...about, address: settings.address, phone: settings.phone }, postOf(call))],
  };
}

/** The post that the caller names on the phone. */
function postOf({ actor }: Call) {
  const [first] = actor.kind === 'staff' ? actor.roles : [];
  return roles[first ?? 'receptionist'];
}

const nothingSince = sql<boolean>`not exists (select 1 from appointment n
    where n.store_id = a.store_id and n.phone = a.phone and n.starts_at > a.starts_at and n.state <> 'cancelled')
  and not exists (select 1 from appointment_vehicle v
    join repair_order r on r.store_id = v.store_id and r.vehicle_id = v.vehicle_id and r.arrived_at > a.starts_at
    where v.store_id = a.store_id and v.appointment_id = a.appointment_id)`;

const coversCar = (vehicleId: string) => sql<boolean>`exists (select 1 from appointment_vehicle v
  where v.store_id = a.store_id and v.appointment_id = a.appointment_id and v.vehicle_id = ${vehicleId})`;

const plates = sql<string[]>`array(
  select coalesce(k.plate, v.plate) from appointment_vehicle v
  left join vehicle k on k.store_id = v.store_id and k.vehicle_id = v.vehicle_id
  where v.store_id = a.store_id and v.appointment_id = a.appointment_id and coalesce(k.plate, v.plate) is not null
  order by v.item_id)`;

const orderIds = sql<string[]>`array(
  select v.order_id from appointment_vehicle v
  where v.store_id = a.store_id and v.appointment_id = a.appointment_id and v.order_id is not null
  order by v.item_id)`;

function tagsOf(rows: ReturnType<typeof appointmentRows>) {
  return rows.select([
    'a.appointment_id as appointmentId',
    'a.appointment_no as appointmentNo',
    'a.state',
    'a.advisor_id as advisorId',
    's.name as advisorName',
    'a.customer_id as customerId',
    'a.customer_name as customerName',
    plates.as('plates'),
    'a.starts_at as startsAt',
    'a.minutes',
    'a.requested_jobs as requestedJobs',
    'a.bay_id as bayId',
    'b.name as bayName',
    'a.reminded_at as remindedAt',
    orderIds.as('orderIds'),
    'a.version',
  ]);
}

const withMarker = (row: TagRow, { now, settings }: Call): Tag => ({
  ...row,
  marker: tagMarker(row, { now, lateMinutes: settings.appointmentLateMinutes }),
});
