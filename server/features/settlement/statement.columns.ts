import { sql } from 'kysely';

/** What a statement `s` still asks for, in fen: its total less credit notes and allocations. */
export const dueOf = sql<number>`(s.total_fen
  - coalesce((select sum(n.amount_fen) from credit_note n
      where (n.store_id, n.order_id, n.statement_id) = (s.store_id, s.order_id, s.statement_id)), 0)
  - coalesce((select sum(a.amount_fen) from payment_allocation a
      where (a.store_id, a.order_id, a.statement_id) = (s.store_id, s.order_id, s.statement_id)), 0))::bigint`;
