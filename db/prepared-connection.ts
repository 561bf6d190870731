import type { Writable } from 'node:stream';
import type { CompiledQuery, DatabaseConnection, QueryResult } from 'kysely';
import type { PoolClient } from 'pg';
import type { KeptAggregates } from '#db/aggregate/kept.ts';

/** A statement as it is sent to the database. */
export type SentStatement = {
  readonly text: string;
  readonly values?: readonly unknown[];
  readonly name?: string | undefined;
};

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

/** The driver's own connection, which its types leave out. */
type WithStream = { readonly connection: { readonly stream: Writable } };

type Note = (statement: SentStatement) => void;

type Around = {
  /** Told each statement as it is sent. */
  readonly note: Note | undefined;
  readonly kept: KeptAggregates | undefined;
};

/** Statements of one transaction on one connection, prepared by name. They are sent at once and answered in their order. */
export class PreparedConnection implements DatabaseConnection {
  readonly #client: PoolClient;
  readonly #stream: Writable;
  #gathering = false;
  readonly #note: Note | undefined;
  readonly kept: KeptAggregates | undefined;
  /** Sent, and not waited for before the commit. */
  readonly ahead: Promise<unknown>[] = [];
  /** To be sent with the commit. */
  readonly last: CompiledQuery[] = [];
  /** To be done after it. */
  readonly committed: (() => void)[] = [];

  constructor(client: PoolClient, { note, kept }: Around) {
    this.#client = client;
    this.#stream = (client as PoolClient & WithStream).connection.stream;
    this.#note = note;
    this.kept = kept;
  }

  /** What is said before the process turns to something else goes to the database in one piece. */
  #gather(): void {
    if (this.#gathering) return;
    this.#gathering = true;
    this.#stream.cork();
    process.nextTick(() => {
      this.#gathering = false;
      this.#stream.uncork();
    });
  }

  /** A statement without parameters. Whoever asks later learns of a failure; until then it is nobody's. */
  say(text: string): Promise<{ command: string }> {
    this.#note?.({ text });
    this.#gather();
    const said = this.#client.query(text);
    said.catch(() => {});
    return said;
  }

  sendAhead(query: CompiledQuery): void {
    const sent = this.executeQuery(query);
    sent.catch(() => {});
    this.ahead.push(sent);
  }

  async executeQuery<R>({ sql, parameters }: CompiledQuery): Promise<QueryResult<R>> {
    const query = { text: sql, values: [...parameters], name: statementName(sql) };
    this.#note?.(query);
    this.#gather();
    const { command, rowCount, rows } = await this.#client.query(query);
    const counted = command !== 'SELECT' && rowCount !== null;
    return counted ? { rows, numAffectedRows: BigInt(rowCount) } : { rows };
  }

  streamQuery<R>(): AsyncIterableIterator<QueryResult<R>> {
    throw new Error('transactions answer whole results');
  }
}
