import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { StaffRole } from '#domain/kernel/role.ts';
import { meeting } from '#server/testing/meeting.ts';
import { startTestServer, type TestPerson, type TestServer } from '#server/testing/test-server.ts';

let server: TestServer;
let storeId: string;
let admin: TestPerson;
let advisor: TestPerson;

beforeAll(async () => {
  server = await startTestServer();
  storeId = await server.addStore();
  admin = await server.addPerson(storeId, ['admin']);
  advisor = await server.addPerson(storeId, ['advisor']);
});
afterAll(() => server.close());

const operation = {
  code: 'MA01',
  name: '更换机油及机油滤清器',
  nameEn: 'Change engine oil and filter',
  trade: 'mechanical_electrical',
  category: 'engine_service',
  repairCategory: 'maintenance',
  flatRateHoursCenti: 50,
  hourlyRateFen: null,
};

const part = {
  code: 'VW-001',
  name: '机油滤清器',
  nameEn: 'Oil filter',
  brand: '大众原厂',
  category: 'engine',
  unit: '个',
  origin: 'oem',
  priceFen: 6800,
  bin: 'A-01-1',
  minimumMilli: 8000,
};

const storeActivity = () =>
  server.owner.db
    .selectFrom('activity')
    .select(['seq', 'action', 'previous_hash', 'hash'])
    .where('store_id', '=', storeId)
    .where('aggregate', '=', 'store')
    .orderBy('seq')
    .execute();

describe('settings of the store', () => {
  test('are read by staff and changed by the administrator, once per version (R006)', async () => {
    const read = await advisor.query('/store/settings');
    const { settings, version } = read.json();
    const wished = { ...settings, phone: '4001688001', opensAt: '08:30' };
    const changed = await admin.command('/store/settings', { version, settings: wished });
    expect(changed.json()).toEqual({ settings: wished, version: version + 1 });
    const late = await admin.command('/store/settings', { version, settings });
    expect(late.json()).toMatchObject({ code: 'stale_version' });
    expect((await advisor.query('/store/settings')).json().settings.opensAt).toBe('08:30');
  });

  test('two who change them at once: one is told that they were changed (R006)', async () => {
    const { settings, version } = (await advisor.query('/store/settings')).json();
    const change = (bankAccount: string) => () =>
      admin.command('/store/settings', { version, settings: { ...settings, bankAccount } });
    const place = { table: 'store_setting', column: 'store_id', id: storeId };
    const answers = await meeting(server, place, [change('工行 0001'), change('建行 0002')]);
    expect(answers.map((answer) => answer.json<{ code?: string }>().code ?? 'ok').toSorted()).toEqual([
      'ok',
      'stale_version',
    ]);
  });

  test('are not changed by an advisor', async () => {
    const { settings, version } = (await advisor.query('/store/settings')).json();
    const answer = await advisor.command('/store/settings', { version, settings });
    expect(answer.json()).toMatchObject({ code: 'forbidden' });
  });

  test('must come whole, so that nothing is set back unseen', async () => {
    const { settings, version } = (await admin.query('/store/settings')).json();
    const { opensAt: _, ...rest } = settings;
    const answer = await admin.command('/store/settings', { version, settings: rest });
    expect(answer.json()).toMatchObject({ code: 'invalid_input' });
  });

  test('hold for the very next command of every process', async () => {
    const { settings, version } = (await admin.query('/store/settings')).json();
    await admin.command('/store/settings', { version, settings: { ...settings, closesAt: '19:00' } });
    expect((await admin.query('/store/settings')).json().settings.closesAt).toBe('19:00');
  });
});

describe('the catalogue', () => {
  test('publishes an operation with the rate of its trade (R322)', async () => {
    const created = await admin.command('/catalogue/operations', operation);
    expect(created.statusCode).toBe(200);
    const { items, total } = (await advisor.query('/catalogue/operations?search=机油')).json();
    expect({ total, item: items[0] }).toMatchObject({
      total: 1,
      item: { code: 'MA01', rateFen: 18_000, amountFen: 9_000, version: 1 },
    });
  });

  test('takes each code once, also when two add it at the same time', async () => {
    const twice = await Promise.all([1, 2].map(() => admin.command('/catalogue/parts', { ...part, code: 'VW-002' })));
    const codes = twice.map((answer) => (answer.statusCode === 200 ? 'ok' : answer.json().code));
    expect(codes.toSorted()).toEqual(['code_taken', 'ok']);
    const again = await admin.command('/catalogue/operations', operation);
    expect(again.json()).toMatchObject({ code: 'code_taken', field: 'code' });
  });

  test('changes a price by the version that was seen', async () => {
    const { id } = (await admin.command('/catalogue/parts', part)).json();
    const wish = { ...part, version: 1, active: true, priceFen: 7200 };
    const answers = await Promise.all([
      admin.command(`/catalogue/parts/${id}`, wish),
      admin.command(`/catalogue/parts/${id}`, { ...wish, priceFen: 9900 }),
    ]);
    expect(answers.map(({ statusCode }) => statusCode).toSorted((a, b) => a - b)).toEqual([200, 409]);
    const taken = await admin.command(`/catalogue/parts/${id}`, { ...wish, version: 2, code: 'VW-002' });
    expect(taken.json()).toMatchObject({ code: 'code_taken' });
  });

  test('changes an operation, and leaves a withdrawn one out of the list', async () => {
    const fresh = { ...operation, code: 'MA09', name: '清洗节气门' };
    const { id } = (await admin.command('/catalogue/operations', fresh)).json();
    const gone = { ...fresh, version: 1, active: false };
    expect((await admin.command(`/catalogue/operations/${id}`, gone)).json()).toEqual({ id, version: 2 });
    expect((await admin.command(`/catalogue/operations/${id}`, gone)).json()).toMatchObject({ code: 'stale_version' });
    const taken = { ...gone, version: 2, code: 'MA01' };
    expect((await admin.command(`/catalogue/operations/${id}`, taken)).json()).toMatchObject({ code: 'code_taken' });
    expect((await advisor.query('/catalogue/operations?search=MA09')).json().total).toBe(0);
    expect((await advisor.query('/catalogue/operations?search=MA09&active=false')).json().total).toBe(1);
  });

  test('shows parts with what is in stock, and those that run short', async () => {
    const { items } = (await advisor.query('/catalogue/parts?search=VW-002')).json();
    expect(items[0]).toMatchObject({ onHandMilli: 0, reservedMilli: 0, availableMilli: 0, minimumMilli: 8000 });
    expect((await advisor.query('/catalogue/parts?short=true')).json().total).toBe(2);
  });

  test('is never listed without an end', async () => {
    const answer = await advisor.query('/catalogue/parts?limit=100000');
    expect(answer.json()).toMatchObject({ code: 'invalid_input' });
  });

  test('keeps every change in the chained record of the store', async () => {
    const rows = await storeActivity();
    expect(rows.length).toBeGreaterThan(3);
    expect(rows.map(({ seq }) => seq)).toEqual(rows.map((_, index) => index + 1));
    expect(rows.slice(1).map((row) => row.previous_hash)).toEqual(rows.slice(0, -1).map((row) => row.hash));
  });
});

describe('the published price list', () => {
  test('is open to anyone and says how fees are calculated (R322)', async () => {
    const anyone = server.client({});
    const list = (await anyone.query(`/public/stores/${storeId}/prices`)).json();
    expect(list.labour[0]).toMatchObject({ code: 'MA01', hoursCenti: 50, rateFen: 18_000, amountFen: 9_000 });
    expect(list.parts.map((each: { code: string }) => each.code)).toEqual(['VW-001', 'VW-002']);
    expect(list.howFeesAreCalculated.length).toBeGreaterThan(3);
    expect(list.store).toMatchObject({ name: '测试店', phone: '4001688001' });
  });

  test('of a store that does not exist is not found', async () => {
    const answer = await server.client({}).query('/public/stores/0199a000-0000-7000-8000-000000000000/prices');
    expect(answer.json()).toMatchObject({ code: 'not_found' });
  });
});

test('a person sees the stores where they work', async () => {
  const { stores } = (await advisor.query('/stores')).json();
  expect(stores).toEqual([{ storeId, name: '测试店', nameEn: '', isDemo: false }]);
});

test('another store sees nothing of the catalogue', async () => {
  const elsewhere = await server.addPerson(await server.addStore('别店'), ['admin'] as StaffRole[]);
  expect((await elsewhere.query('/catalogue/parts')).json()).toEqual({ items: [], total: 0 });
});
