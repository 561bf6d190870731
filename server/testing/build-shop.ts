import type { StaffRole } from '#domain/kernel/role.ts';
import { expectedCheckDigit } from '#domain/kernel/vin.ts';
import { newId } from '#server/http/call.ts';
import { fileCustomer, fileVehicle } from '#server/testing/build-customer.ts';
import type { TestPerson, TestServer } from '#server/testing/test-server.ts';

/** A store able to work: a team, a bay, one job and one part in the catalogue with ten pieces in stock. */
export type Shop = {
  readonly storeId: string;
  readonly teamId: string;
  readonly bayId: string;
  /** One hour of brake work at the rate of the trade, ¥180. */
  readonly operationId: string;
  /** Brake pads at ¥200. */
  readonly partId: string;
  /** The one person who holds a role, signed in when first asked for; technician and leader belong to the team. */
  readonly as: (role: StaffRole) => Promise<TestPerson>;
};

const inTeam: ReadonlySet<StaffRole> = new Set(['technician', 'team_leader']);

export async function buildShop(server: TestServer): Promise<Shop> {
  const storeId = await server.addStore();
  const ids = { teamId: newId(), bayId: newId(), operationId: newId(), partId: newId() };
  await furnish(server, storeId, ids);
  const people = new Map<StaffRole, Promise<TestPerson>>();
  const as = (role: StaffRole): Promise<TestPerson> => {
    const person = people.get(role) ?? hire(server, { storeId, role, teamId: ids.teamId });
    people.set(role, person);
    return person;
  };
  return { storeId, ...ids, as };
}

type Place = { readonly storeId: string; readonly role: StaffRole; readonly teamId: string };

async function hire(server: TestServer, { storeId, role, teamId }: Place): Promise<TestPerson> {
  const person = await server.addPerson(storeId, [role], `${role} 一号`);
  if (!inTeam.has(role)) return person;
  await server.owner.db
    .updateTable('staff')
    .set({ team_id: teamId, leads_team: role === 'team_leader', trades: ['mechanical_electrical'] })
    .where('store_id', '=', storeId)
    .where('staff_id', '=', person.staffId)
    .execute();
  return person;
}

type Furniture = Pick<Shop, 'teamId' | 'bayId' | 'operationId' | 'partId'>;

async function furnish({ owner: { db } }: TestServer, storeId: string, ids: Furniture): Promise<void> {
  const store_id = storeId;
  const trade = 'mechanical_electrical' as const;
  await db
    .insertInto('team')
    .values({ store_id, team_id: ids.teamId, name: '机电一组', trades: [trade] })
    .execute();
  await db.insertInto('bay').values({ store_id, bay_id: ids.bayId, name: '1 号工位', kind: 'lift', trade }).execute();
  await db
    .insertInto('labour_operation')
    .values({
      store_id,
      operation_id: ids.operationId,
      code: 'BR001',
      name: '更换前刹车片',
      trade,
      category: '制动',
      repair_category: 'minor',
      flat_rate_hours_centi: 100,
    })
    .execute();
  const part = { code: 'P001', name: '前刹车片', unit: '套', origin: 'oem' as const, price_fen: 20_000, bin: 'A-01' };
  await db
    .insertInto('part')
    .values({ store_id, part_id: ids.partId, ...part })
    .execute();
  await db
    .insertInto('stock')
    .values({ store_id, part_id: ids.partId, on_hand_milli: 10_000, moved_milli: 10_000, average_cost_fen: 12_000 })
    .execute();
}

export type Car = { readonly customerId: string; readonly vehicleId: string };

/** A car with a VIN of its own and its owner, 王建国. */
export async function buildCar(server: TestServer, storeId: string): Promise<Car> {
  const customerId = await fileCustomer(server, storeId);
  const vehicleId = await fileVehicle(server, storeId, customerId);
  await server.owner.db
    .updateTable('vehicle')
    .set({ vin: vinFrom(vehicleId) })
    .where('vehicle_id', '=', vehicleId)
    .execute();
  return { customerId, vehicleId };
}

function vinFrom(vehicleId: string): string {
  const vin = `LSVAL41Z0R${String(Number.parseInt(vehicleId.slice(-8), 16) % 10_000_000).padStart(7, '0')}`;
  return `${vin.slice(0, 8)}${expectedCheckDigit(vin)}${vin.slice(9)}`;
}
