import { Client } from 'pg';
import { verifyAnchors } from './anchors.ts';
import { verifyAuthorizations, verifySignatures } from './authorizations.ts';
import { verifyChains } from './chains.ts';
import { verifyOrderNumbers } from './orders.ts';
import { verifyStatements } from './statements.ts';
import { verifyFacts } from './told.ts';
import { Misfit, type Check, type Problem } from './verification.ts';

export type Verified = {
  readonly ok: boolean;
  /** How many rows of each kind fitted. */
  readonly counts: Readonly<Record<string, number>>;
  readonly problem: Problem | null;
};

const checks = [
  verifyOrderNumbers,
  verifyChains,
  verifyAnchors,
  verifySignatures,
  verifyAuthorizations,
  verifyStatements,
  verifyFacts,
];

/** Verifies a whole database in one snapshot; nothing is written. */
export async function verifyDatabase(databaseUrl: string): Promise<Verified> {
  const client = new Client({ connectionString: databaseUrl });
  await client.connect();
  try {
    await client.query('begin isolation level repeatable read read only');
    return await verifyRows(client);
  } finally {
    await client.end();
  }
}

/**
 * Recomputes every chain, anchor and signed content of every store from the rows that the client's open transaction sees,
 * without any of the code that wrote them. Stops at the first row that does not fit.
 */
export async function verifyRows(client: Client): Promise<Verified> {
  const counts: Record<string, number> = {};
  const count: Check['count'] = (what, by = 1) => {
    counts[what] = (counts[what] ?? 0) + by;
  };
  try {
    for (const storeId of await storesOf(client)) {
      count('store');
      for (const verify of checks) await verify({ client, storeId, count });
    }
    return { ok: true, counts, problem: null };
  } catch (error) {
    if (!(error instanceof Misfit)) throw error;
    return { ok: false, counts, problem: error.problem };
  }
}

/** Whoever reads under a policy sees nothing and would find nothing wrong. */
async function storesOf(client: Client): Promise<string[]> {
  const { rows: role } = await client.query<{ passes: boolean }>(
    `select rolsuper or rolbypassrls or pg_has_role(current_user, c.relowner, 'usage') as passes
     from pg_roles, pg_class c where rolname = current_user and c.oid = 'activity'::regclass`,
  );
  if (role[0]?.passes !== true) throw new Error('verify as the owner of the tables: this user sees no rows');
  const { rows } = await client.query<{ store_id: string }>('select store_id from store order by store_id');
  return rows.map(({ store_id }) => store_id);
}
