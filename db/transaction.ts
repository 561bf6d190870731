import {
  PostgresDialect,
  SingleConnectionProvider,
  Transaction,
  type CompiledQuery,
  type Kysely,
  type QueryResult,
} from 'kysely';
import { DatabaseError, type Pool, type PoolClient } from 'pg';
import { isUuid } from '#domain/kernel/id.ts';
import { isRefusal } from '#domain/kernel/refusal.ts';
import type { KeptAggregates } from '#db/aggregate/kept.ts';
import type { DB } from '#db/generated/schema.ts';
import { PreparedConnection, type SentStatement } from '#db/prepared-connection.ts';

/** Queries inside one transaction, seeing one store. */
export type Tx = Transaction<DB>;

/** Asked once per transaction for a function that is told each of its statements, so that they can be measured or replayed. */
export type TransactionRecorder = () => (statement: SentStatement) => void;

/** Where transactions come from; `connect()` answers one. */
export type Transactions = {
  readonly pool: Pool;
  readonly db: Kysely<DB>;
  readonly record?: TransactionRecorder;
  readonly kept?: KeptAggregates;
};

const attempts = 3;
const retryable = new Set(['40001', '40P01']);

/**
 * Runs `work` in a transaction that sees one store alone, and commits. A Refusal rolls back and is answered as it is;
 * an error rolls back and is thrown. Serialization failures and deadlocks are tried again, so `work` may run thrice.
 */
export const inStore = <T>(from: Transactions, storeId: string, work: (tx: Tx) => Promise<T>): Promise<T> =>
  retrying(() => once(from, `${beginning('begin', storeId)}; ${forCommands}`, work));

/** Commands find rows by their keys, so one plan fits all values: planning a whole aggregate anew costs more than running it. */
const forCommands = 'set constraints all deferred; set local plan_cache_mode = force_generic_plan';

/** Reads of one store from one snapshot; writing inside it is an error. */
export const inStoreSnapshot = <T>(from: Transactions, storeId: string, work: (tx: Tx) => Promise<T>): Promise<T> =>
  retrying(() => once(from, beginning('begin isolation level repeatable read read only', storeId), work));

/** `SET LOCAL` takes no parameters, so the id is checked before it becomes text; one simple query is one round trip. */
function beginning(begin: string, storeId: string): string {
  if (!isUuid(storeId)) throw new TypeError('a store id is a UUID');
  return `${begin}; set local app.store_id = '${storeId}'`;
}

async function retrying<T>(work: () => Promise<T>): Promise<T> {
  for (let attempt = 1; ; attempt += 1) {
    try {
      return await work();
    } catch (error) {
      const again = error instanceof DatabaseError && retryable.has(error.code ?? '');
      if (!again || attempt === attempts) throw error;
    }
  }
}

async function once<T>(from: Transactions, begin: string, work: (tx: Tx) => Promise<T>): Promise<T> {
  const { pool, db, record, kept } = from;
  const client = await pool.connect();
  const connection = new PreparedConnection(client, { note: record?.(), kept });
  let broken: Error | undefined;
  try {
    const begun = connection.say(begin);
    const answer = await work(transactionOn(connection, db));
    const how = isRefusal(answer) ? 'rollback' : 'commit';
    await Promise.all([begun, end(connection, how)]);
    if (how === 'commit') for (const act of connection.committed) act();
    return answer;
  } catch (error) {
    broken = await rollback(client);
    throw await causeOf(error, connection);
  } finally {
    client.release(broken);
  }
}

const connections = new WeakMap<Tx, PreparedConnection>();

/**
 * Sends statements one behind the other without waiting in between, and answers their results: one round trip. Each still
 * sees what the one before it did. The first failure is thrown; those behind it then do nothing.
 */
export function sendTogether<R>(tx: Tx, queries: readonly CompiledQuery[]): Promise<QueryResult<R>[]> {
  const connection = connections.get(tx);
  return Promise.all(queries.map((query) => (connection ?? tx).executeQuery<R>(query)));
}

/**
 * Sends statements whose answers nobody waits for, in their order and before whatever is asked next. Their failure is the
 * transaction's: it is thrown in place of whatever it brought about later.
 */
export function sendAhead(tx: Tx, queries: readonly CompiledQuery[]): void {
  const connection = connectionOf(tx);
  for (const query of queries) connection.sendAhead(query);
}

/** Sends a statement together with the commit; nothing is sent when the work ends in a refusal. */
export function sendLast(tx: Tx, query: CompiledQuery): void {
  connectionOf(tx).last.push(query);
}

function connectionOf(tx: Tx): PreparedConnection {
  const connection = connections.get(tx);
  if (!connection) throw new Error('only a transaction of inStore sends without waiting');
  return connection;
}

/** The aggregates that the process of this transaction keeps in memory. */
export const keptOf = (tx: Tx): KeptAggregates | undefined => connections.get(tx)?.kept;

/** Runs once the transaction is committed, and not otherwise; not for what must happen. */
export function onceCommitted(tx: Tx, act: () => void): void {
  connections.get(tx)?.committed.push(act);
}

/** After an error that the work swallowed, PostgreSQL answers COMMIT with ROLLBACK. */
async function end(connection: PreparedConnection, how: 'commit' | 'rollback'): Promise<void> {
  const last = how === 'commit' ? connection.last.map((query) => connection.executeQuery(query)) : [];
  const awaited = how === 'commit' ? [...connection.ahead, ...last] : [];
  const [{ command }] = await Promise.all([connection.say(how), ...awaited]);
  if (how === 'commit' && command !== 'COMMIT') throw new Error('the transaction was aborted by an earlier error');
}

/** What was sent ahead is answered before anything later: where it failed, the error at hand is only what came of it. */
async function causeOf(error: unknown, { ahead }: PreparedConnection): Promise<unknown> {
  const failed = (await Promise.allSettled(ahead)).find(({ status }) => status === 'rejected');
  return failed?.status === 'rejected' ? failed.reason : error;
}

/** The error that makes the connection useless, if the rollback fails. */
async function rollback(client: PoolClient): Promise<Error | undefined> {
  try {
    await client.query('rollback');
    return undefined;
  } catch (error) {
    return error instanceof Error ? error : new Error(String(error));
  }
}

const dialect = new PostgresDialect({ pool: () => Promise.reject(new Error('a transaction opens no connection')) });
const unusedParts = { config: { dialect }, dialect, driver: dialect.createDriver() };

function transactionOn(connection: PreparedConnection, db: Kysely<DB>): Tx {
  const provider = new SingleConnectionProvider(connection);
  const tx = new Transaction<DB>({ ...unusedParts, executor: db.getExecutor().withConnectionProvider(provider) });
  connections.set(tx, connection);
  return tx;
}
