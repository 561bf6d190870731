import { sha256 } from './canonical.ts';
import { at, fit, isoSql, parsed, rowsOf, type Check } from './verification.ts';

/** Every signature's strokes. */
export async function verifySignatures({ client, storeId, count }: Check): Promise<void> {
  const text =
    'select signature_id as id, strokes, strokes_hash from signature where store_id = $1 order by order_id, 1';
  type Row = { readonly id: string; readonly strokes: string; readonly strokes_hash: string };
  for await (const { id, strokes, strokes_hash: hash } of rowsOf<Row>(client, text, [storeId])) {
    fit(sha256(strokes) === hash, 'signature', id, 'the strokes do not have this hash');
    count('signature');
  }
}

type Line = { readonly lineId: string; readonly payer: string; readonly amountFen: number; readonly qtyMilli: number };
type Granted = { readonly lineId: string; readonly payer: string; readonly fen: number; readonly qty: number };

type Version = {
  readonly id: string;
  readonly order_id: string;
  readonly state: string;
  readonly content: string | null;
  readonly content_hash: string | null;
  readonly record: string | null;
  readonly record_hash: string;
  readonly previous_record_hash: string;
  readonly channel: string;
  readonly signatory: string;
  readonly signatory_name: string;
  readonly read_back: string | null;
  readonly decided_at: string;
  readonly strokes_hash: string | null;
  readonly attachment_hash: string | null;
  readonly choices: readonly { readonly lineId: string; readonly choice: string }[];
  readonly grants: readonly Granted[];
};

const versions = `select v.version_id as id, v.order_id, v.state::text, c.content, c.content_hash,
    d.record, d.record_hash, d.previous_record_hash, d.channel::text, d.signatory::text, d.signatory_name, d.read_back,
    ${isoSql('d.decided_at')} as decided_at, s.strokes_hash, f.content_hash as attachment_hash,
    coalesce((select jsonb_agg(jsonb_build_object('lineId', o.line_id, 'choice', o.choice)) from authorization_choice o
      where o.store_id = v.store_id and o.order_id = v.order_id and o.version_id = v.version_id), '[]') as choices,
    coalesce((select jsonb_agg(jsonb_build_object('lineId', g.line_id, 'payer', g.payer, 'fen', g.granted_fen,
      'qty', g.granted_qty_milli)) from authorization_grant g
      where g.store_id = v.store_id and g.order_id = v.order_id and g.version_id = v.version_id), '[]') as grants
  from authorization_version v
  left join authorization_content c using (store_id, order_id, version_id)
  left join authorization_decision d using (store_id, order_id, version_id)
  left join signature s on s.store_id = v.store_id and s.order_id = v.order_id and s.signature_id = d.signature_id
  left join attachment f on f.store_id = v.store_id and f.order_id = v.order_id and f.attachment_id = d.attachment_id
  where v.store_id = $1 order by v.order_id, v.version_no`;

/** What was presented, what was decided on it, and that the grants say the same. */
export async function verifyAuthorizations(check: Check): Promise<void> {
  let before = { orderId: '', recordHash: '' };
  for await (const version of rowsOf<Version>(check.client, versions, [check.storeId])) {
    const { order_id: orderId, id, record } = version;
    if (before.orderId !== orderId) before = { orderId, recordHash: '' };
    const lines = checkContent(version);
    if (version.content !== null) check.count('authorization content');
    fit(
      (version.state === 'decided') === (record !== null),
      'authorization_version',
      id,
      'state and decision do not agree',
    );
    if (record === null) continue;
    checkDecision(version, before.recordHash);
    checkGrants(version, lines);
    before = { orderId, recordHash: version.record_hash };
    check.count('authorization decision');
    check.count('authorization grant', version.grants.length);
  }
}

function checkContent({ id, order_id: orderId, state, content, content_hash: hash }: Version): readonly Line[] {
  const wanted = state === 'presented' || state === 'decided' || state === 'expired';
  fit(!wanted || content !== null, 'authorization_content', id, 'what was presented is missing');
  if (content === null) return [];
  fit(sha256(content) === hash, 'authorization_content', id, 'the content does not have this hash');
  const stated = parsed(content, 'authorization_content', id);
  fit(at(stated, 'version', 'versionId') === id, 'authorization_content', id, 'the content is that of another version');
  fit(at(stated, 'order', 'orderId') === orderId, 'authorization_content', id, 'the content is that of another order');
  return at(stated, 'lines') as readonly Line[];
}

/** The columns beside a record say what the record says, and it follows the one before. */
function checkDecision(version: Version, previous: string): void {
  const { id } = version;
  const table = 'authorization_decision';
  const text = version.record ?? '';
  fit(sha256(text) === version.record_hash, table, id, 'the record does not have this hash');
  fit(version.previous_record_hash === previous, table, id, 'the previous hash is not that of the decision before');
  const record = parsed(text, table, id);
  const said: readonly [string, unknown, unknown][] = [
    ['version', at(record, 'versionId'), id],
    ['order', at(record, 'orderId'), version.order_id],
    ['content hash', at(record, 'contentHash'), version.content_hash],
    ['previous hash', at(record, 'previousRecordHash'), version.previous_record_hash],
    ['channel', at(record, 'channel'), version.channel],
    ['signatory', at(record, 'signatory', 'kind'), version.signatory],
    ['signatory’s name', at(record, 'signatory', 'name'), version.signatory_name],
    ['time', at(record, 'decidedAt'), version.decided_at],
    ['text read back', at(record, 'readBack') ?? null, version.read_back],
    ['strokes', at(record, 'strokesHash') ?? null, version.strokes_hash],
    ['photograph', at(record, 'attachmentHash') ?? null, version.attachment_hash],
    ['choices', listed(at(record, 'choices')), listed(version.choices)],
  ];
  for (const [what, inRecord, stored] of said)
    fit(inRecord === stored, table, id, `record and row differ in the ${what}`);
}

function listed(choices: unknown): string {
  const all = Array.isArray(choices) ? choices : [];
  return all
    .map((each) => `${String(at(each, 'lineId'))} ${String(at(each, 'choice'))}`)
    .toSorted()
    .join();
}

/** Exactly the accepted lines are granted, for what was presented. */
function checkGrants({ id, choices, grants }: Version, lines: readonly Line[]): void {
  const accepted = choices.filter(({ choice }) => choice === 'accept');
  fit(accepted.length === grants.length, 'authorization_grant', id, 'as many grants as accepted lines');
  for (const grant of grants) {
    const line = lines.find(({ lineId }) => lineId === grant.lineId);
    const chosen = accepted.some(({ lineId }) => lineId === grant.lineId);
    const key = `${id} ${grant.lineId}`;
    fit(line !== undefined && chosen, 'authorization_grant', key, 'the line was not accepted');
    const same = line?.amountFen === grant.fen && line.qtyMilli === grant.qty && line.payer === grant.payer;
    fit(same, 'authorization_grant', key, 'amount, quantity or payer differ from what was presented');
  }
}
