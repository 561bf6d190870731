import {
  PostgresDialect,
  SingleConnectionProvider,
  Transaction,
  type CompiledQuery,
  type DatabaseConnection,
  type Kysely,
  type QueryResult,
} from 'kysely';
import { DatabaseError, type Pool, type PoolClient } from 'pg';
import { isUuid } from '#domain/kernel/id.ts';
import { isRefusal } from '#domain/kernel/refusal.ts';
import type { DB } from '#db/generated/schema.ts';

/** Queries inside one transaction, seeing one store. */
export type Tx = Transaction<DB>;

/** A statement as it is sent to the database. */
export type SentStatement = {
  readonly text: string;
  readonly values?: readonly unknown[];
  readonly name?: string | undefined;
};

/** Asked once per transaction for a function that is told each of its statements, so that they can be measured or replayed. */
export type TransactionRecorder = () => (statement: SentStatement) => void;

/** Where transactions come from; `connect()` answers one. */
export type Transactions = { readonly pool: Pool; readonly db: Kysely<DB>; readonly record?: TransactionRecorder };

const attempts = 3;
const retryable = new Set(['40001', '40P01']);

/**
 * Runs `work` in a transaction that sees one store alone, and commits. A Refusal rolls back and is answered as it is;
 * an error rolls back and is thrown. Serialization failures and deadlocks are tried again, so `work` may run thrice.
 */
export const inStore = <T>(from: Transactions, storeId: string, work: (tx: Tx) => Promise<T>): Promise<T> =>
  retrying(() => once(from, `${beginning('begin', storeId)}; set constraints all deferred`, work));

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

async function once<T>({ pool, db, record }: Transactions, begin: string, work: (tx: Tx) => Promise<T>): Promise<T> {
  const client = await pool.connect();
  const note = record?.();
  let broken: Error | undefined;
  try {
    note?.({ text: begin });
    await client.query(begin);
    const answer = await work(transactionOn(new PreparedConnection(client, note), db));
    const how = isRefusal(answer) ? 'rollback' : 'commit';
    note?.({ text: how });
    await end(client, how);
    return answer;
  } catch (error) {
    broken = await rollback(client);
    throw error;
  } finally {
    client.release(broken);
  }
}

/** After an error that the work swallowed, PostgreSQL answers COMMIT with ROLLBACK. */
async function end(client: PoolClient, how: 'commit' | 'rollback'): Promise<void> {
  const { command } = await client.query(how);
  if (how === 'commit' && command !== 'COMMIT') throw new Error('the transaction was aborted by an earlier error');
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
  return new Transaction<DB>({ ...unusedParts, executor: db.getExecutor().withConnectionProvider(provider) });
}

const statementNames = new Map<string, string>();
const mostStatements = 500;

/** Texts are few and fixed, so each connection prepares each once; when they prove many, the rest go unprepared. */
function statementName(sql: string): string | undefined {
  const known = statementNames.get(sql);
  if (known !== undefined || statementNames.size >= mostStatements) return known;
  const name = `q${statementNames.size}`;
  statementNames.set(sql, name);
  return name;
}

/** Statements of one transaction on one connection, prepared by name. */
class PreparedConnection implements DatabaseConnection {
  readonly #client: PoolClient;
  readonly #note: ReturnType<TransactionRecorder> | undefined;

  constructor(client: PoolClient, note: ReturnType<TransactionRecorder> | undefined) {
    this.#client = client;
    this.#note = note;
  }

  async executeQuery<R>({ sql, parameters }: CompiledQuery): Promise<QueryResult<R>> {
    const query = { text: sql, values: [...parameters], name: statementName(sql) };
    this.#note?.(query);
    const { command, rowCount, rows } = await this.#client.query(query);
    const counted = command !== 'SELECT' && rowCount !== null;
    return counted ? { rows, numAffectedRows: BigInt(rowCount) } : { rows };
  }

  streamQuery<R>(): AsyncIterableIterator<QueryResult<R>> {
    throw new Error('transactions answer whole results');
  }
}
