import { setImmediate as onTheirWay } from 'node:timers/promises';
import type { PoolClient } from 'pg';
import { snake, type AggregateShape } from '#db/aggregate/shape.ts';

type Row = Readonly<Record<string, unknown>>;

/** Rows by table, in the spelling of the database. */
export type Tables = Map<string, Row[]>;

/** Adds rows of a table, given in the spelling of the domain. */
export function collect(tables: Tables, table: string, rows: readonly object[]): void {
  const kept = tables.get(table) ?? [];
  for (const row of rows)
    kept.push(Object.fromEntries(Object.entries(row).map(([name, value]) => [snake(name), value])));
  tables.set(table, kept);
}

/** Adds the rows of an aggregate: its root and its lists. */
export function collectAggregate(
  tables: Tables,
  shape: AggregateShape,
  of: { storeId: string; aggregate: object },
): void {
  const { property, table, id } = shape.root;
  const all = of.aggregate as Record<string, unknown>;
  const root = all[property] as Row;
  const owner = { storeId: of.storeId, [id]: root[id] };
  collect(tables, table, [{ ...root, ...owner }]);
  for (const [name, list] of Object.entries(shape.lists)) {
    const value = all[name] as Row | readonly Row[] | null;
    const rows = value === null ? [] : Array.isArray(value) ? (value as readonly Row[]) : [value as Row];
    collect(
      tables,
      list.table,
      rows.map((row) => ({ ...row, ...owner })),
    );
  }
}

const atOnce = 500;

/**
 * Inserts all rows; constraints are deferred by the transaction, so that tables may come in any order. Rows are sent on while
 * the database still stores those before them.
 */
export async function insertAll(client: PoolClient, tables: Tables): Promise<void> {
  const sent: Promise<unknown>[] = [];
  for (const [table, rows] of tables) {
    for (const [columns, group] of byColumns(rows)) {
      const text = `insert into ${table} (${columns}) select ${columns} from jsonb_populate_recordset(null::${table}, $1::jsonb)`;
      for (let from = 0; from < group.length; from += atOnce) {
        sent.push(send(client, text, group.slice(from, from + atOnce)));
        await onTheirWay();
      }
    }
  }
  await Promise.all(sent);
}

/** A failure is told by whoever awaits all. */
function send(client: PoolClient, text: string, rows: readonly Row[]): Promise<unknown> {
  const stored = client.query(text, [JSON.stringify(rows)]);
  stored.catch(() => {});
  return stored;
}

function byColumns(rows: readonly Row[]): Map<string, Row[]> {
  const groups = new Map<string, Row[]>();
  for (const row of rows) {
    const columns = Object.keys(row).join(', ');
    const group = groups.get(columns);
    if (group) group.push(row);
    else groups.set(columns, [row]);
  }
  return groups;
}
