import { customerShape, vehicleShape } from '#db/aggregate/customer-shape.ts';
import { loadAggregate } from '#db/aggregate/load.ts';
import type { Tx } from '#db/transaction.ts';
import { missingOnFile } from '#domain/customer/complete-file.ts';
import type { CustomerFile, VehicleFile } from '#domain/customer/customer-file.ts';
import type { customerViewContracts } from '#domain/customer/customer-view.contract.ts';
import { warrantyTerm } from '#domain/customer/warranty-term.ts';
import { shopDay } from '#domain/kernel/calendar.ts';
import type { InputOf, OutputOf } from '#domain/kernel/contract.ts';
import { maskPhone } from '#domain/kernel/phone.ts';
import { refuse, type Refusal } from '#domain/kernel/refusal.ts';
import { vehicleLines, withMask } from '#server/features/customer/customer-line.queries.ts';
import { carsOf } from '#server/features/customer/identity.queries.ts';
import { staffNames } from '#server/features/repair-order/staff-names.ts';
import { openRecommendations, visitLines } from '#server/features/repair-order/visit-history.queries.ts';
import type { Call } from '#server/http/call.ts';

type Contracts = typeof customerViewContracts;
type Output<Name extends keyof Contracts> = OutputOf<Contracts[Name]>;

/** A customer's file with cars and visits, phones masked. Refusal `not_found`. */
export async function customerDetail(
  { tx }: Call,
  { customerId }: InputOf<Contracts['customer']>,
): Promise<Output<'customer'> | Refusal> {
  const file = await loadAggregate<CustomerFile>(tx, customerShape, customerId);
  if (!file) return refuse('not_found');
  const { phoneOther, fileCompletedBy } = file.customer;
  const completedBy = fileCompletedBy === null ? {} : await staffNames(tx, [fileCompletedBy]);
  return {
    customer: withMask({ ...file.customer, phoneOther: phoneOther === null ? null : maskPhone(phoneOther) }),
    consents: [...file.consents],
    vehicles: await vehiclesOf(tx, customerId),
    visits: await visitLines(tx, { customerId }),
    missing: [...missingOnFile(file.customer, await carsOf(tx, customerId))],
    completedByName: Object.values(completedBy)[0] ?? null,
  };
}

const vehiclesOf = (tx: Tx, customerId: string): Promise<Output<'customer'>['vehicles']> =>
  vehicleLines(tx)
    .innerJoin('vehicle_party as t', (join) =>
      join.onRef('t.store_id', '=', 'v.store_id').onRef('t.vehicle_id', '=', 'v.vehicle_id'),
    )
    .select(['t.relation', 't.since', 't.ended_at as endedAt'])
    .where('t.customer_id', '=', customerId)
    .orderBy('t.since', 'desc')
    .limit(200)
    .execute();

/** A vehicle's file: parties by name, odometer series, visits, what was recommended and not done. Refusal `not_found`. */
export async function vehicleDetail(
  { tx, now, settings }: Call,
  { vehicleId }: InputOf<Contracts['vehicle']>,
): Promise<Output<'vehicle'> | Refusal> {
  const file = await loadAggregate<VehicleFile>(tx, vehicleShape, vehicleId);
  if (!file) return refuse('not_found');
  return {
    vehicle: file.vehicle,
    warranty: warrantyTerm(file.vehicle, {
      day: shopDay(now),
      odometerKm: file.vehicle.odometerKm,
      usual: settings.warrantyTerm,
    }),
    parties: await partiesOf(tx, vehicleId),
    readings: [...file.readings],
    visits: await visitLines(tx, { vehicleId }),
    recommendations: await openRecommendations(tx, vehicleId),
  };
}

async function partiesOf(tx: Tx, vehicleId: string): Promise<Output<'vehicle'>['parties']> {
  const rows = await tx
    .selectFrom('vehicle_party as p')
    .innerJoin('customer as c', (join) =>
      join.onRef('c.store_id', '=', 'p.store_id').onRef('c.customer_id', '=', 'p.customer_id'),
    )
    .select(['p.customer_id as customerId', 'p.relation', 'p.since', 'p.ended_at as endedAt', 'c.name', 'c.phone'])
    .where('p.vehicle_id', '=', vehicleId)
    .orderBy('p.since', 'desc')
    .limit(200)
    .execute();
  return rows.map(withMask);
}
