import { Kysely, PostgresDialect } from 'kysely';
import { Pool, types } from 'pg';
import type { DB } from '#db/generated/schema.ts';

export type Connection = { pool: Pool; db: Kysely<DB>; close(): Promise<void> };

const { builtins } = types;
const textArray: number = 1009;
const int8Array = 1016;
const firstUserType = 16_384;
const dateArray = 1182;
const timestamptzArray = 1185;

const scalarParsers = new Map<number, (text: string) => unknown>([
  [builtins.INT8, safeInteger],
  [builtins.TIMESTAMPTZ, isoInstant],
  [builtins.DATE, String],
  [builtins.NUMERIC, String],
]);

const arrayElements = new Map<number, (text: string) => unknown>([
  [int8Array, safeInteger],
  [dateArray, String],
  [timestamptzArray, isoInstant],
]);

/**
 * A pool and typed queries on it. Values arrive as: int8 a safe integer, timestamptz an ISO instant in UTC with
 * milliseconds, date 'YYYY-MM-DD', numeric a string. Values inside `json_agg` keep PostgreSQL's own JSON form.
 */
export function connect(url: string, options: { max: number; onError?: (error: Error) => void }): Connection {
  const pool = new Pool({ connectionString: url, max: options.max, types: { getTypeParser }, pipeline: true });
  pool.on('error', options.onError ?? (() => {}));
  const db = new Kysely<DB>({ dialect: new PostgresDialect({ pool }) });
  return { pool, db, close: () => db.destroy() };
}

function getTypeParser(oid: number, format?: 'text' | 'binary'): ReturnType<typeof types.getTypeParser> {
  const scalar = scalarParsers.get(oid);
  if (scalar) return scalar;
  const element = arrayElements.get(oid);
  const standard = types.getTypeParser(oid, format as 'text');
  if (oid >= firstUserType) return userType;
  if (!element) return standard;
  return (text: string) => textItems(text).map((item) => (item === null ? null : element(item)));
}

/** The driver does not know arrays of our enums; no enum value begins with a brace. */
function userType(text: string): unknown {
  return text.startsWith('{') ? textItems(text) : text;
}

function textItems(text: string): (string | null)[] {
  const parse = types.getTypeParser(textArray, 'text') as (text: string) => (string | null)[];
  return parse(text);
}

function safeInteger(text: string): number {
  const value = Number(text);
  if (!Number.isSafeInteger(value)) throw new RangeError(`int8 ${text} is not a safe integer`);
  return value;
}

/** From `2026-05-01 08:00:00.123456+08` to `2026-05-01T00:00:00.123Z`. */
function isoInstant(text: string): string {
  if (text.endsWith('infinity')) return text;
  const instant = text.replace(' ', 'T').replace(/([+-]\d\d)$/, '$1:00');
  return new Date(instant).toISOString();
}
