import { sql, type RawBuilder } from 'kysely';
import type { Tx } from '#db/transaction.ts';
import { prefixEnd, queryTokens, type QueryToken } from '#domain/kernel/pinyin.ts';

export type SubjectKind = 'customer' | 'vehicle' | 'repair_order';
export type Found = { readonly subject_kind: SubjectKind; readonly subject_id: string };

/** What a typed text finds, of at most so many per meaning of the text. Empty when nothing can be looked for. */
export async function findSubjects(tx: Tx, text: string, most: number): Promise<readonly Found[]> {
  const query = foundBy(text, most);
  return query ? (await query.execute(tx)).rows : [];
}

/**
 * The query for a typed text over stored tokens: one branch per meaning of the text, each by equality or range on the
 * token in byte order, which reaches the index under row security. Null when nothing can be looked for.
 */
export function foundBy(text: string, most: number): RawBuilder<Found> | null {
  const branches = queryTokens(text).map((token) => branchOf(token, most));
  return branches.length === 0 ? null : sql<Found>`${sql.join(branches, sql` union `)}`;
}

function branchOf({ kind, token, match }: QueryToken, most: number): RawBuilder<Found> {
  const fits =
    match === 'equal'
      ? sql`token collate "C" = ${token}`
      : sql`token collate "C" >= ${token} and token collate "C" < ${prefixEnd(token)}`;
  return sql`(select subject_kind, subject_id from search_token
    where store_id = current_setting('app.store_id')::uuid and ${fits} and kind = ${kind} limit ${most})`;
}
