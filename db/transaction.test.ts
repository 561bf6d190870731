import { randomUUID } from 'node:crypto';
import { sql } from 'kysely';
import { Client } from 'pg';
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest';
import { connect, type Connection } from '#db/connect.ts';
import { createTestDatabase, type TestDatabase } from '#db/testing/test-database.ts';
import { inStore, inStoreSnapshot, sendAhead, sendLast, sendTogether, type Tx } from '#db/transaction.ts';
import { refuse } from '#domain/kernel/refusal.ts';

let database: TestDatabase;
let app: Connection;
let owner: Connection;
const ours = randomUUID();
const theirs = randomUUID();

beforeAll(async () => {
  database = await createTestDatabase();
  app = connect(database.appUrl, { max: 5 });
  owner = connect(database.ownerUrl, { max: 2 });
  await owner.db
    .insertInto('store')
    .values([
      { store_id: ours, name: '甲' },
      { store_id: theirs, name: '乙' },
    ])
    .execute();
});
afterAll(async () => {
  await app.close();
  await owner.close();
  await database.drop();
});

const addTeam = (tx: Tx, storeId: string, name: string) =>
  tx.insertInto('team').values({ store_id: storeId, team_id: randomUUID(), name }).execute();
const teams = (tx: Tx) => tx.selectFrom('team').select('name').orderBy('name').execute();

test('the application is neither owner nor superuser and passes no policy', async () => {
  const { rows } = await sql<object>`
    select rolsuper, rolbypassrls, rolcreaterole, rolcreatedb,
      exists (select from pg_class where relowner = r.oid) as owns
    from pg_roles r where rolname = current_user`.execute(app.db);
  expect(rows).toEqual([
    { rolsuper: false, rolbypassrls: false, rolcreaterole: false, rolcreatedb: false, owns: false },
  ]);
});

test('every table with a store has row security', async () => {
  const { rows } = await sql<{ name: string }>`
    select c.relname as name from pg_class c join pg_attribute a on a.attrelid = c.oid and a.attname = 'store_id'
    where c.relkind in ('r', 'p') and c.relnamespace = 'public'::regnamespace and not c.relrowsecurity`.execute(
    owner.db,
  );
  expect(rows).toEqual([{ name: 'store' }]);
});

describe('one store', () => {
  test('sees its own rows and never those of another', async () => {
    await inStore(app, ours, (tx) => addTeam(tx, ours, '我们的'));
    await inStore(app, theirs, (tx) => addTeam(tx, theirs, '他们的'));
    expect(await inStore(app, ours, teams)).toEqual([{ name: '我们的' }]);
    expect(await inStoreSnapshot(app, theirs, teams)).toEqual([{ name: '他们的' }]);
  });

  test('cannot add or take over rows of another', async () => {
    await expect(inStore(app, ours, (tx) => addTeam(tx, theirs, '混入'))).rejects.toMatchObject({ code: '42501' });
    const moved = inStore(app, ours, (tx) => tx.updateTable('team').set({ store_id: theirs }).execute());
    await expect(moved).rejects.toMatchObject({ code: '42501' });
  });

  test('nothing is seen or added outside a transaction of a store', async () => {
    const seen = await app.db
      .selectFrom('team')
      .selectAll()
      .execute()
      .catch(() => []);
    expect(seen).toEqual([]);
    await expect(addTeam(app.db as Tx, ours, '无店')).rejects.toMatchObject({
      code: expect.stringMatching(/^(?:42501|22P02)$/),
    });
  });

  test('a store id that is none is refused before any statement', async () => {
    await expect(inStore(app, "x'; drop table team; --", teams)).rejects.toThrow(TypeError);
  });
});

describe('a transaction', () => {
  test('keeps nothing of a refusal and answers it', async () => {
    const refusal = refuse('conflict');
    const answer = await inStore(app, ours, async (tx) => {
      await addTeam(tx, ours, '拒绝');
      return refusal;
    });
    expect(answer).toBe(refusal);
    expect(await inStore(app, ours, teams)).not.toContainEqual({ name: '拒绝' });
  });

  test('keeps nothing of an error', async () => {
    const work = inStore(app, ours, async (tx) => {
      await addTeam(tx, ours, '出错');
      throw new RangeError('bug');
    });
    await expect(work).rejects.toThrow(RangeError);
    expect(await inStore(app, ours, teams)).not.toContainEqual({ name: '出错' });
  });

  test('is not taken for committed when an error inside it was swallowed', async () => {
    const work = inStore(app, ours, async (tx) => {
      await addTeam(tx, ours, '吞掉');
      await sql`select 1 / 0`.execute(tx).catch(() => {});
    });
    await expect(work).rejects.toThrow('aborted');
  });

  test('is tried three times when the database asks for it', async () => {
    let runs = 0;
    const clash = (upTo: number) => async (tx: Tx) => {
      runs += 1;
      if (runs <= upTo) await sql`do $$ begin raise exception 'clash' using errcode = '40001'; end $$`.execute(tx);
      return runs;
    };
    expect(await inStore(app, ours, clash(2))).toBe(3);
    runs = 0;
    await expect(inStore(app, ours, clash(9))).rejects.toMatchObject({ code: '40001' });
    expect(runs).toBe(3);
  });

  test('counts what it changed, and a snapshot changes nothing', async () => {
    const changed = await inStore(app, ours, (tx) =>
      tx.updateTable('team').set({ name_en: 'ours' }).executeTakeFirst(),
    );
    expect(changed.numUpdatedRows).toBe(1n);
    await expect(inStoreSnapshot(app, ours, (tx) => addTeam(tx, ours, '只读'))).rejects.toMatchObject({
      code: '25006',
    });
  });

  test('begins in one round trip', async () => {
    const asked = vi.spyOn(Client.prototype, 'query');
    await inStore(app, ours, teams);
    expect(asked).toHaveBeenCalledTimes(3);
    asked.mockRestore();
  });
});

test('a recorder is told the statements of each transaction in their order', async () => {
  const told: string[][] = [];
  const record = () => {
    const statements: string[] = [];
    told.push(statements);
    return ({ text }: { readonly text: string }) => void statements.push(text);
  };
  await inStore({ ...app, record }, ours, (tx) => addTeam(tx, ours, '记录'));
  await inStore({ ...app, record }, ours, async () => refuse('busy'));
  expect(told).toEqual([
    [expect.stringContaining('begin; set local'), expect.stringContaining('insert into "team"'), 'commit'],
    [expect.stringContaining('begin; set local'), 'rollback'],
  ]);
});

test('statements sent together run one behind the other, and the first failure is the one that is told', async () => {
  const add = (tx: Tx, id: string) =>
    tx.insertInto('team').values({ store_id: ours, team_id: id, name: '同时' }).compile();
  const id = randomUUID();
  const count = (tx: Tx) => sql<{ n: number }>`select count(*)::int as n from team where team_id = ${id}`.compile(tx);
  const seen = await inStore(app, ours, (tx) => sendTogether<{ n: number }>(tx, [count(tx), add(tx, id), count(tx)]));
  expect([seen[0]?.rows[0]?.n, seen[2]?.rows[0]?.n]).toEqual([0, 1]);
  const failing = inStore(app, ours, (tx) => sendTogether(tx, [add(tx, id), count(tx)]));
  await expect(failing).rejects.toMatchObject({ code: '23505', constraint: 'team_pkey' });
});

test('a last statement goes with the commit: its failure undoes the rest, a refusal sends neither', async () => {
  const [first, second] = [randomUUID(), randomUUID()];
  const add = (tx: Tx, id: string) =>
    tx.insertInto('team').values({ store_id: ours, team_id: id, name: '最后' }).compile();
  await inStore(app, ours, async (tx) => sendLast(tx, add(tx, first)));
  const again = inStore(app, ours, async (tx) => {
    await addTeam(tx, ours, '不留');
    sendLast(tx, add(tx, first));
  });
  await expect(again).rejects.toMatchObject({ code: '23505' });
  await inStore(app, ours, async (tx) => {
    sendLast(tx, add(tx, second));
    return refuse('busy');
  });
  const kept = await inStoreSnapshot(app, ours, (tx) =>
    tx.selectFrom('team').select('team_id').where('name', 'in', ['最后', '不留']).execute(),
  );
  expect(kept).toEqual([{ team_id: first }]);
});

describe('a statement sent ahead', () => {
  const add = (tx: Tx, id: string) =>
    tx.insertInto('team').values({ store_id: ours, team_id: id, name: '先行' }).compile();
  const stored = async (id: string) =>
    (await inStoreSnapshot(app, ours, (tx) => tx.selectFrom('team').select('name').where('team_id', '=', id).execute()))
      .length;

  test('is seen by what is asked next, and kept with the rest', async () => {
    const id = randomUUID();
    const seen = await inStore(app, ours, (tx) => {
      sendAhead(tx, [add(tx, id)]);
      return tx.selectFrom('team').select('name').where('team_id', '=', id).execute();
    });
    expect([seen.length, await stored(id)]).toEqual([1, 1]);
  });

  test('undoes the transaction when it fails, and is named as the cause', async () => {
    const [taken, other] = [randomUUID(), randomUUID()];
    await inStore(app, ours, async (tx) => sendAhead(tx, [add(tx, taken)]));
    const silent = inStore(app, ours, async (tx) => sendAhead(tx, [add(tx, other), add(tx, taken)]));
    await expect(silent).rejects.toMatchObject({ code: '23505', constraint: 'team_pkey' });
    const followed = inStore(app, ours, async (tx) => {
      sendAhead(tx, [add(tx, taken)]);
      await teams(tx);
    });
    await expect(followed).rejects.toMatchObject({ code: '23505', constraint: 'team_pkey' });
    expect(await stored(other)).toBe(0);
  });

  test('leaves nothing when the work is refused', async () => {
    const id = randomUUID();
    await inStore(app, ours, async (tx) => {
      sendAhead(tx, [add(tx, id)]);
      return refuse('busy');
    });
    expect(await stored(id)).toBe(0);
  });
});
