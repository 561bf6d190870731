import { newId } from '#server/http/call.ts';
import type { TestServer } from '#server/testing/test-server.ts';

const at = '2026-11-01T01:00:00.000Z';

/** A customer on file, as the owner of the tables writes it. */
export async function fileCustomer({ owner }: TestServer, storeId: string, changes: object = {}): Promise<string> {
  const customerId = newId();
  const row = { store_id: storeId, customer_id: customerId, kind: 'person' as const, name: '王建国', created_at: at };
  await owner.db
    .insertInto('customer')
    .values({ ...row, salutation: '先生', phone: '13812345678', ...changes })
    .execute();
  return customerId;
}

/** A vehicle on file, owned by the customer. Plate and VIN are its own. */
export async function fileVehicle({ owner }: TestServer, storeId: string, ownerId: string): Promise<string> {
  const vehicleId = newId();
  const row = { store_id: storeId, vehicle_id: vehicleId, brand: '奔腾', model: 'B70', created_at: at };
  const digits = vehicleId.replaceAll(/\D/g, '').slice(-5);
  await owner.db
    .insertInto('vehicle')
    .values({
      ...row,
      plate: `吉A${digits}`,
      plate_kind: 'ordinary',
      power_type: 'petrol',
      odometer_km: 23_450,
      odometer_at: at,
    })
    .execute();
  await owner.db
    .insertInto('vehicle_party')
    .values({ store_id: storeId, vehicle_id: vehicleId, customer_id: ownerId, relation: 'owner', since: at })
    .execute();
  await owner.db
    .insertInto('odometer_reading')
    .values({
      store_id: storeId,
      vehicle_id: vehicleId,
      reading_id: newId(),
      kind: 'reported',
      km: 23_450,
      read_at: at,
    })
    .execute();
  return vehicleId;
}
