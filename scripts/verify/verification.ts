import type { Client } from 'pg';

/** The first row that does not fit. */
export type Problem = { readonly table: string; readonly key: string; readonly what: string };

/** Thrown at the first row that does not fit. */
export class Misfit extends Error {
  readonly problem: Problem;

  constructor(table: string, key: string, what: string) {
    super(`${table} ${key}: ${what}`);
    this.problem = { table, key, what };
  }
}

/** What one check of one store reads with and counts into. */
export type Check = {
  readonly client: Client;
  readonly storeId: string;
  readonly count: (what: string, by?: number) => void;
};

const pageRows = 2_000;
let cursors = 0;

/** Rows of a query, page by page, so that a large store needs no more memory than a small one. */
export async function* rowsOf<Row>(client: Client, text: string, values: unknown[]): AsyncGenerator<Row> {
  const name = `verify_${(cursors += 1)}`;
  await client.query(`declare ${name} no scroll cursor for ${text}`, values);
  for (;;) {
    const { rows } = await client.query(`fetch ${pageRows} from ${name}`);
    yield* rows as Row[];
    if (rows.length < pageRows) break;
  }
  await client.query(`close ${name}`);
}

/** Stops at a row unless what must hold of it does. */
export function fit(holds: boolean, ...[table, key, what]: ConstructorParameters<typeof Misfit>): void {
  if (!holds) throw new Misfit(table, key, what);
}

/** JSON as an object; a text that is none does not fit. */
export function parsed(text: string, table: string, key: string): Record<string, unknown> {
  try {
    const value: unknown = JSON.parse(text);
    if (typeof value === 'object' && value !== null && !Array.isArray(value)) return value as Record<string, unknown>;
  } catch {
    // told below
  }
  throw new Misfit(table, key, 'the stored text is no JSON object');
}

/** SQL for an instant as the product writes it into what it hashes. */
export const isoSql = (column: string): string =>
  `to_char(${column} at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"')`;

/** What stands under a path of names; undefined where nothing does. */
export function at(value: unknown, ...path: readonly string[]): unknown {
  return path.reduce<unknown>((so, name) => {
    return typeof so === 'object' && so !== null ? (so as Record<string, unknown>)[name] : undefined;
  }, value);
}
