import { shopDay } from '#domain/kernel/calendar.ts';
import type { InputOf, OutputOf } from '#domain/kernel/contract.ts';
import { staffIdOf } from '#domain/kernel/decision.ts';
import type { receptionDayContracts } from '#domain/reception/reception-day.contract.ts';
import { readiness, readinessItems, readinessOf, type ReadinessTick } from '#domain/reception/readiness.ts';
import { lockStore, recordStoreActivity } from '#server/features/store/store-activity.ts';
import type { Call } from '#server/http/call.ts';

type Contracts = typeof receptionDayContracts;

/** The check of a day, today unless another is asked for: one's own items and everybody's state. */
export async function readReadiness(
  call: Call,
  input: InputOf<Contracts['readiness']>,
): Promise<OutputOf<Contracts['readiness']>> {
  const day = input.day ?? shopDay(call.now);
  const { opensAt } = call.settings;
  const ticks = await ticksOf(call, day);
  const people = await deskPeople(call);
  const own = new Map(
    ticks.filter(({ staffId }) => staffId === staffIdOf(call.actor)).map((each) => [each.item, each.tickedAt]),
  );
  return {
    day,
    opensAt,
    items: readinessItems.map((item) => ({ item, ...readiness[item], tickedAt: own.get(item) ?? null })),
    people: people.map((person) => ({
      ...person,
      ...readinessOf(
        ticks.filter(({ staffId }) => staffId === person.staffId),
        { day, opensAt, now: call.now },
      ),
    })),
  };
}

/** Ticks items of today's own check. */
export async function tickReadiness(
  call: Call,
  { items }: InputOf<Contracts['tickReadiness']>,
): Promise<OutputOf<Contracts['tickReadiness']>> {
  await lockStore(call);
  const day = shopDay(call.now);
  const staffId = staffIdOf(call.actor);
  const mine = (await ticksOf(call, day)).filter((each) => each.staffId === staffId);
  const known = new Set(mine.map(({ item }) => item));
  const fresh = [...new Set(items)].filter((item) => !known.has(item));
  if (fresh.length > 0) {
    const row = { store_id: call.actor.storeId, staff_id: staffId, day, ticked_at: call.now };
    await call.tx
      .insertInto('readiness_tick')
      .values(fresh.map((item) => ({ ...row, item })))
      .execute();
    await recordStoreActivity(call, { action: 'tick_readiness', payload: { day, items: fresh } });
    call.changed('board:reception');
  }
  const ticks = [...mine, ...fresh.map((item) => ({ item, tickedAt: call.now }))];
  return readinessOf(ticks, { day, opensAt: call.settings.opensAt, now: call.now });
}

type TickOf = ReadinessTick & { readonly staffId: string };

const ticksOf = ({ tx, actor }: Call, day: string): Promise<TickOf[]> =>
  tx
    .selectFrom('readiness_tick')
    .select(['staff_id as staffId', 'item', 'ticked_at as tickedAt'])
    .where('store_id', '=', actor.storeId)
    .where('day', '=', day)
    .execute();

/** Who receives customers: active advisors and receptionists. */
const deskPeople = ({ tx, actor }: Call): Promise<{ staffId: string; name: string }[]> =>
  tx
    .selectFrom('staff as s')
    .innerJoin('membership as m', (join) =>
      join.onRef('m.store_id', '=', 's.store_id').onRef('m.user_id', '=', 's.user_id'),
    )
    .select(['s.staff_id as staffId', 's.name'])
    .distinct()
    .where('s.store_id', '=', actor.storeId)
    .where('s.active', '=', true)
    .where('m.role', 'in', ['advisor', 'receptionist'])
    .orderBy('s.name')
    .execute();
