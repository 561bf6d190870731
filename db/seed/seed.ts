import { connect } from '#db/connect.ts';
import { hashPassword } from '#db/sign-in.ts';
import type { Instant } from '#domain/kernel/calendar.ts';
import { roles } from '#domain/kernel/role.ts';
import { buildWorld, type StorePlan } from '#db/seed/base/build-world.ts';
import { keepSearchTokens } from '#db/seed/base/search-tokens.ts';
import { stores } from '#db/seed/catalogue/staff.ts';
import { collect, insertAll, type Tables } from '#db/seed/engine/insert.ts';
import type { World } from '#db/seed/engine/world.ts';
import type { Busy } from '#db/seed/stories/history.ts';
import { runStore } from '#db/seed/stories/run-store.ts';
import { collectStore } from '#db/seed/store-rows.ts';

/** Who signs in to the demonstration stores, all with one password. */
export type DemoAccounts = {
  readonly accounts: readonly {
    readonly store: string;
    readonly username: string;
    readonly role: string;
    readonly name: string;
  }[];
  readonly password: string;
};

export const password = 'jiaoche-demo';

const plans: readonly (Omit<StorePlan, 'store'> & { readonly busy: Busy; readonly share: number })[] = [
  { customers: 200, seed: 0, busy: { min: 8, max: 12 }, share: 1 },
  { customers: 70, seed: 200, busy: { min: 1, max: 2 }, share: 4 },
];

/**
 * Fills an empty database with two dealerships that have worked for ninety days and are in full swing at `now`.
 * The same `now` gives the same rows, but for the hash of the password. One transaction, as the owner.
 */
export async function seedDemo(ownerUrl: string, { now }: { readonly now: Instant }): Promise<DemoAccounts> {
  const tables: Tables = new Map();
  const worlds = stores.map((store, index) => {
    const plan = plans[index] ?? { customers: 10, seed: index, busy: { min: 0, max: 1 }, share: 8 };
    const world = buildWorld({ store, ...plan }, now);
    runStore(world, { now, ...plan });
    keepSearchTokens(world);
    collectStore(tables, store, world);
    return { store, world };
  });
  await collectSignIns(
    tables,
    worlds.map(({ world }) => world),
  );
  await insertTogether(ownerUrl, tables);
  return { accounts: worlds.flatMap(({ store, world }) => accountsOf(store.nameZh, world)), password };
}

const accountsOf = (store: string, world: World): DemoAccounts['accounts'] =>
  world.staff.map(({ username, name, roles: held }) => ({
    store,
    username: username ?? '',
    role: held.map((role) => `${roles[role].zh} ${roles[role].en}`).join(', '),
    name,
  }));

/** One hash for all: making one is slow on purpose. */
async function collectSignIns(tables: Tables, worlds: readonly World[]): Promise<void> {
  const hash = await hashPassword(password);
  for (const { userId, username, name } of worlds.flatMap(({ staff }) => staff)) {
    const times = { createdAt: '2026-01-01T00:00:00.000Z', updatedAt: '2026-01-01T00:00:00.000Z' };
    const names = { name, username, displayUsername: username, email: `${username}@sign-in.invalid` };
    collect(tables, 'sign_in_user', [{ id: userId, ...names, emailVerified: false, language: 'zh', ...times }]);
    const account = { id: userId, accountId: userId, userId, providerId: 'credential', password: hash };
    collect(tables, 'sign_in_account', [{ ...account, ...times }]);
  }
}

/**
 * Statistics at once: without them the planner looks for a row of a store among all rows of the store. A small sample will do
 * until the database takes its own.
 */
async function insertTogether(ownerUrl: string, tables: Tables): Promise<void> {
  const connection = connect(ownerUrl, { max: 1 });
  const client = await connection.pool.connect();
  try {
    await client.query('begin; set constraints all deferred');
    await insertAll(client, tables);
    await client.query('commit');
    await client.query('set default_statistics_target = 10; analyze');
  } finally {
    client.release(true);
    await connection.close();
  }
}
