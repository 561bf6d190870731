/** What is told of a thing in the record and what its row says: two queries of `key` and `said` over the store `$1`. */
export type Fact = {
  readonly table: string;
  readonly told: string;
  readonly stored: string;
};

/** The acts of a kind on an aggregate: their payload `p`, its id, who did it and when. */
const acts = (aggregate: string, ...actions: readonly string[]): string =>
  `(select aggregate_id as id, at, actor_id, action, payload::jsonb as p from activity
    where store_id = $1 and aggregate = '${aggregate}' and action in (${actions.map((action) => `'${action}'`).join(', ')})) a`;

const onOrder = (...actions: readonly string[]): string => acts('repair_order', ...actions);

/** Lines that went out in one act: several on a slip, else the one that the act names itself. */
const drawn = `cross join lateral jsonb_array_elements(coalesce(p -> 'lines', jsonb_build_array(p))) l`;
const grantIds = `cross join lateral jsonb_array_elements_text(p -> 'grantIds') g`;

/** Hashes of strokes as the acts on an order and the records of its decisions name them. */
const strokes = `(select id, p ->> 'strokesHash' as hash from (select aggregate_id as id, payload::jsonb as p from activity
      where store_id = $1 and aggregate = 'repair_order') a where p ->> 'strokesHash' is not null
    union select order_id, record::jsonb ->> 'strokesHash' from authorization_decision where store_id = $1)`;

/** Passes of the first versions tell of an unsafe car without the strokes under its note. */
const untold = `s.purpose = 'unsafe_note' and exists (
      select from ${onOrder('issue_temporary_pass')} where id = s.order_id and not p ? 'strokesHash')`;

const authorization: readonly Fact[] = [
  {
    table: 'signature',
    told: `select signature_id::text as key, to_jsonb(s.strokes_hash) as said from signature s
      left join ${strokes} h on h.id = s.order_id and h.hash = s.strokes_hash
      where s.store_id = $1 and (h.id is not null or ${untold})`,
    stored: `select signature_id::text as key, to_jsonb(strokes_hash) as said from signature where store_id = $1`,
  },
  {
    table: 'authorization_content',
    told: `select p ->> 'versionId' as key, jsonb_build_array(id, p -> 'contentHash') as said from ${onOrder('present')}`,
    stored: `select version_id::text as key, jsonb_build_array(order_id, content_hash) as said
      from authorization_content where store_id = $1`,
  },
  {
    table: 'authorization_decision',
    told: `select p ->> 'versionId' as key, jsonb_build_array(id, p -> 'recordHash', p -> 'channel', p -> 'signatory', at) as said
      from ${onOrder('decide')}`,
    stored: `select version_id::text as key, jsonb_build_array(order_id, record_hash, channel, signatory, decided_at) as said
      from authorization_decision where store_id = $1`,
  },
  {
    table: 'grant_revocation',
    told: `select g as key, jsonb_build_array(id, at, actor_id) as said from ${onOrder('revoke_grants', 'cancel')} ${grantIds}`,
    stored: `select grant_id::text as key, jsonb_build_array(order_id, revoked_at, revoked_by) as said
      from grant_revocation where store_id = $1`,
  },
];

const work: readonly Fact[] = [
  {
    table: 'punch',
    told: `select p ->> 'punchId' as key, jsonb_build_array(id, p -> 'lineId', p -> 'grantId', p -> 'technicianId', p -> 'slot', at) as said
      from ${onOrder('start_work', 'resume_work')}`,
    stored: `select punch_id::text as key, jsonb_build_array(order_id, line_id, grant_id, technician_id, slot, started_at) as said
      from punch where store_id = $1`,
  },
  {
    table: 'punch',
    told: `select punch_id::text as key, to_jsonb(at) as said from punch u join activity b on b.store_id = u.store_id
      and b.aggregate = 'repair_order' and b.aggregate_id = u.order_id and b.at = u.ended_at
      where u.store_id = $1 group by 1, 2`,
    stored: `select punch_id::text as key, to_jsonb(ended_at) as said from punch where store_id = $1 and ended_at is not null`,
  },
  {
    table: 'inspection',
    told: `select p ->> 'inspectionId' as key, jsonb_build_array(id, coalesce(p ->> 'result', 'pass'), actor_id, at) as said
      from ${onOrder('finish_work', 'leader_check', 'final_inspect', 'wash', 'internal_check', 'check_vehicle')}
      where p ->> 'inspectionId' is not null`,
    stored: `select inspection_id::text as key, jsonb_build_array(order_id, result, inspector_id, inspected_at) as said
      from inspection where store_id = $1`,
  },
];

const parts: readonly Fact[] = [
  {
    table: 'charge_line',
    told: `select distinct on (payload::jsonb ->> 'lineId') payload::jsonb ->> 'lineId' as key,
        jsonb_build_array(aggregate_id, payload::jsonb -> 'amountFen') as said
      from activity where store_id = $1 and aggregate = 'repair_order' and action in ('add_line', 'change_line')
      order by payload::jsonb ->> 'lineId', seq desc`,
    stored: `select line_id::text as key, jsonb_build_array(order_id, amount_fen) as said from charge_line where store_id = $1`,
  },
  {
    table: 'charge_line',
    told: `select l ->> 'lineId' as key, jsonb_build_array(id, sum(case action when 'issue_part' then 1 else -1 end * (l ->> 'qtyMilli')::bigint)) as said
      from ${onOrder('issue_part', 'return_part')} ${drawn}
      group by 1, id having sum(case action when 'issue_part' then 1 else -1 end * (l ->> 'qtyMilli')::bigint) <> 0`,
    stored: `select line_id::text as key, jsonb_build_array(order_id, issued_qty_milli) as said from charge_line
      where store_id = $1 and issued_qty_milli <> 0`,
  },
  {
    table: 'stock_movement',
    told: `select concat_ws(' ', l ->> 'lineId', action, at) as key,
        jsonb_build_array(id, l -> 'partId', l -> 'grantId', p -> 'technicianId', sum((l ->> 'qtyMilli')::bigint)) as said
      from ${onOrder('issue_part', 'return_part')} ${drawn}
      where l ->> 'partId' is not null group by 1, id, l -> 'partId', l -> 'grantId', p -> 'technicianId'`,
    stored: `select concat_ws(' ', line_id, kind || '_part', moved_at) as key,
        jsonb_build_array(order_id, part_id, grant_id, technician_id, sum(abs(qty_milli))) as said
      from stock_movement where store_id = $1 and kind in ('issue', 'return')
      group by 1, order_id, part_id, grant_id, technician_id`,
  },
  {
    table: 'stock_movement',
    told: `select concat_ws(' ', id, l ->> 'partId') as key,
        jsonb_build_array(sum((l ->> 'qtyMilli')::bigint), sum((l ->> 'qtyMilli')::numeric * (l ->> 'unitCostFen')::numeric)) as said
      from ${acts('goods_receipt', 'receive_goods')} ${drawn} group by 1`,
    stored: `select concat_ws(' ', receipt_id, part_id) as key,
        jsonb_build_array(sum(qty_milli), sum(qty_milli::numeric * unit_cost_fen)) as said
      from stock_movement where store_id = $1 and kind = 'receipt' group by 1`,
  },
  {
    table: 'stock_movement',
    told: `select concat_ws(' ', p ->> 'partId', at) as key, to_jsonb(sum((p ->> 'byMilli')::bigint)) as said
      from ${acts('store', 'adjust_stock')} group by 1`,
    stored: `select concat_ws(' ', part_id, moved_at) as key, to_jsonb(sum(qty_milli)) as said
      from stock_movement where store_id = $1 and kind = 'adjustment' group by 1`,
  },
  {
    table: 'stock',
    told: `select part_id::text as key, to_jsonb(sum(qty_milli)) as said from stock_movement where store_id = $1
      group by 1 having sum(qty_milli) <> 0`,
    stored: `select part_id::text as key, to_jsonb(on_hand_milli::numeric) as said from stock where store_id = $1 and on_hand_milli <> 0`,
  },
];

const money: readonly Fact[] = [
  {
    table: 'statement_content',
    told: `select s ->> 'statementId' as key, jsonb_build_array(id, s -> 'payer', s -> 'totalFen', s -> 'taxFen', s -> 'contentHash') as said
      from ${onOrder('present_statements')} cross join lateral jsonb_array_elements(p -> 'statements') s`,
    stored: `select statement_id::text as key, jsonb_build_array(order_id, payer, total_fen, tax_fen, content_hash) as said
      from statement join statement_content using (store_id, order_id, statement_id) where store_id = $1`,
  },
  {
    table: 'statement',
    told: `select p ->> 'statementId' as key, jsonb_build_array(p -> 'signatureId', at) as said from ${onOrder('sign_statement')}`,
    stored: `select statement_id::text as key, jsonb_build_array(signature_id, signed_at) as said
      from statement where store_id = $1 and signed_at is not null`,
  },
  {
    table: 'payment',
    told: `select p ->> 'paymentId' as key, jsonb_build_array(id, coalesce(p ->> 'kind', 'refund'), p -> 'method', p -> 'amountFen', actor_id, at) as said
      from ${onOrder('take_payment', 'refund')}`,
    stored: `select payment_id::text as key, jsonb_build_array(order_id, kind, method, amount_fen, taken_by, taken_at) as said
      from payment where store_id = $1`,
  },
  {
    table: 'payment_allocation',
    told: `select concat_ws(' ', p ->> 'paymentId', p ->> 'statementId') as key,
        to_jsonb(case action when 'refund' then -1 else 1 end * (p ->> 'amountFen')::bigint) as said
      from ${onOrder('take_payment', 'refund')} where p ->> 'statementId' is not null
      union all select concat_ws(' ', f.payment_id, f.statement_id), to_jsonb(f.amount_fen) from payment_allocation f
      join activity b on b.store_id = f.store_id and b.aggregate = 'repair_order' and b.aggregate_id = f.order_id
        and b.at = f.allocated_at and b.action = 'sign_statement' and b.payload::jsonb ->> 'statementId' = f.statement_id::text
      where f.store_id = $1`,
    stored: `select concat_ws(' ', payment_id, statement_id) as key, to_jsonb(amount_fen) as said
      from payment_allocation where store_id = $1`,
  },
  {
    table: 'credit_note',
    told: `select p ->> 'creditNoteId' as key, jsonb_build_array(id, p -> 'statementId', p -> 'amountFen', actor_id, at) as said
      from ${onOrder('issue_credit_note')}`,
    stored: `select credit_note_id::text as key, jsonb_build_array(order_id, statement_id, amount_fen, issued_by, issued_at) as said
      from credit_note where store_id = $1`,
  },
  {
    table: 'safety_refusal',
    told: `select p ->> 'lineId' as key, jsonb_build_array(id, p -> 'signatureId', p -> 'noteHash', at) as said from ${onOrder('refuse_safety')}`,
    stored: `select line_id::text as key,
        jsonb_build_array(order_id, signature_id, encode(sha256(convert_to(customer_note, 'UTF8')), 'hex'), signed_at) as said
      from safety_refusal where store_id = $1`,
  },
];

const leaving: readonly Fact[] = [
  {
    table: 'gate_pass',
    told: `select p ->> 'passId' as key,
        jsonb_build_array(id, replace(replace(action, 'issue_', ''), '_pass', ''), p -> 'reason', actor_id, at) as said
      from ${onOrder('issue_final_pass', 'issue_temporary_pass')}`,
    stored: `select pass_id::text as key, jsonb_build_array(order_id, kind, reason, approved_by, issued_at) as said
      from gate_pass where store_id = $1`,
  },
  {
    table: 'gate_opening',
    told: `select p ->> 'passId' as key, jsonb_build_array(id, p -> 'odometerKm', actor_id, at) as said from ${onOrder('open_gate')}`,
    stored: `select pass_id::text as key, jsonb_build_array(order_id, odometer_km, opened_by, opened_at) as said
      from gate_opening where store_id = $1`,
  },
  {
    table: 'attachment',
    told: `select p ->> 'attachmentId' as key, jsonb_build_array(id, p -> 'contentHash', p -> 'byteSize') as said from ${onOrder('attach')}`,
    stored: `select attachment_id::text as key, jsonb_build_array(order_id, content_hash, byte_size) as said
      from attachment where store_id = $1`,
  },
  {
    table: 'repair_order',
    told: `select distinct on (aggregate_id) aggregate_id::text as key, payload::jsonb -> 'step' as said from activity
      where store_id = $1 and aggregate = 'repair_order' and payload::jsonb ? 'step' order by aggregate_id, seq desc`,
    stored: `select order_id::text as key, to_jsonb(step) as said from repair_order where store_id = $1`,
  },
];

export const facts: readonly Fact[] = [...authorization, ...work, ...parts, ...money, ...leaving];
