import { canonical, sha256 } from './canonical.ts';
import { fit, isoSql, rowsOf, type Check } from './verification.ts';

/** Where the root of each kind of aggregate is stored. The store itself keeps no head. */
const roots = {
  repair_order: ['repair_order', 'order_id'],
  appointment: ['appointment', 'appointment_id'],
  outreach: ['outreach', 'outreach_id'],
  follow_up: ['follow_up', 'follow_up_id'],
  complaint: ['complaint', 'complaint_id'],
  customer: ['customer', 'customer_id'],
  vehicle: ['vehicle', 'vehicle_id'],
  goods_receipt: ['goods_receipt', 'receipt_id'],
} as const;

type Row = {
  readonly id: string;
  readonly root_id: string | null;
  readonly chain_seq: number | null;
  readonly chain_hash: string | null;
  readonly seq: number | null;
  readonly action: string;
  readonly actor_kind: string;
  readonly actor_id: string | null;
  readonly at: string;
  readonly payload: string;
  readonly previous_hash: string;
  readonly hash: string;
};

type Link = { readonly id: string; readonly seq: number; readonly hash: string; readonly row: Row };

/** Every chain of every aggregate: no gap, every hash, and the head as the aggregate says it. */
export async function verifyChains(check: Check): Promise<void> {
  for (const [kind, [table, id]] of Object.entries(roots)) {
    const heads = `select ${id} as id, chain_seq, chain_hash from ${table} where store_id = $1`;
    await verifyKind(check, { kind, table, heads });
  }
  const store =
    'select store_id as id, null::integer as chain_seq, null::text as chain_hash from store where store_id = $1';
  await verifyKind(check, { kind: 'store', table: 'store', heads: store });
}

type Kind = { readonly kind: string; readonly table: string; readonly heads: string };

async function verifyKind(check: Check, { kind, table, heads }: Kind): Promise<void> {
  const text = `select coalesce(r.id, a.aggregate_id) as id, r.id as root_id, r.chain_seq, r.chain_hash, a.seq, a.action,
      a.actor_kind::text, a.actor_id, ${isoSql('a.at')} as at, a.payload, a.previous_hash, a.hash
    from (${heads}) r
    full join (select * from activity where store_id = $1 and aggregate = $2) a on a.aggregate_id = r.id
    order by 1, a.seq`;
  let last: Link | null = null;
  for await (const row of rowsOf<Row>(check.client, text, [check.storeId, kind])) {
    if (last && last.id !== row.id) checkHead(table, last);
    last = checkLink(check, { kind, table, row, before: last?.id === row.id ? last : null });
  }
  if (last) checkHead(table, last);
}

type Linking = { readonly kind: string; readonly table: string; readonly row: Row; readonly before: Link | null };

function checkLink({ storeId, count }: Check, { kind, table, row, before }: Linking): Link {
  const { id, seq } = row;
  const key = `${kind} ${id} ${seq ?? ''}`.trim();
  fit(row.root_id !== null, 'activity', key, 'the record of an aggregate that is not there');
  if (seq === null) {
    fit(kind === 'store', table, id, 'has no record');
    return { id, seq: 0, hash: '', row };
  }
  fit(seq === (before?.seq ?? 0) + 1, 'activity', key, `row ${(before?.seq ?? 0) + 1} of the chain is missing`);
  fit(row.previous_hash === (before?.hash ?? ''), 'activity', key, 'the previous hash is not that of the row before');
  const { action, payload, hash } = row;
  const entry = { storeId, aggregate: kind, aggregateId: id, seq, action, at: row.at, payload };
  const actor = { actorKind: row.actor_kind, actorId: row.actor_id, previousHash: row.previous_hash };
  fit(sha256(canonical({ ...entry, ...actor })) === hash, 'activity', key, 'the content does not have this hash');
  count('activity');
  if (seq === 1) count(table);
  return { id, seq, hash, row };
}

function checkHead(table: string, { id, seq, hash, row }: Link): void {
  if (row.chain_seq === null) return;
  fit(row.chain_seq === seq, table, id, `says ${row.chain_seq} rows, its record has ${seq}`);
  fit(row.chain_hash === hash, table, id, 'its head is not the hash of its last row');
}
