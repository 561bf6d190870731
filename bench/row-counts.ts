import { Client } from 'pg';

export type RowCounts = ReadonlyMap<string, number>;

/** Written outside the commands' transactions: sessions by signing in, anchors by the schedule. */
const besides = ['sign_in_session', 'sign_in_verification', 'anchor'];

/** How many rows each table of the application holds; asked as the owner, whom no policy stops. */
export async function rowCounts(ownerUrl: string): Promise<RowCounts> {
  const client = new Client({ connectionString: ownerUrl });
  await client.connect();
  try {
    const { rows } = await client.query<{ name: string; count: string }>(
      `select c.relname as name, (xpath('/row/n/text()', query_to_xml(format('select count(*) as n from %I', c.relname),
         false, true, '')))[1]::text as count
       from pg_class c where c.relkind = 'r' and c.relnamespace = 'public'::regnamespace and c.relname <> all($1)
       order by 1`,
      [besides],
    );
    return new Map(rows.map(({ name, count }) => [name, Number(count)]));
  } finally {
    await client.end();
  }
}

/** Tables that hold another number of rows: `name: left ≠ right`. */
export function differences(left: RowCounts, right: RowCounts): string[] {
  const names = new Set([...left.keys(), ...right.keys()]);
  return [...names].flatMap((name) => {
    const [a, b] = [left.get(name) ?? 0, right.get(name) ?? 0];
    return a === b ? [] : [`${name}: ${a} ≠ ${b}`];
  });
}
