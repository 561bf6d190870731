import { sql } from 'kysely';
import type { OutputOf } from '#domain/kernel/contract.ts';
import type { EntrustedKind } from '#domain/reception/reception.ts';
import { promiseLight } from '#domain/repair-order/promise-light.ts';
import type { visitListContracts } from '#domain/repair-order/visit-list.contract.ts';
import { visitRows } from '#server/features/repair-order/visit-row.queries.ts';
import type { Call } from '#server/http/call.ts';

type Home = OutputOf<typeof visitListContracts.washerHome>;
type Belongings = { kind: EntrustedKind; description: string }[];

const belongings = sql<Belongings>`(select coalesce(jsonb_agg(jsonb_build_object('kind', i.kind, 'description', i.description)), '[]')
  from entrusted_item i
  where i.store_id = o.store_id and i.order_id = o.order_id and i.returned_at is null and i.kind in ('belonging', 'other'))`;

const damages = sql<number>`(select count(*)::int from walk_around_item w
  where w.store_id = o.store_id and w.order_id = o.order_id)`;

/** A car on which nothing was done leaves as it came. */
const workedOn = sql<boolean>`exists (select 1 from authorization_grant g
  where g.store_id = o.store_id and g.order_id = o.order_id)`;

/** Finished cars that are still to be washed, and those to be parked, with what to mind (R190–R193). */
export async function washerHome(call: Call): Promise<Home> {
  const rows = await visitRows(call.tx)
    .select([
      'o.wash_wanted',
      'o.wash_started_at',
      'o.washed_at',
      'o.parking_place',
      'v.colour',
      belongings.as('belongings'),
      damages.as('damages'),
    ])
    .where('o.state', '=', 'ready')
    .where(workedOn)
    .where((eb) => eb.or([eb('o.parking_place', 'is', null), eb('o.washed_at', 'is', null)]))
    .orderBy('o.promised_at', (order) => order.asc().nullsLast())
    .limit(200)
    .execute();
  const cars = rows.map(({ wash_wanted, wash_started_at, washed_at, parking_place, ...row }) => {
    const { orderId, orderNo, plate, model, promisedAt, step, colour, belongings: items, damages: count } = row;
    const light = promiseLight(row, call.now, call.settings.promiseRiskMinutes);
    const washWanted = wash_wanted === true;
    const what = {
      washWanted,
      washStartedAt: wash_started_at,
      parkingPlace: parking_place,
      belongings: items,
      damages: count,
    };
    return {
      dirty: washWanted && washed_at === null,
      car: { orderId, orderNo, plate, model, colour, promisedAt, light, step, ...what },
    };
  });
  return {
    toWash: cars.filter(({ dirty }) => dirty).map(({ car }) => car),
    toPark: cars.filter(({ dirty, car }) => !dirty && car.parkingPlace === null).map(({ car }) => car),
  };
}
