import { sql } from 'kysely';
import { sha256 } from '#db/aggregate/record.ts';
import { addMinutes } from '#domain/kernel/calendar.ts';
import { canonicalJson } from '#domain/kernel/canonical-json.ts';
import type { InputOf, OutputOf } from '#domain/kernel/contract.ts';
import type { anchorContracts } from '#domain/record/anchor.contract.ts';
import type { Call } from '#server/http/call.ts';
import type { StoreSchedule } from '#server/jobs/task.ts';

type Anchor = OutputOf<(typeof anchorContracts)['list']>['items'][number];

/** The head of one chain: which aggregate, how many rows, the last one's hash. */
export type Head = { readonly aggregate: string; readonly id: string; readonly seq: number; readonly hash: string };

/** A row may be committed after an anchor although its instant lies before; so long may a transaction take. */
const overlapMinutes = 30;

/**
 * Anchors the heads of all chains of the store that moved since the last anchor, chained to it, so that a missing tail or
 * a missing aggregate is found. Null when nothing moved.
 */
export async function anchorHeads(call: Call): Promise<Anchor | null> {
  const { tx, actor, now } = call;
  await sql`select pg_advisory_xact_lock(hashtextextended(${`anchor ${actor.storeId}`}, 0))`.execute(tx);
  const last = await lastAnchor(call);
  const moved = await movedHeads(call, last?.at ?? null);
  if (moved.length === 0) return null;
  const body = {
    storeId: actor.storeId,
    anchorNo: (last?.anchorNo ?? 0) + 1,
    at: now,
    heads: canonicalJson(moved),
    headCount: moved.length,
    previousHash: last?.hash ?? '',
  };
  const { storeId: _, heads, ...answer } = body;
  const hash = sha256(canonicalJson(body));
  const { anchorNo: anchor_no, headCount: head_count, previousHash: previous_hash } = body;
  const row = { store_id: actor.storeId, anchor_no, at: now, heads, head_count, previous_hash, hash };
  await tx.insertInto('anchor').values(row).execute();
  return { ...answer, hash };
}

export const anchorHourly: StoreSchedule = {
  identifier: 'record.anchor',
  cron: '0 * * * *',
  inEachStore: async (call) => void (await anchorHeads(call)),
};

export const anchorNow = async (call: Call) => ({ anchor: await anchorHeads(call) });

/** Anchors, newest first. */
export async function listAnchors(
  { tx, actor }: Call,
  { limit, offset }: InputOf<(typeof anchorContracts)['list']>,
): Promise<OutputOf<(typeof anchorContracts)['list']>> {
  const all = tx.selectFrom('anchor').where('store_id', '=', actor.storeId);
  const { total } = await all.select(({ fn }) => fn.countAll<number>().as('total')).executeTakeFirstOrThrow();
  const items = await all.select(columns).orderBy('anchor_no', 'desc').limit(limit).offset(offset).execute();
  return { total, items };
}

const columns = [
  'anchor_no as anchorNo',
  'at',
  'head_count as headCount',
  'previous_hash as previousHash',
  'hash',
] as const;

const lastAnchor = ({ tx, actor }: Call) =>
  tx
    .selectFrom('anchor')
    .select(columns)
    .where('store_id', '=', actor.storeId)
    .orderBy('anchor_no', 'desc')
    .limit(1)
    .executeTakeFirst();

/** Heads that moved around or after `since` and are not anchored yet as they stand. */
async function movedHeads({ tx, actor }: Call, since: string | null): Promise<readonly Head[]> {
  const { storeId } = actor;
  const from = since === null ? '-infinity' : addMinutes(since, -overlapMinutes);
  const { rows } = await sql<Head>`
    with anchored as (
      select distinct h ->> 'hash' as hash
      from anchor a, jsonb_array_elements(a.heads::jsonb) h
      where a.store_id = ${storeId} and a.at >= ${from}::timestamptz
    )
    select k.aggregate, k.aggregate_id as id, k.seq, k.hash
    from (
      select distinct on (aggregate, aggregate_id) aggregate::text as aggregate, aggregate_id, seq, hash
      from activity
      where store_id = ${storeId} and at >= ${from}::timestamptz
      order by aggregate, aggregate_id, seq desc
    ) k
    where not exists (select 1 from anchored where anchored.hash = k.hash)
    order by k.aggregate collate "C", k.aggregate_id`.execute(tx);
  return rows;
}
