import type { Tx } from '#db/transaction.ts';
import type { CarOnFile } from '#domain/customer/complete-file.ts';

/** Name of another customer with this phone; null when there is none. */
export async function nameByPhone(tx: Tx, phone: string | null, except: string | null): Promise<string | null> {
  if (phone === null) return null;
  const row = await tx
    .selectFrom('customer')
    .select('name')
    .where('phone', '=', phone)
    .$if(except !== null, (q) => q.where('customer_id', '<>', except ?? ''))
    .orderBy('created_at')
    .executeTakeFirst();
  return row?.name ?? null;
}

type Identity = { readonly plate: string | null; readonly vin: string | null };

/** Which of plate and VIN another car on file has. */
export async function takenField(
  tx: Tx,
  { plate, vin }: Identity,
  except: string | null,
): Promise<'plate' | 'vin' | null> {
  const others = tx
    .selectFrom('vehicle')
    .select(['plate', 'vin'])
    .$if(except !== null, (q) => q.where('vehicle_id', '<>', except ?? ''));
  const byPlate = plate === null ? undefined : await others.where('plate', '=', plate).executeTakeFirst();
  if (byPlate) return 'plate';
  const byVin = vin === null ? undefined : await others.where('vin', '=', vin).executeTakeFirst();
  return byVin ? 'vin' : null;
}

/** Whether this store has the customer. */
export async function isCustomer(tx: Tx, customerId: string): Promise<boolean> {
  const row = tx.selectFrom('customer').select('customer_id').where('customer_id', '=', customerId);
  return (await row.executeTakeFirst()) !== undefined;
}

/** The cars that a customer owns or brings, as far as a file asks for them. */
export function carsOf(tx: Tx, customerId: string): Promise<readonly CarOnFile[]> {
  return tx
    .selectFrom('vehicle as v')
    .where('v.vehicle_id', 'in', (q) =>
      q
        .selectFrom('vehicle_party as p')
        .select('p.vehicle_id')
        .where('p.customer_id', '=', customerId)
        .where('p.ended_at', 'is', null),
    )
    .select([
      'v.plate',
      'v.vin',
      'v.service_interval_months as serviceIntervalMonths',
      'v.service_interval_km as serviceIntervalKm',
      'v.next_service_on as nextServiceOn',
      'v.next_service_km as nextServiceKm',
    ])
    .execute();
}
