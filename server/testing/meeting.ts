import type { TestServer } from '#server/testing/test-server.ts';

/** The row that commands meet at: of an order, a call, a customer, a part. */
export type Place = { readonly table: string; readonly column: string; readonly id: string };

export const orderRow = ({ orderId }: { readonly orderId: string }): Place => ({
  table: 'repair_order',
  column: 'order_id',
  id: orderId,
});

/**
 * Sends commands that meet: the row is held until each of them waits for it, so that none has an answer before another began.
 * Whatever reads before it locks reads what is old then.
 */
export async function meeting<T>(
  { owner }: TestServer,
  { table, column, id }: Place,
  commands: readonly (() => Promise<T>)[],
): Promise<T[]> {
  const holder = await owner.pool.connect();
  try {
    await holder.query('begin');
    await holder.query(`select 1 from ${table} where ${column} = $1 for update`, [id]);
    let answered = 0;
    const answers = commands.map((send) => send().finally(() => (answered += 1)));
    while (answered < commands.length && (await waitingFor(owner)) + answered < commands.length);
    await holder.query('commit');
    return await Promise.all(answers);
  } finally {
    holder.release();
  }
}

/** How many connections to this database wait for a lock. */
async function waitingFor({ pool }: TestServer['owner']): Promise<number> {
  const { rows } = await pool.query<{ waiting: number }>(
    `select count(distinct l.pid)::int as waiting from pg_locks l join pg_stat_activity a using (pid)
     where not l.granted and a.datname = current_database()`,
  );
  return rows[0]?.waiting ?? 0;
}
