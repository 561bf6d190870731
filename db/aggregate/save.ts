import { CompiledQuery } from 'kysely';
import { snake, type AggregateShape, type ListShape } from '#db/aggregate/shape.ts';
import { recordRow, type Recorded } from '#db/aggregate/record.ts';
import { remember } from '#db/aggregate/remember.ts';
import { sendAhead, type Tx } from '#db/transaction.ts';

type Row = Record<string, unknown>;
type Statement = { readonly table: string; readonly text: string; readonly rows: readonly Row[] };

export type Change<A> = {
  readonly shape: AggregateShape;
  readonly before: A | null;
  readonly after: A;
  readonly recorded: Recorded;
};

/**
 * Stores the difference between two states of an aggregate and appends the row of its record in one statement, or in two
 * where a table takes new rows while old ones leave their place. They are sent without waiting: what the database refuses, the
 * transaction throws at its end. Rows are never deleted; one that vanished is a bug and throws. Answers the aggregate as it is stored
 * now, with the new head of its chain.
 */
export function saveAggregate<A extends object>(tx: Tx, change: Change<A>): A {
  const { shape, before, after, recorded } = change;
  const rootBefore = before && ((before as Row)[shape.root.property] as Row);
  const root = (after as Row)[shape.root.property] as Row;
  const { activity, chainSeq, chainHash } = recordRow(shape, root, recorded);
  const rootAfter = { ...root, chainSeq, chainHash };
  const owner = { store_id: recorded.storeId, [snake(shape.root.id)]: root[shape.root.id] };
  const differences = Object.entries(shape.lists).map(([name, list]) => difference(name, list, { before, after }));

  const updates = differences.flatMap(({ list, changed }) => updateStatements(list, changed, owner));
  const inserts = differences.flatMap(({ list, added }) => insertStatements(list.table, added, owner));
  const rootTable = { table: shape.root.table, key: [] } satisfies ListShape;
  const rootChange = rootBefore ? updateStatements(rootTable, [{ before: rootBefore, after: rootAfter }], owner) : [];
  const rootInsert = rootBefore ? [] : insertStatements(shape.root.table, [rootAfter], { store_id: recorded.storeId });
  const recordInsert = insertStatements('activity', [activity], { store_id: recorded.storeId });
  const [updated, inserted] = [
    [...rootChange, ...updates],
    [...rootInsert, ...inserts, ...recordInsert],
  ];
  sendAhead(tx, inOrder(updated, inserted).flatMap(asOne));
  const stored = { ...after, [shape.root.property]: rootAfter };
  remember(tx, shape, stored);
  return stored;
}

/** A unique place (the open punch of a technician) is free only once the statement that gives it up is over. */
function inOrder(updated: readonly Statement[], inserted: readonly Statement[]): (readonly Statement[])[] {
  const changing = new Set(updated.map(({ table }) => table));
  const apart = inserted.some(({ table }) => changing.has(table));
  return apart ? [updated, inserted] : [[...updated, ...inserted]];
}

type Pair = { readonly before: Row; readonly after: Row };

/** A rule that leaves a list alone hands on the same one. */
function difference(name: string, list: ListShape, of: { before: object | null; after: object }) {
  if ((of.before as Row | null)?.[name] === (of.after as Row)[name]) return { list, added: [], changed: [] };
  const rowsBefore = rowsOf(of.before, name);
  const rowsAfter = rowsOf(of.after, name);
  const keyOf = (row: Row) => list.key.map((part) => String(row[part])).join('|');
  const known = new Map(rowsBefore.map((row) => [keyOf(row), row]));
  const added: Row[] = [];
  const changed: Pair[] = [];
  for (const row of rowsAfter) {
    const old = known.get(keyOf(row));
    if (!old) added.push(row);
    else if (old !== row) changed.push({ before: old, after: row });
  }
  if (rowsAfter.length - added.length !== rowsBefore.length) throw new Error(`rows of ${list.table} vanished`);
  return { list, added, changed };
}

function rowsOf(aggregate: object | null, name: string): readonly Row[] {
  const value = aggregate && (aggregate as Row)[name];
  if (value === null || value === undefined) return [];
  return Array.isArray(value) ? (value as Row[]) : [value as Row];
}

/** One update per set of changed columns. */
function updateStatements(list: ListShape, pairs: readonly Pair[], owner: Row): Statement[] {
  const groups = new Map<string, Row[]>();
  for (const { before, after } of pairs) {
    const columns = Object.keys(after).filter((name) => !sameValue(before[name], after[name]));
    if (columns.length === 0) continue;
    const wanted = [...list.key, ...columns];
    const row = Object.fromEntries(wanted.map((name) => [snake(name), after[name]]));
    const group = columns.map(snake).join(',');
    groups.set(group, [...(groups.get(group) ?? []), { ...row, ...owner }]);
  }
  return [...groups].map(([columns, rows]) => ({
    table: list.table,
    text: updateText(list, columns.split(','), owner),
    rows,
  }));
}

function updateText({ table, key }: ListShape, columns: readonly string[], owner: Row): string {
  const assignments = columns.map((column) => `${column} = r.${column}`).join(', ');
  const match = [...Object.keys(owner), ...key.map(snake)].map((column) => `t.${column} = r.${column}`).join(' and ');
  return `update ${table} t set ${assignments} from jsonb_populate_recordset(null::${table}, $#::jsonb) r where ${match}`;
}

function insertStatements(table: string, rows: readonly Row[], owner: Row): Statement[] {
  const groups = new Map<string, Row[]>();
  for (const row of rows) {
    const stored = {
      ...Object.fromEntries(Object.entries(row).map(([name, value]) => [snake(name), value])),
      ...owner,
    };
    const group = Object.keys(stored).join(', ');
    groups.set(group, [...(groups.get(group) ?? []), stored]);
  }
  return [...groups].map(([columns, group]) => ({
    table,
    text: `insert into ${table} (${columns}) select ${columns} from jsonb_populate_recordset(null::${table}, $#::jsonb)`,
    rows: group,
  }));
}

/** All as one statement: data-modifying CTEs before the last. None for none. */
function asOne(statements: readonly Statement[]): CompiledQuery[] {
  const last = statements.at(-1);
  if (!last) return [];
  const numbered = statements.map(({ text }, index) => text.replace('$#', `$${index + 1}`));
  const before = numbered.slice(0, -1).map((text, index) => `w${index} as (${text})`);
  const text = before.length === 0 ? numbered.join('') : `with ${before.join(', ')} ${numbered.at(-1)}`;
  const values = statements.map(({ rows }) => JSON.stringify(rows));
  return [CompiledQuery.raw(text, values)];
}

function sameValue(a: unknown, b: unknown): boolean {
  return a === b || (typeof a === 'object' && a !== null && JSON.stringify(a) === JSON.stringify(b));
}
