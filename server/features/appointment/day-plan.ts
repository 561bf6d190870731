import { sql } from 'kysely';
import type { DayPlan } from '#domain/appointment/slots.ts';
import { shopDay, shopDayRange, type ShopDay } from '#domain/kernel/calendar.ts';
import type { Call } from '#server/http/call.ts';

type Reading = Pick<Call, 'tx' | 'actor'>;

/** Makes all who book into the same day of the store wait for each other until the transaction ends. */
export async function lockDay({ tx, actor }: Reading, day: ShopDay): Promise<void> {
  await sql`select pg_advisory_xact_lock(hashtextextended(${`appointment ${actor.storeId} ${day}`}, 0))`.execute(tx);
}

/** Who receives customers, and what is taken of the day, without one appointment that is about to move. */
export async function dayPlan({ tx, actor }: Reading, day: ShopDay, except?: string): Promise<DayPlan> {
  const { from, until } = shopDayRange(day);
  let taken = tx
    .selectFrom('appointment')
    .select(['starts_at as startsAt', 'minutes', 'advisor_id as advisorId', 'bay_id as bayId'])
    .where('store_id', '=', actor.storeId)
    .where('starts_at', '>=', from)
    .where('starts_at', '<', until)
    .where('state', 'in', ['requested', 'confirmed', 'arrived']);
  if (except) taken = taken.where('appointment_id', '!=', except);
  const [advisors, places] = await Promise.all([activeAdvisors({ tx, actor }), taken.execute()]);
  return { advisorIds: advisors.map(({ advisorId }) => advisorId), taken: places };
}

/** The day's plan under its lock: what a booking is decided on. */
export async function lockedPlan(call: Reading, startsAt: string, except?: string): Promise<DayPlan> {
  const day = shopDay(startsAt);
  const [, plan] = await Promise.all([lockDay(call, day), dayPlan(call, day, except)]);
  return plan;
}

/** Active staff who receive customers, by name. */
export function activeAdvisors({ tx, actor }: Reading): Promise<{ advisorId: string; name: string }[]> {
  return tx
    .selectFrom('staff as s')
    .innerJoin('membership as m', (join) =>
      join.onRef('m.store_id', '=', 's.store_id').onRef('m.user_id', '=', 's.user_id'),
    )
    .select(['s.staff_id as advisorId', 's.name'])
    .where('s.store_id', '=', actor.storeId)
    .where('s.active', '=', true)
    .where('m.role', '=', 'advisor')
    .orderBy('s.name')
    .orderBy('s.staff_id')
    .execute();
}
