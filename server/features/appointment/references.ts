import type { appointmentContracts } from '#domain/appointment/appointment.contract.ts';
import type { InputOf } from '#domain/kernel/contract.ts';
import { refuse, type Refusal } from '#domain/kernel/refusal.ts';
import { activeAdvisors } from '#server/features/appointment/day-plan.ts';
import type { Call } from '#server/http/call.ts';

type Named = Pick<InputOf<typeof appointmentContracts.make>, 'customerId' | 'advisorId' | 'bayId' | 'cars'>;
type Contact = { readonly name: string | null; readonly phone: string | null };

/** Name and phone of the customer on file; refusal `not_found` with the field that names somebody or something unknown. */
export async function unknownReference(
  call: Call,
  { customerId, advisorId, bayId, cars }: Named,
): Promise<Contact | Refusal> {
  const [unplaced, unfiled, contact] = await Promise.all([
    unknownPlace(call, { advisorId, bayId }),
    unknownCar(call, cars),
    contactOf(call, customerId),
  ]);
  return unplaced ?? unfiled ?? contact ?? refuse('not_found', { field: 'customerId' });
}

async function unknownCar({ tx, actor }: Call, cars: Named['cars']): Promise<Refusal | null> {
  const vehicleIds = cars.flatMap(({ vehicleId }) => (vehicleId === null ? [] : [vehicleId]));
  if (vehicleIds.length === 0) return null;
  const found = await tx
    .selectFrom('vehicle')
    .select('vehicle_id')
    .where('store_id', '=', actor.storeId)
    .where('vehicle_id', 'in', vehicleIds)
    .execute();
  return found.length < new Set(vehicleIds).size ? refuse('not_found', { field: 'cars' }) : null;
}

async function contactOf({ tx, actor }: Call, customerId: string | null): Promise<Contact | undefined> {
  if (customerId === null) return { name: null, phone: null };
  return tx
    .selectFrom('customer')
    .select(['name', 'phone'])
    .where('store_id', '=', actor.storeId)
    .where('customer_id', '=', customerId)
    .executeTakeFirst();
}

/** An advisor who receives nobody, or a bay not in use. */
export async function unknownPlace(
  call: Call,
  { advisorId, bayId }: Pick<Named, 'advisorId' | 'bayId'>,
): Promise<Refusal | null> {
  if (advisorId !== null) {
    const advisors = await activeAdvisors(call);
    if (!advisors.some((each) => each.advisorId === advisorId)) return refuse('not_found', { field: 'advisorId' });
  }
  if (bayId === null) return null;
  const bay = await call.tx
    .selectFrom('bay')
    .select('bay_id')
    .where('store_id', '=', call.actor.storeId)
    .where('bay_id', '=', bayId)
    .where('active', '=', true)
    .executeTakeFirst();
  return bay ? null : refuse('not_found', { field: 'bayId' });
}

type Wish = { readonly phone: string; readonly startsAt: string };

/** The live web appointment that the same phone made for the same time. */
export async function findSameRequest({ tx, actor }: Call, { phone, startsAt }: Wish) {
  const row = await tx
    .selectFrom('appointment')
    .select(['appointment_no as appointmentNo', 'starts_at as startsAt'])
    .where('store_id', '=', actor.storeId)
    .where('starts_at', '=', startsAt)
    .where('phone', '=', phone)
    .where('channel', '=', 'web')
    .where('state', 'in', ['requested', 'confirmed'])
    .executeTakeFirst();
  return row ?? null;
}

/** One phone may hold a few open wishes, so that a stranger cannot fill the board. */
const mostOpenWishes = 3;

export async function tooManyRequests({ tx, actor, now }: Call, phone: string): Promise<boolean> {
  const { open } = await tx
    .selectFrom('appointment')
    .select(({ fn }) => fn.countAll<number>().as('open'))
    .where('store_id', '=', actor.storeId)
    .where('starts_at', '>=', now)
    .where('phone', '=', phone)
    .where('channel', '=', 'web')
    .where('state', '=', 'requested')
    .executeTakeFirstOrThrow();
  return open >= mostOpenWishes;
}
