import { sql } from 'kysely';
import type { Tx } from '#db/transaction.ts';
import { maskPhone } from '#domain/kernel/phone.ts';

const plates = sql<string[]>`array(select v.plate from vehicle_party p
  join vehicle v on v.store_id = p.store_id and v.vehicle_id = p.vehicle_id
  where p.store_id = c.store_id and p.customer_id = c.customer_id and p.ended_at is null and v.plate is not null
  order by v.plate)`;

/** Customers as lists show them; callers say which. */
export const customerLines = (tx: Tx) =>
  tx
    .selectFrom('customer as c')
    .select([
      'c.customer_id as customerId',
      'c.kind',
      'c.name',
      'c.salutation',
      'c.phone',
      plates.as('plates'),
      'c.file_due_at as fileDueAt',
      'c.file_completed_at as fileCompletedAt',
    ]);

/** A row with its phone as everybody may see it. */
export const withMask = <Row extends { readonly phone: string | null }>(row: Row): Row => ({
  ...row,
  phone: row.phone === null ? null : maskPhone(row.phone),
});

const ownerName = sql<string | null>`(select c.name from vehicle_party p
  join customer c on c.store_id = p.store_id and c.customer_id = p.customer_id
  where p.store_id = v.store_id and p.vehicle_id = v.vehicle_id and p.relation = 'owner' and p.ended_at is null)`;

/** Vehicles as lists show them; callers say which. */
export const vehicleLines = (tx: Tx) =>
  tx
    .selectFrom('vehicle as v')
    .select([
      'v.vehicle_id as vehicleId',
      'v.plate',
      'v.vin',
      'v.brand',
      'v.model',
      ownerName.as('ownerName'),
      'v.odometer_km as odometerKm',
      'v.next_service_on as nextServiceOn',
      'v.next_service_km as nextServiceKm',
    ]);
