import { canonical, sha256 } from './canonical.ts';
import { fit, isoSql, Misfit, rowsOf, type Check } from './verification.ts';

type Anchor = {
  readonly anchor_no: number;
  readonly at: string;
  readonly heads: string;
  readonly head_count: number;
  readonly previous_hash: string;
  readonly hash: string;
};

const headsAtOnce = 2_000;

/** Every anchor, its chain, and that each anchored head still stands; later rows may follow it. */
export async function verifyAnchors(check: Check): Promise<void> {
  const text = `select anchor_no, ${isoSql('at')} as at, heads, head_count, previous_hash, hash
    from anchor where store_id = $1 order by anchor_no`;
  let before: Anchor | null = null;
  for await (const anchor of rowsOf<Anchor>(check.client, text, [check.storeId])) {
    checkAnchor(check, anchor, before);
    await checkHeads(check, anchor);
    check.count('anchor');
    before = anchor;
  }
}

function checkAnchor({ storeId }: Check, anchor: Anchor, before: Anchor | null): void {
  const { anchor_no: anchorNo, heads, head_count: headCount, previous_hash: previousHash } = anchor;
  const key = String(anchorNo);
  fit(anchorNo === (before?.anchor_no ?? 0) + 1, 'anchor', key, 'the anchor before it is missing');
  fit(previousHash === (before?.hash ?? ''), 'anchor', key, 'the previous hash is not that of the anchor before');
  const body = { storeId, anchorNo, at: anchor.at, heads, headCount, previousHash };
  fit(sha256(canonical(body)) === anchor.hash, 'anchor', key, 'the content does not have this hash');
}

async function checkHeads(check: Check, anchor: Anchor): Promise<void> {
  const heads = JSON.parse(anchor.heads) as unknown[];
  fit(heads.length === anchor.head_count, 'anchor', String(anchor.anchor_no), 'the number of heads is another');
  for (let from = 0; from < heads.length; from += headsAtOnce) {
    const { rows } = await check.client.query<{ key: string }>(missing, [
      check.storeId,
      JSON.stringify(heads.slice(from, from + headsAtOnce)),
    ]);
    const [lost] = rows;
    if (lost)
      throw new Misfit('activity', lost.key, `anchor ${anchor.anchor_no} saw this row; it is not there any more`);
  }
  check.count('anchored head', heads.length);
}

const missing = `select concat_ws(' ', h.aggregate, h.id, h.seq) as key
  from jsonb_to_recordset($2::jsonb) as h(aggregate text, id uuid, seq integer, hash text)
  left join activity a on a.store_id = $1 and a.aggregate = h.aggregate::aggregate_kind and a.aggregate_id = h.id
    and a.seq = h.seq
  where a.hash is distinct from h.hash
  order by h.aggregate, h.id limit 1`;
