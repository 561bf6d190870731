import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { connect, type Connection } from '#db/connect.ts';
import { createTestDatabase, type TestDatabase } from '#db/testing/test-database.ts';

describe('a prepared database', () => {
  let database: TestDatabase;
  let app: Connection;

  beforeAll(async () => {
    database = await createTestDatabase();
    app = connect(database.appUrl, { max: 2 });
  });

  afterAll(async () => {
    await app.close();
    await database.drop();
  });

  test('the application connects as a role that passes no policy and owns nothing', async () => {
    const { rows } = await app.pool.query(
      `select current_user as name, rolsuper, rolbypassrls, rolcreatedb, rolcreaterole,
         (select count(*) from pg_class where relowner = r.oid) as owned
       from pg_roles r where rolname = current_user`,
    );
    expect(rows).toEqual([
      { name: 'jiaoche_app', rolsuper: false, rolbypassrls: false, rolcreatedb: false, rolcreaterole: false, owned: 0 },
    ]);
  });

  test('the application adds a job in its transaction and cannot read the queue', async () => {
    await app.pool.query(`select enqueue_job('test', '{"order": 1}', null, 'once')`);
    await expect(app.pool.query('select * from graphile_worker.jobs')).rejects.toThrow('permission denied');
    const jobs = connect(database.jobsUrl, { max: 1 });
    const { rows } = await jobs.pool.query('select task_identifier, key from graphile_worker.jobs');
    await jobs.close();
    expect(rows).toEqual([{ task_identifier: 'test', key: 'once' }]);
  });

  test('the queue role owns the queue and nothing of the business', async () => {
    const jobs = connect(database.jobsUrl, { max: 1 });
    const { rows } = await jobs.pool.query(
      `select distinct nspname from pg_class join pg_namespace n on n.oid = relnamespace
       where relowner = (select oid from pg_roles where rolname = current_user) and nspname !~ '^pg_toast'`,
    );
    await expect(jobs.pool.query('select * from schema_migration')).rejects.toThrow('permission denied');
    await jobs.close();
    expect(rows).toEqual([{ nspname: 'graphile_worker' }]);
  });

  test('values arrive as safe integers, UTC instants and plain days', async () => {
    const { rows } = await app.pool.query(
      `select 12::int8 as fen, timestamptz '2026-05-01 08:00:00.5+08' as at, date '2026-05-01' as day, 1.50::numeric as rate,
         array[1::int8, null] as many, array[timestamptz '2026-05-01 08:00:00+08'] as times`,
    );
    expect(rows).toEqual([
      {
        fen: 12,
        at: '2026-05-01T00:00:00.500Z',
        day: '2026-05-01',
        rate: '1.50',
        many: [1, null],
        times: ['2026-05-01T00:00:00.000Z'],
      },
    ]);
    await expect(app.pool.query('select 9007199254740993::int8')).rejects.toThrow('not a safe integer');
  });

  test('arrays of enums arrive as arrays', async () => {
    const { rows } = await app.pool.query(`select array['paint', 'body']::trade[] as trades, 'paint'::trade as trade`);
    expect(rows).toEqual([{ trades: ['paint', 'body'], trade: 'paint' }]);
  });

  test('names sort by pinyin', async () => {
    const { rows } = await app.pool.query(`select name from (values ('张'), ('阿'), ('李')) v(name) order by name`);
    expect(rows.map((row) => row.name)).toEqual(['阿', '李', '张']);
  });
});
