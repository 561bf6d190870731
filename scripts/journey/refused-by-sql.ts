import { DatabaseError, type Client } from 'pg';

type SqlAttempt = { readonly tried: string; readonly code: string; readonly text: string };

/** What the application's own role must not be able to do to a delivered order `$1`, with the SQLSTATE that stops it. */
const attempts: readonly SqlAttempt[] = [
  {
    tried: 'work without a grant',
    code: '23503',
    text: `insert into punch (store_id, order_id, punch_id, line_id, grant_id, technician_id, started_at, ended_at, end_reason)
      select store_id, order_id, gen_random_uuid(), line_id, gen_random_uuid(), technician_id, started_at, ended_at, end_reason
      from punch where order_id = $1 limit 1`,
  },
  {
    tried: 'an issue beyond the grant',
    code: '23514',
    text: `update charge_line set issued_qty_milli = granted_qty_milli + 1 where order_id = $1 and kind = 'part' and grant_id is not null`,
  },
  {
    tried: 'a charge above the grant',
    code: '23514',
    text: `insert into statement_line select store_id, order_id, gen_random_uuid(), line_id, grant_id, granted_fen, granted_fen + 1,
      settled_qty_milli, tax_rate_bp, tax_fen, false from statement_line where order_id = $1 limit 1`,
  },
  {
    tried: 'a final inspection by one who worked on it',
    code: '23P01',
    text: `insert into participation (store_id, order_id, staff_id, capacity, since)
      select store_id, order_id, staff_id, 'final_inspection', since from participation
      where order_id = $1 and capacity = 'work' limit 1`,
  },
  {
    tried: 'a second gate opening of one pass',
    code: '23505',
    text: 'insert into gate_opening select * from gate_opening where order_id = $1',
  },
  {
    tried: 'an altered decision',
    code: '42501',
    text: `update authorization_decision set signatory_name = '他人' where order_id = $1`,
  },
];

export type RefusedBySql = { readonly tried: string; readonly expected: string; readonly code: string };

/** Tries each in a transaction of its own that sees the order's store, and rolls back. */
export async function tryBySql(app: Client, storeId: string, orderId: string): Promise<RefusedBySql[]> {
  const results: RefusedBySql[] = [];
  for (const { tried, code: expected, text } of attempts) {
    results.push({ tried, expected, code: await codeOf(app, { storeId, orderId, text }) });
  }
  return results;
}

type Trying = { readonly storeId: string; readonly orderId: string; readonly text: string };

async function codeOf(app: Client, { storeId, orderId, text }: Trying): Promise<string> {
  await app.query('begin');
  try {
    await app.query("select set_config('app.store_id', $1, true)", [storeId]);
    const { rowCount } = await app.query(text, [orderId]);
    return rowCount === 0 ? 'no rows' : 'done';
  } catch (error) {
    if (error instanceof DatabaseError) return error.code ?? 'error';
    throw error;
  } finally {
    await app.query('rollback');
  }
}
