import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { seedDemo } from '#db/seed/seed.ts';
import type { OutputOf } from '#domain/kernel/contract.ts';
import type { visitListContracts } from '#domain/repair-order/visit-list.contract.ts';
import type { insightsContracts } from '#domain/insights/insights.contract.ts';
import { startTestServer, type TestPerson, type TestServer } from '#server/testing/test-server.ts';

const now = '2026-11-24T03:30:00.000Z';
let server: TestServer;
let manager: TestPerson;
let empty: TestPerson;

beforeAll(async () => {
  server = await startTestServer({ now: () => now });
  await seedDemo(server.urls.ownerUrl, { now });
  const { store_id } = await server.owner.db
    .selectFrom('store')
    .select('store_id')
    .where('name', '=', '交车示范店')
    .executeTakeFirstOrThrow();
  manager = await server.addPerson(store_id, ['service_manager']);
  empty = await server.addPerson(await server.addStore(), ['service_manager']);
}, 60_000);
afterAll(() => server.close());

type Home = OutputOf<(typeof insightsContracts)['managerHome']>;
type Visits = OutputOf<(typeof visitListContracts)['visits']>;
type Figure = OutputOf<(typeof insightsContracts)['kpi']>['figures'][number];

describe('the service manager’s day', () => {
  test('shows cars by step, promises at risk or broken, unpaid, waits and complaints', async () => {
    const home = (await manager.query('/home/manager')).json<Home>();
    expect(home.steps).toHaveLength(12);
    expect(home.steps.reduce((all, { cars }) => all + cars, 0)).toBeGreaterThan(20);
    expect(new Set(home.promises.map(({ light }) => light))).toEqual(new Set(['red', 'orange']));
    expect(
      home.promises.every(({ minutesLeft, light }) => (light === 'red') === minutesLeft < 0 || minutesLeft === 0),
    ).toBe(true);
    expect(home.unpaid.every(({ dueFen, totalFen }) => dueFen > 0 && dueFen <= totalFen)).toBe(true);
    expect(home.waits.map(({ reason }) => reason)).toEqual(expect.arrayContaining(['parts', 'tool']));
    expect(home.complaints.length).toBeGreaterThan(3);
    expect(home.today.arrived).toBeGreaterThan(20);
    expect(home.today.takingsFen).toBeGreaterThan(0);
  });

  test('judges each promise as the list of cars does: one that was ready in time is not late while it waits to be fetched', async () => {
    const home = (await manager.query('/home/manager')).json<Home>();
    const { rows } = (await manager.query('/orders?limit=200')).json<Visits>();
    const judged = rows.filter(({ light }) => light === 'red' || light === 'orange');
    const lights = (cars: readonly { orderNo: string; light: string | null }[]) =>
      new Map(cars.map(({ orderNo, light }) => [orderNo, light]));
    expect(lights(home.promises)).toEqual(lights(judged));
    expect(
      rows.some(
        ({ state, light, promisedAt }) =>
          state === 'ready' && light === 'green' && promisedAt !== null && promisedAt < home.now,
      ),
    ).toBe(true);
  });

  test('of a new store is empty, not an error', async () => {
    const home = (await empty.query('/home/manager')).json<Home>();
    expect(home).toMatchObject({
      promises: [],
      unpaid: [],
      waits: [],
      complaints: [],
      today: { arrived: 0, takingsFen: 0 },
    });
  });

  test('is the service manager’s alone', async () => {
    const cashier = await server.addPerson(await server.addStore(), ['cashier']);
    expect((await cashier.query('/home/manager')).json()).toMatchObject({ code: 'forbidden' });
  });
});

describe('key figures', () => {
  const figures = async (by: TestPerson, from: string, to: string): Promise<Map<string, Figure>> => {
    const { figures: all } = (await by.query(`/insights/kpi?from=${from}&to=${to}`)).json();
    return new Map((all as Figure[]).map((each) => [each.key, each]));
  };

  test('each tell what they are made of, and shares lie between nothing and all', async () => {
    const all = await figures(manager, '2026-09-01', '2026-11-24');
    expect(all.size).toBe(19);
    for (const { key, unit, numerator, denominator, value } of all.values()) {
      expect(numerator).toBeGreaterThanOrEqual(0);
      if (unit !== 'percent' || key === 'efficiency') continue;
      expect(numerator).toBeLessThanOrEqual(denominator ?? 0);
      expect(value).toBe(Math.round((numerator * 10_000) / (denominator ?? 1)));
    }
    expect(all.get('appointment_rate')?.value).toBeGreaterThan(1000);
  });

  test('of revenue are what was settled on delivered orders, to the fen', async () => {
    const all = await figures(manager, '2026-10-01', '2026-10-31');
    const { rows } = await sql<{ fen: number; visits: number }>`
      select coalesce(sum(total_fen), 0)::bigint as fen, count(distinct o.order_id)::int as visits
      from statement s join repair_order o using (store_id, order_id)
      where s.state <> 'withdrawn' and o.delivered_at >= '2026-10-01T00:00:00+08:00' and o.delivered_at < '2026-11-01T00:00:00+08:00'
        and o.store_id = (select store_id from store where name = '交车示范店')`.execute(server.owner.db);
    const [labour, parts] = [all.get('labour_revenue')?.value ?? 0, all.get('parts_revenue')?.value ?? 0];
    expect({ fen: labour + parts, visits: all.get('visits_out')?.value }).toEqual(rows[0]);
    expect(all.get('average_per_visit')).toMatchObject({ numerator: labour + parts, denominator: rows[0]?.visits });
  });

  test('without anything to divide by have no value', async () => {
    const all = await figures(empty, '2026-11-01', '2026-11-24');
    expect(all.get('appointment_rate')).toMatchObject({ numerator: 0, denominator: 0, value: null });
    expect(all.get('visits_in')?.value).toBe(0);
  });

  test.each([
    ['2026-11-24', '2026-11-01'],
    ['2024-01-01', '2026-11-01'],
  ])('are refused for a period from %s to %s', async (from, to) => {
    const answer = await manager.query(`/insights/kpi?from=${from}&to=${to}`);
    expect(answer.json()).toMatchObject({ code: 'period_wrong' });
  });
});

describe('the trend', () => {
  type Trend = OutputOf<(typeof insightsContracts)['trend']>;

  test('has every day of the period, and its sums are those of the figures', async () => {
    const period = 'from=2026-10-01&to=2026-10-31';
    const { days } = (await manager.query(`/insights/trend?${period}`)).json<Trend>();
    const figures = (await manager.query(`/insights/kpi?${period}`)).json<{ figures: Figure[] }>().figures;
    const numerator = (key: string) => figures.find((each) => each.key === key)?.numerator;
    const sum = (name: Exclude<keyof Trend['days'][number], 'day'>) => days.reduce((all, day) => all + day[name], 0);
    expect(days.map(({ day }) => day)).toEqual(
      Array.from({ length: 31 }, (_, i) => `2026-10-${String(i + 1).padStart(2, '0')}`),
    );
    expect([sum('arrived'), sum('delivered'), sum('onTime')]).toEqual(
      ['visits_in', 'visits_out', 'on_time_delivery'].map(numerator),
    );
    expect([sum('labourFen'), sum('partsFen')]).toEqual(['labour_revenue', 'parts_revenue'].map(numerator));
    expect(sum('labourFen')).toBeGreaterThan(0);
  });

  test('refuses a period that ends before it begins', async () => {
    const answer = await manager.query('/insights/trend?from=2026-10-02&to=2026-10-01');
    expect(answer.json()).toMatchObject({ code: 'period_wrong' });
  });
});

test('efficiency, quality, safety and keeping of promises are tracked from the rows of a period (R166)', async () => {
  const { figures } = (await manager.query('/insights/kpi?from=2026-10-01&to=2026-10-31')).json<{
    figures: Figure[];
  }>();
  const of = (key: string) => figures.find((each) => each.key === key);
  for (const key of ['efficiency', 'first_pass', 'safety_done', 'on_time_delivery']) {
    const { numerator = 0, denominator = null, value = null } = of(key) ?? {};
    expect(denominator).toBeGreaterThan(0);
    expect(value).toBe(Math.round((numerator * 10_000) / (denominator ?? 1)));
  }
  const { rows } = await sql<{ offered: number; accepted: number }>`
    select count(*)::int as offered, count(*) filter (where decision = 'accepted')::int as accepted
    from charge_line l join repair_order o using (store_id, order_id)
    where l.necessity = 'safety' and l.decision <> 'undecided' and l.removed_at is null
      and o.delivered_at >= '2026-10-01T00:00:00+08:00' and o.delivered_at < '2026-11-01T00:00:00+08:00'
      and o.store_id = (select store_id from store where name = '交车示范店')`.execute(server.owner.db);
  expect(of('safety_done')).toMatchObject({ numerator: rows[0]?.accepted, denominator: rows[0]?.offered });
});
