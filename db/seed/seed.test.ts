import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { sql } from 'kysely';
import { connect, type Connection } from '#db/connect.ts';
import { createTestDatabase, type TestDatabase } from '#db/testing/test-database.ts';
import { wheelSteps } from '#domain/kernel/wheel.ts';
import { seedDemo, type DemoAccounts } from '#db/seed/seed.ts';

const now = '2026-11-24T03:30:00.000Z';

type Seeded = { readonly database: TestDatabase; readonly owner: Connection; readonly demo: DemoAccounts };

async function seed(at: string): Promise<Seeded> {
  const database = await createTestDatabase();
  const demo = await seedDemo(database.ownerUrl, { now: at });
  return { database, demo, owner: connect(database.ownerUrl, { max: 1 }) };
}

async function discard({ database, owner }: Seeded): Promise<void> {
  await owner.close();
  await database.drop();
}

let seeded: Seeded;

beforeAll(async () => {
  seeded = await seed(now);
}, 60_000);
afterAll(() => discard(seeded));

async function one<Row>(text: string): Promise<Row> {
  const { rows } = await sql.raw<Row>(text).execute(seeded.owner.db);
  return rows[0] as Row;
}

const inFirst = `store_id = (select store_id from store where name = '交车示范店')`;

/** A mark of every row of every table, but for sign-in, whose password hash is salted. */
async function fingerprint({ owner }: Seeded): Promise<string> {
  const { rows: tables } = await sql<{ name: string }>`
    select c.relname as name from pg_class c join pg_namespace n on n.oid = c.relnamespace and n.nspname = 'public'
    join pg_attribute a on a.attrelid = c.oid and a.attname = 'store_id' where c.relkind = 'r' order by 1`.execute(
    owner.db,
  );
  const marks: string[] = [];
  for (const { name } of tables) {
    const text = `select md5(coalesce(string_agg(md5(t::text), '' order by md5(t::text)), '')) as mark from ${name} t`;
    const { rows } = await sql.raw<{ mark: string }>(text).execute(owner.db);
    marks.push(`${name} ${rows[0]?.mark ?? ''}`);
  }
  return marks.join('\n');
}

test('the demonstration store has its people, places, catalogue, customers and cars', async () => {
  const counted = await one<Record<string, number>>(`select
    (select count(*) from membership where ${inFirst} and role = 'advisor')::int as advisors,
    (select count(*) from membership where ${inFirst} and role = 'technician')::int as technicians,
    (select count(*) from team where ${inFirst})::int as teams,
    (select count(*) from bay where ${inFirst})::int as bays,
    (select count(*) from labour_operation where ${inFirst})::int as operations,
    (select count(*) from part where ${inFirst})::int as parts,
    (select count(*) from vehicle where ${inFirst})::int as vehicles,
    (select count(distinct customer_id) from vehicle_party where ${inFirst} and relation = 'owner')::int as owners`);
  expect(counted).toEqual({
    advisors: 4,
    technicians: 10,
    teams: 3,
    bays: 12,
    operations: 120,
    parts: 300,
    vehicles: 200,
    owners: 200,
  });
});

test('its history reaches back ninety days and holds everything that happens in a shop', async () => {
  const found = await one<Record<string, number | boolean>>(`select
    (select min(arrived_at) < timestamptz '${now}' - interval '90 days' from repair_order where ${inFirst}) as long,
    (select count(*) > 400 from repair_order where ${inFirst} and state = 'delivered') as many,
    (select count(distinct kind) from repair_order where ${inFirst})::int as kinds,
    (select count(*) > 0 from safety_refusal where ${inFirst}) as refused,
    (select count(*) > 0 from charge_line where ${inFirst} and rework_count > 0) as reworked,
    (select count(*) > 0 from repair_order where ${inFirst} and state = 'cancelled') as cancelled,
    (select count(*) > 0 from grant_revocation where ${inFirst}) as revoked,
    (select count(*) > 0 from gate_pass where ${inFirst} and kind = 'temporary') as away,
    (select count(*) > 0 from collector_authorization where ${inFirst}) as collected,
    (select count(*) > 0 from statement where ${inFirst} and payer = 'manufacturer') as warranty,
    (select count(*) > 0 from statement where ${inFirst} and payer = 'insurer') as insured,
    (select count(distinct state) from complaint where ${inFirst})::int as complaints,
    (select count(distinct state) from appointment where ${inFirst})::int as appointments,
    (select count(distinct state) from follow_up where ${inFirst})::int as calls,
    (select count(*) > 50 from anchor where ${inFirst}) as anchored`);
  expect(found).toEqual({
    long: true,
    many: true,
    kinds: 5,
    refused: true,
    reworked: true,
    cancelled: true,
    revoked: true,
    away: true,
    collected: true,
    warranty: true,
    insured: true,
    complaints: 6,
    appointments: 4,
    calls: 4,
    anchored: true,
  });
});

test('some parts lie slow and some dead, and most move', async () => {
  const idle = await one<{ slow: number; dead: number; stocked: number }>(`select
    count(*) filter (where still < timestamptz '${now}' - interval '6 months')::int as slow,
    count(*) filter (where still < timestamptz '${now}' - interval '12 months')::int as dead,
    count(*)::int as stocked
    from (select coalesce(max(moved_at) filter (where kind = 'issue'), min(moved_at)) as still
      from stock_movement join stock using (store_id, part_id) where ${inFirst} and on_hand_milli > 0
      group by part_id) shelf`);
  expect(idle.dead).toBeGreaterThan(0);
  expect(idle.slow).toBeGreaterThan(idle.dead);
  expect(idle.stocked / idle.slow).toBeGreaterThan(5);
});

test('stock is what its movements leave, and reservations are those of the orders', async () => {
  const wrong = await one<{ stock: number; reserved: number }>(`select
    (select count(*) from stock s where on_hand_milli <> coalesce((select sum(qty_milli) from stock_movement m
      where (m.store_id, m.part_id) = (s.store_id, s.part_id)), 0))::int as stock,
    (select count(*) from stock s where reserved_milli <> coalesce((select sum(reserved_qty_milli) from charge_line l
      where (l.store_id, l.part_id) = (s.store_id, s.part_id)), 0))::int as reserved`);
  expect(wrong).toEqual({ stock: 0, reserved: 0 });
});

test('every account signs in with the one password', () => {
  const { accounts, password } = seeded.demo;
  expect(password.length).toBeGreaterThan(7);
  expect(accounts.map(({ username }) => username)).toEqual(expect.arrayContaining(['advisor1', 'store2.manager1']));
});

/** A demonstration is loaded in seconds; a machine that does much else takes longer. */
const loading = 180_000;

describe('whenever the demonstration starts', () => {
  test.each([
    ['at noon', '2026-11-24T03:30:00.000Z'],
    ['before opening on a Sunday', '2026-08-01T22:10:00.000Z'],
    ['at midnight', '2027-01-15T16:00:00.000Z'],
    ['in a long holiday', '2026-10-04T07:00:00.000Z'],
  ])(
    'every step of the wheel in the shop has a car, %s',
    async (_, at) => {
      const other = await seed(at);
      const { rows } = await sql<{ step: string; lights: number }>`
      select step, count(*)::int as cars from repair_order
      where store_id = (select store_id from store where name = '交车示范店') and state in ('open', 'ready')
      group by step`.execute(other.owner.db);
      const { rows: lights } = await sql<{ late: boolean; near: boolean; ahead: boolean }>`
      select bool_or(promised_at < ${at}) as late,
        bool_or(promised_at between ${at} and ${at}::timestamptz + interval '30 minutes') as near,
        bool_or(promised_at > ${at}::timestamptz + interval '30 minutes') as ahead
      from repair_order where state in ('open', 'ready')`.execute(other.owner.db);
      await discard(other);
      const inShop = wheelSteps.filter((step) => !['outreach', 'appointment', 'followup'].includes(step));
      expect(rows.map(({ step }) => step).toSorted()).toEqual([...inShop].toSorted());
      expect(lights[0]).toEqual({ late: true, near: true, ahead: true });
    },
    loading,
  );
});

test(
  'the same moment gives the same rows',
  async () => {
    const again = await seed(now);
    const marks = [await fingerprint(seeded), await fingerprint(again)];
    await discard(again);
    expect(marks[0]).toBe(marks[1]);
  },
  loading,
);
