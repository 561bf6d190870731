import { afterAll, beforeAll, expect, test } from 'vitest';
import { newId } from '#server/http/call.ts';
import { meeting } from '#server/testing/meeting.ts';
import { startTestServer, type TestPerson, type TestServer } from '#server/testing/test-server.ts';

let server: TestServer;
let storeId: string;
let advisor: TestPerson;

beforeAll(async () => {
  server = await startTestServer();
  storeId = await server.addStore();
  advisor = await server.addPerson(storeId, ['advisor'], '陈顾问');
});
afterAll(() => server.close());

let phones = 0;
const freshPhone = (): string => `1380000${String((phones += 1)).padStart(4, '0')}`;

const person = (changes: object = {}) => ({
  kind: 'person',
  name: '王建国',
  salutation: '先生',
  taxId: null,
  phone: freshPhone(),
  phoneOther: null,
  address: null,
  email: null,
  preferredChannel: 'phone',
  preferredCall: null,
  wishedServices: null,
  source: null,
  approvalLimitFen: null,
  phoneShared: false,
  ...changes,
});

const filed = async (changes: object = {}): Promise<{ id: string; version: number }> =>
  (await advisor.command('/customers', person(changes))).json();
const customer = async (id: string) => (await advisor.query(`/customers/${id}`)).json();

test('files a customer whose phone is shown masked (R060, R321)', async () => {
  const { id } = await filed({ phone: '+86 139-1234-5678' });
  const shown = await customer(id);
  expect(shown.customer).toMatchObject({ name: '王建国', phone: '139****5678', version: 1 });
  expect(shown.missing.map(({ zh }: { zh: string }) => zh)).toEqual(['地址', '希望得到的服务', '车辆']);
});

test('warns of a phone on file, unless it is said to be shared (R060)', async () => {
  const phone = freshPhone();
  await filed({ phone, name: '李雷' });
  const again = await advisor.command('/customers', person({ phone, name: '韩梅梅' }));
  expect(again.json()).toMatchObject({ code: 'customer_exists', field: 'phone' });
  expect(again.body).toContain('李雷');
  expect((await advisor.command('/customers', person({ phone, phoneShared: true }))).statusCode).toBe(200);
});

test('changes a customer based on the version seen; phones left out stay', async () => {
  const phone = freshPhone();
  const { id } = await filed({ phone });
  const { phone: _phone, phoneOther: _other, ...fields } = person({ address: '长春市东风大街 1 号' });
  const change = () => advisor.command(`/customers/${id}`, { ...fields, version: 1 });
  expect((await change()).json()).toEqual({ id, version: 2 });
  expect((await change()).json()).toMatchObject({ code: 'stale_version' });
  const looked = await advisor.command(`/customers/${id}/phone-looks`, { reason: '通知取车' });
  expect(looked.json()).toEqual({ phone, phoneOther: null });
});

test('of two who change the same customer at once one is told that it was changed', async () => {
  const { id } = await filed({ phone: freshPhone() });
  const { phone: _phone, phoneOther: _other, ...fields } = person({});
  const change = (address: string) => () => advisor.command(`/customers/${id}`, { ...fields, address, version: 1 });
  const place = { table: 'customer', column: 'customer_id', id };
  const answers = await meeting(server, place, [change('东路一号'), change('西路二号')]);
  expect(answers.map((answer) => answer.json().code ?? 'ok').toSorted()).toEqual(['ok', 'stale_version']);
});

test('a change to another customer’s phone is refused', async () => {
  const taken = freshPhone();
  await filed({ phone: taken });
  const { id } = await filed();
  const answer = await advisor.command(`/customers/${id}`, { ...person({ phone: taken }), version: 1 });
  expect(answer.json()).toMatchObject({ code: 'customer_exists' });
});

test('every look at a full phone number is recorded with its reason (R321)', async () => {
  const { id } = await filed();
  await advisor.command(`/customers/${id}/phone-looks`, { reason: '通知取车' });
  const looks = await server.owner.db.selectFrom('phone_look').selectAll().where('customer_id', '=', id).execute();
  expect(looks).toMatchObject([{ staff_id: advisor.staffId, reason: '通知取车' }]);
  const acts = await server.owner.db
    .selectFrom('activity')
    .select(['action', 'payload'])
    .where('aggregate_id', '=', id)
    .orderBy('seq')
    .execute();
  expect(acts.at(-1)?.action).toBe('look_at_phone');
  expect(JSON.stringify(acts)).not.toContain('1380000');
});

test('a technician neither lists customers nor looks at phones (R321)', async () => {
  const technician = await server.addPerson(storeId, ['technician']);
  const { id } = await filed();
  expect((await technician.query('/customers')).statusCode).toBe(403);
  expect((await technician.command(`/customers/${id}/phone-looks`, { reason: '想看看' })).statusCode).toBe(403);
});

test('consent is given with evidence, once per purpose and channel, and withdrawn as easily', async () => {
  const { id } = await filed();
  const given = { purpose: 'campaign', channel: 'sms', evidence: '接车登记表勾选' };
  await advisor.command(`/customers/${id}/consents`, given);
  await advisor.command(`/customers/${id}/consents`, given);
  const { consents } = await customer(id);
  expect(consents).toMatchObject([{ purpose: 'campaign', channel: 'sms', withdrawnAt: null }]);
  const withdraw = () => advisor.command(`/customers/${id}/consents/${consents[0].consentId}/withdraw`, {});
  expect((await withdraw()).statusCode).toBe(200);
  expect((await customer(id)).consents[0].withdrawnAt).not.toBeNull();
  expect((await withdraw()).json()).toMatchObject({ code: 'not_found' });
  await advisor.command(`/customers/${id}/consents`, given);
  expect((await customer(id)).consents).toHaveLength(2);
});

test('a file is complete when it holds all that is asked for, next call included (R290, R291, R293)', async () => {
  const { id } = await filed();
  const next = { nextCallTopic: '首保提醒', nextCallAt: '2026-12-20T02:00:00Z' };
  const early = await advisor.command(`/customers/${id}/complete`, { version: 1, ...next });
  expect(early.json()).toMatchObject({ code: 'file_incomplete' });
  expect(early.body).toContain('address, wished services, a vehicle');
  const whole = { address: '长春市东风大街 1 号', wishedServices: '取送车' };
  const { phone: _phone, phoneOther: _other, ...fields } = person(whole);
  await advisor.command(`/customers/${id}`, { ...fields, version: 1 });
  const car = { plate: '吉A88888', serviceIntervalMonths: 6, serviceIntervalKm: 7500, firstSoldOn: '2026-06-01' };
  await advisor.command('/vehicles', { ...bareCar, ...car, ownerId: id });
  const done = await advisor.command(`/customers/${id}/complete`, { version: 2, ...next });
  expect(done.json()).toEqual({ id, version: 3 });
  expect(await customer(id)).toMatchObject({
    missing: [],
    completedByName: '陈顾问',
    customer: { nextCallTopic: '首保提醒' },
    vehicles: [{ plate: '吉A88888', relation: 'owner', nextServiceOn: '2026-12-01', nextServiceKm: 7500 }],
  });
  const complete = (await advisor.query('/customers?file=complete')).json();
  expect(complete).toMatchObject({ total: 1, rows: [{ customerId: id, plates: ['吉A88888'] }] });
});

const bareCar = {
  plate: null,
  vin: null,
  vinOverrideReason: null,
  engineNo: null,
  brand: '奔腾',
  model: 'B70',
  colour: null,
  modelYear: null,
  powerType: 'petrol',
  firstSoldOn: null,
  warrantyMonths: null,
  warrantyKm: null,
  serviceIntervalMonths: null,
  serviceIntervalKm: null,
  lastServiceOn: null,
  lastServiceKm: null,
  odometerKm: null,
  ownerId: null,
};

test('lists files whose days have passed (R290)', async () => {
  const { id } = await filed({ name: '过期先生' });
  await server.owner.db
    .updateTable('customer')
    .set({ file_due_at: '2020-01-01T00:00:00Z' })
    .where('customer_id', '=', id)
    .execute();
  const overdue = (await advisor.query('/customers?file=overdue')).json();
  expect(overdue.rows.map(({ customerId }: { customerId: string }) => customerId)).toEqual([id]);
});

test('does not find another store’s customer (R321)', async () => {
  const stranger = await server.addPerson(await server.addStore('另一家店'), ['advisor']);
  const { id } = await filed();
  expect((await stranger.query(`/customers/${id}`)).statusCode).toBe(404);
  expect((await stranger.command(`/customers/${id}/phone-looks`, { reason: '好奇' })).statusCode).toBe(404);
  expect((await stranger.query('/customers')).json()).toMatchObject({ total: 0 });
  expect((await advisor.query(`/customers/${newId()}`)).statusCode).toBe(404);
});
