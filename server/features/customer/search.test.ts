import { sql } from 'kysely';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { inStoreSnapshot } from '#db/transaction.ts';
import { foundBy } from '#server/features/customer/search.queries.ts';
import { startTestServer, type TestPerson, type TestServer } from '#server/testing/test-server.ts';

let server: TestServer;
let storeId: string;
let advisor: TestPerson;
let ids: { customer: string; vehicle: string; order: string; orderNo: string };

beforeAll(async () => {
  server = await startTestServer();
  storeId = await server.addStore();
  advisor = await server.addPerson(storeId, ['advisor']);
  ids = await fileAll();
});
afterAll(() => server.close());

const nothing = { taxId: null, phoneOther: null, address: null, email: null, preferredCall: null, source: null };
const unknown = {
  engineNo: null,
  colour: null,
  modelYear: null,
  firstSoldOn: null,
  warrantyMonths: null,
  warrantyKm: null,
};
const intervals = { serviceIntervalMonths: null, serviceIntervalKm: null, lastServiceOn: null, lastServiceKm: null };

async function fileAll() {
  const who = { kind: 'person', name: '曾丽华', salutation: '女士', phone: '13987654321', preferredChannel: 'phone' };
  const wishes = { wishedServices: null, approvalLimitFen: null, phoneShared: false };
  const customer = await made('/customers', { ...who, ...nothing, ...wishes });
  const car = { plate: '吉A9K87Z', vin: 'LSVAL41Z882104202', vinOverrideReason: null, brand: '奔腾', model: 'T77' };
  const owned = { powerType: 'petrol', odometerKm: null, ownerId: customer.id };
  const vehicle = await made('/vehicles', { ...car, ...unknown, ...intervals, ...owned });
  const visit = {
    kind: 'customer',
    vehicleId: vehicle.id,
    customerId: customer.id,
    complaint: '保养',
    advisorId: null,
  };
  const presenter = { name: '曾丽华', phone: null, entrusted: false };
  const links = { appointmentId: null, comebackOf: null, waitsInShop: null };
  const order = await made('/orders', { ...visit, presenter, ...links });
  return { customer: customer.id, vehicle: vehicle.id, order: order.orderId, orderNo: order.orderNo };
}

async function made(path: string, body: object) {
  const answer = await advisor.command(path, body);
  if (answer.statusCode !== 200) throw new Error(answer.body);
  return answer.json<{ id: string; orderId: string; orderNo: string }>();
}

const search = async (q: string, by: TestPerson = advisor) =>
  (await by.query(`/search?q=${encodeURIComponent(q)}`)).json();

test.each(['曾丽华', '丽华', 'zlh', 'zenglihua', 'lihua', '13987654321', '13987', '4321'])(
  'finds the customer by %s',
  async (q) => {
    const { customers } = await search(q);
    expect(customers).toMatchObject([
      { customerId: ids.customer, name: '曾丽华', phone: '139****4321', plates: ['吉A9K87Z'] },
    ]);
  },
);

test.each(['吉A9K87Z', '吉A·9K8', '9k87z', '87Z', 'LSVAL41Z882104202', '104202', '4202'])(
  'finds the car by %s',
  async (q) => {
    expect((await search(q)).vehicles).toMatchObject([{ vehicleId: ids.vehicle, model: 'T77', ownerName: '曾丽华' }]);
  },
);

test('finds the order by its number and by its tail', async () => {
  for (const q of [ids.orderNo, ids.orderNo.slice(-4)]) {
    expect((await search(q)).orders).toMatchObject([{ orderId: ids.order, step: 'reception', plate: '吉A9K87Z' }]);
  }
  const listed = (await advisor.query(`/orders?text=${encodeURIComponent('曾丽华')}`)).json();
  expect(listed.rows).toMatchObject([{ orderId: ids.order }]);
});

test('whoever may not open customers’ files finds the car in the shop by its plate, its owner’s name or phone', async () => {
  const technician = await server.addPerson(storeId, ['technician']);
  for (const q of ['87Z', '104202', 'zlh', '4321']) {
    expect((await search(q, technician)).orders).toMatchObject([{ orderId: ids.order, plate: '吉A9K87Z' }]);
  }
});

test('finds nothing of another store, and nothing by signs that mean nothing (R321)', async () => {
  const stranger = await server.addPerson(await server.addStore('另一家店'), ['advisor']);
  const none = { customers: [], vehicles: [], orders: [] };
  expect(await search('曾丽华', stranger)).toEqual(none);
  expect(await search('·')).toEqual(none);
});

test('a guard finds nobody', async () => {
  const guard = await server.addPerson(storeId, ['guard']);
  expect((await guard.query('/search?q=4321')).statusCode).toBe(403);
});

test('reaches the index of tokens as the application’s own role', async () => {
  await sql`insert into search_token (store_id, token, kind, subject_kind, subject_id)
    select ${storeId}::uuid, 'X' || n, 'name_part', 'customer', gen_random_uuid() from generate_series(1, 20000) n`.execute(
    server.owner.db,
  );
  await sql`analyze search_token`.execute(server.owner.db);
  const plans = await inStoreSnapshot(server.deps.database, storeId, async (tx) => {
    const explained: string[] = [];
    for (const q of ['4321', '曾丽', 'zlh']) {
      const { rows } = await sql<{ 'QUERY PLAN': string }>`explain ${foundBy(q, 20) ?? sql`select`}`.execute(tx);
      explained.push(rows.map((row) => row['QUERY PLAN']).join('\n'));
    }
    return explained;
  });
  for (const plan of plans) {
    expect(plan).toContain('search_token_token');
    expect(plan).not.toContain('Seq Scan');
  }
});
