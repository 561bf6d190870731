import { afterAll, beforeAll, expect, test } from 'vitest';
import { fileCustomer } from '#server/testing/build-customer.ts';
import { newId } from '#server/http/call.ts';
import { startTestServer, type TestPerson, type TestServer } from '#server/testing/test-server.ts';

let server: TestServer;
let storeId: string;
let advisor: TestPerson;

beforeAll(async () => {
  server = await startTestServer();
  storeId = await server.addStore();
  advisor = await server.addPerson(storeId, ['advisor']);
});
afterAll(() => server.close());

const fields = (changes: object = {}) => ({
  plate: null,
  vin: null,
  vinOverrideReason: null,
  engineNo: null,
  brand: '奔腾',
  model: 'B70',
  colour: '白',
  modelYear: 2024,
  powerType: 'petrol',
  firstSoldOn: null,
  warrantyMonths: 36,
  warrantyKm: 100_000,
  serviceIntervalMonths: 6,
  serviceIntervalKm: 7_500,
  lastServiceOn: null,
  lastServiceKm: null,
  ...changes,
});
const file = (changes: object = {}) =>
  advisor.command('/vehicles', { ...fields(), odometerKm: null, ownerId: null, ...changes });
const filed = async (changes: object): Promise<string> => (await file(changes)).json<{ id: string }>().id;
const vehicle = async (id: string) => (await advisor.query(`/vehicles/${id}`)).json();

test('files a car with a new-energy plate as it is typed, and one with a VIN alone (R062)', async () => {
  const electric = await filed({ plate: '吉a·d12345', powerType: 'battery_electric' });
  expect((await vehicle(electric)).vehicle).toMatchObject({ plate: '吉AD12345', plateKind: 'new_energy_small' });
  const fresh = await filed({ vin: 'LSVAL41Z882104202' });
  expect((await vehicle(fresh)).vehicle).toMatchObject({ plate: null, plateKind: null, vin: 'LSVAL41Z882104202' });
});

test('refuses a car with neither plate nor VIN, and a plate that is none', async () => {
  expect((await file()).json()).toMatchObject({ code: 'vehicle_unidentified' });
  expect((await file({ plate: '吉O12345' })).json()).toMatchObject({ code: 'invalid_input' });
});

test('refuses a plate or VIN that is on file', async () => {
  await filed({ plate: '吉B11111', vin: '1M8GDM9AXKP042788' });
  expect((await file({ plate: '吉B11111' })).json()).toMatchObject({ code: 'vehicle_exists', field: 'plate' });
  expect((await file({ vin: '1M8GDM9AXKP042788' })).json()).toMatchObject({ code: 'vehicle_exists', field: 'vin' });
});

test('files the same car once when two do it at once', async () => {
  const answers = await Promise.all([file({ plate: '吉B22222' }), file({ plate: '吉B22222' })]);
  expect(answers.map(({ statusCode }) => statusCode).toSorted((a, b) => a - b)).toEqual([200, 409]);
});

test('a VIN whose check digit does not fit needs a reason, as for an import', async () => {
  const vin = 'LSVXZ60E0H2345678';
  const refused = await file({ vin });
  expect(refused.json()).toMatchObject({ code: 'vin_check_digit', field: 'vin' });
  expect(refused.body).toContain('8');
  const id = await filed({ vin, vinOverrideReason: '平行进口车' });
  expect((await vehicle(id)).vehicle).toMatchObject({ vin, vinOverrideReason: '平行进口车' });
});

test('a car gets another plate, and is found by it alone', async () => {
  const id = await filed({ plate: '吉C33333' });
  const change = () => advisor.command(`/vehicles/${id}`, { ...fields({ plate: '吉C44444' }), version: 1 });
  expect((await change()).json()).toEqual({ id, version: 2 });
  expect((await change()).json()).toMatchObject({ code: 'stale_version' });
  const found = async (q: string) => (await advisor.query(`/search?q=${encodeURIComponent(q)}`)).json().vehicles;
  expect(await found('吉C44444')).toMatchObject([{ vehicleId: id }]);
  expect(await found('吉C33333')).toEqual([]);
});

test('a change to another car’s plate is refused', async () => {
  await filed({ plate: '吉C55555' });
  const id = await filed({ plate: '吉C66666' });
  const answer = await advisor.command(`/vehicles/${id}`, { ...fields({ plate: '吉C55555' }), version: 1 });
  expect(answer.json()).toMatchObject({ code: 'vehicle_exists' });
});

test('a new owner ends the old one’s ownership, and may give it back', async () => {
  const [anna, ben] = [await fileCustomer(server, storeId), await fileCustomer(server, storeId)];
  const id = await filed({ plate: '吉D11111', ownerId: anna });
  const owner = (customerId: string) => advisor.command(`/vehicles/${id}/parties`, { customerId, relation: 'owner' });
  const owners = async () =>
    (await vehicle(id)).parties
      .filter((each: { endedAt: string | null }) => each.endedAt === null)
      .map((each: { customerId: string }) => each.customerId);
  await owner(ben);
  expect(await owners()).toEqual([ben]);
  expect((await owner(anna)).statusCode).toBe(200);
  expect(await owners()).toEqual([anna]);
});

test('a presenter beside the owner is named, and leaves', async () => {
  const [owner, driver] = [await fileCustomer(server, storeId), await fileCustomer(server, storeId)];
  const id = await filed({ plate: '吉D22222', ownerId: owner });
  const party = { customerId: driver, relation: 'presenter' };
  await advisor.command(`/vehicles/${id}/parties`, party);
  expect((await vehicle(id)).parties).toHaveLength(2);
  expect((await advisor.command(`/vehicles/${id}/parties/end`, party)).statusCode).toBe(200);
  expect((await advisor.command(`/vehicles/${id}/parties/end`, party)).json()).toMatchObject({ code: 'not_found' });
  const unknown = await advisor.command(`/vehicles/${id}/parties`, { ...party, customerId: newId() });
  expect(unknown.json()).toMatchObject({ code: 'not_found', field: 'customerId' });
});

test('an owner who is unknown is refused', async () => {
  expect((await file({ plate: '吉D33333', ownerId: newId() })).json()).toMatchObject({
    code: 'not_found',
    field: 'ownerId',
  });
});

test('a reported odometer joins the series and never goes back without a reason (R011)', async () => {
  const id = await filed({ plate: '吉E11111', odometerKm: 5_000 });
  const tell = (odometerKm: number, lowerReason: string | null = null) =>
    advisor.command(`/vehicles/${id}/odometer`, { odometerKm, lowerReason });
  expect((await tell(6_000)).statusCode).toBe(200);
  expect((await tell(5_500)).json()).toMatchObject({ code: 'odometer_backwards' });
  await tell(10, '更换仪表');
  const shown = await vehicle(id);
  expect(shown.readings.map(({ km }: { km: number }) => km)).toEqual([5_000, 6_000, 10]);
  expect(shown.vehicle).toMatchObject({ odometerKm: 10, nextServiceKm: 7_500 });
});

test('does not find another store’s vehicle (R321)', async () => {
  const id = await filed({ plate: '吉E22222' });
  const stranger = await server.addPerson(await server.addStore('另一家店'), ['advisor']);
  expect((await stranger.query(`/vehicles/${id}`)).statusCode).toBe(404);
  expect((await stranger.query('/vehicles?text=E22222')).json()).toEqual({ rows: [], total: 0 });
  expect((await advisor.query('/vehicles?text=E22222')).json()).toMatchObject({ rows: [{ vehicleId: id }] });
});
