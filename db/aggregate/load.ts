import { CompiledQuery } from 'kysely';
import { camel, snake, type AggregateShape, type ListShape } from '#db/aggregate/shape.ts';
import type { KeptAggregate } from '#db/aggregate/kept.ts';
import { remember } from '#db/aggregate/remember.ts';
import { keptOf, sendTogether, type Tx } from '#db/transaction.ts';

type Row = Record<string, unknown>;

/**
 * Locks the root row, then reads the aggregate as of the lock: two statements in one round trip whatever its size. Null when
 * this store has none. The lock is a statement of its own, because rows read in the same one would be older than the lock.
 */
export async function loadLocked<A>(tx: Tx, shape: AggregateShape, id: string): Promise<A | null> {
  const known = keptAt(tx, shape, id);
  const { table, id: idName } = shape.root;
  const key = `store_id = current_setting('app.store_id')::uuid and ${snake(idName)} = $1`;
  const lock = CompiledQuery.raw(`select 1 from ${table} where ${key} for update`, [id]);
  const [, loaded] = await sendTogether<Row>(tx, [lock, CompiledQuery.raw(textOf(shape, known), [id])]);
  return answered(tx, { shape, id, known, row: loaded?.rows[0] });
}

/** Reads the aggregate without a lock, for queries. */
export async function loadAggregate<A>(tx: Tx, shape: AggregateShape, id: string): Promise<A | null> {
  const known = keptAt(tx, shape, id);
  const { rows } = await tx.executeQuery<Row>(CompiledQuery.raw(textOf(shape, known), [id]));
  return answered(tx, { shape, id, known, row: rows[0] });
}

const keptAt = (tx: Tx, shape: AggregateShape, id: string): KeptAggregate | undefined =>
  shape.kept && keptOf(tx)?.get(id);

/** Of an aggregate that is kept only the head of its chain is asked, and what is beside it. */
const textOf = (shape: AggregateShape, known: KeptAggregate | undefined): string =>
  known ? besideText(shape) : loadText(shape);

type Asked = {
  readonly shape: AggregateShape;
  readonly id: string;
  readonly known: KeptAggregate | undefined;
  readonly row: Row | undefined;
};

/** The aggregate that a row stands for; another head than the kept one had means that somebody else changed it. */
async function answered<A>(tx: Tx, { shape, id, known, row }: Asked): Promise<A | null> {
  if (row === undefined) return null;
  if (!known) return remember(tx, shape, shapeRow(shape, row)) as A;
  const same = row['chain_hash'] === (known[shape.root.property] as Row)['chainHash'];
  if (!same) return readAnew(tx, shape, id);
  const aggregate = { ...known, ...besideOf(shape, row) };
  const compare = keptOf(tx)?.compare;
  if (compare) compare(shape, aggregate, await readAnew(tx, shape, id));
  return aggregate as A;
}

async function readAnew<A>(tx: Tx, shape: AggregateShape, id: string): Promise<A | null> {
  const { rows } = await tx.executeQuery<Row>(CompiledQuery.raw(loadText(shape), [id]));
  return rows[0] === undefined ? null : (remember(tx, shape, shapeRow(shape, rows[0])) as A);
}

const loadTexts = new WeakMap<AggregateShape, string>();

function loadText(shape: AggregateShape): string {
  const known = loadTexts.get(shape);
  if (known !== undefined) return known;
  const { property, id } = shape.root;
  const columns = [
    `row_to_json(root) as "${property}"`,
    ...Object.entries(shape.lists).map(([name, list]) => `(${listText(list, snake(id))}) as "${name}"`),
    ...besideColumns(shape),
  ];
  const text = `select ${columns.join(',\n')} ${fromRoot(shape)}`;
  loadTexts.set(shape, text);
  return text;
}

const besideText = (shape: AggregateShape): string =>
  `select ${['root.chain_hash', ...besideColumns(shape)].join(',\n')} ${fromRoot(shape)}`;

const besideColumns = ({ beside = {} }: AggregateShape): string[] =>
  Object.entries(beside).map(([name, expression]) => `(${expression}) as "${name}"`);

const fromRoot = ({ root: { table, id } }: AggregateShape): string =>
  `from ${table} root where root.store_id = current_setting('app.store_id')::uuid and root.${snake(id)} = $1`;

/** Rows as JSON text, which PostgreSQL writes in half the time that JSONB takes; only what must not be read is taken out there. */
function listText({ table, key, writeOnly = [], orderBy }: ListShape, rootId: string): string {
  const dropped = writeOnly.map((column) => `'${column}'`).join(', ');
  const row = dropped === '' ? 't' : `to_jsonb(t) - array[${dropped}]`;
  const order = orderBy ?? (key.map((part) => `t.${snake(part)}`).join(', ') || '1');
  const rows = `json_agg(${row} order by ${order})`;
  return `select ${rows} from ${table} t where t.store_id = root.store_id and t.${rootId} = root.${rootId}`;
}

/** Every row belongs to the store and the root, so neither id is repeated in the rows. */
function shapeRow(shape: AggregateShape, row: Row): Row {
  const ofAll = new Set(['store_id']);
  const ofLists = new Set([...ofAll, snake(shape.root.id)]);
  const result: Row = { [shape.root.property]: camelRow(row[shape.root.property] as Row, ofAll) };
  for (const [name, { single }] of Object.entries(shape.lists)) {
    const rows = ((row[name] as Row[] | null) ?? []).map((each) => camelRow(each, ofLists));
    result[name] = single ? (rows[0] ?? null) : rows;
  }
  return { ...result, ...besideOf(shape, row) };
}

function besideOf({ beside = {} }: AggregateShape, row: Row): Row {
  const ofAll = new Set(['store_id']);
  const result: Row = {};
  for (const name of Object.keys(beside)) {
    const value = row[name] as Row | Row[] | null;
    result[name] = Array.isArray(value) ? value.map((each) => camelRow(each, ofAll)) : value && camelRow(value, ofAll);
  }
  return result;
}

const databaseInstant = /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(?:\.\d+)?[+-]\d\d:\d\d$/;

/** Column names in TypeScript spelling; instants as ISO strings in UTC, as everywhere else. Nested JSON keeps its keys. */
function camelRow(row: Row, without: ReadonlySet<string>): Row {
  const result: Row = {};
  for (const [column, value] of Object.entries(row)) {
    if (without.has(column)) continue;
    const instant = typeof value === 'string' && databaseInstant.test(value);
    result[camel(column)] = instant ? new Date(value).toISOString() : value;
  }
  return result;
}
