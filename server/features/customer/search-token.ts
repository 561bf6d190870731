import { sendAhead } from '#db/transaction.ts';
import { searchTokens, type Searchable, type SearchToken } from '#domain/kernel/pinyin.ts';
import type { Call } from '#server/http/call.ts';

type Subject = {
  readonly kind: 'customer' | 'vehicle' | 'repair_order';
  readonly id: string;
  /** What it is found by; several where it has several phones. */
  readonly by: readonly Searchable[];
};

/** Makes the stored tokens of a subject those of what it is found by now. */
export function keepSearchTokens({ tx, actor }: Pick<Call, 'tx' | 'actor'>, { kind, id, by }: Subject): void {
  const own = { store_id: actor.storeId, subject_kind: kind, subject_id: id };
  const wanted = tokensOf(by);
  const cleared = tx
    .deleteFrom('search_token')
    .where('store_id', '=', own.store_id)
    .where('subject_kind', '=', kind)
    .where('subject_id', '=', id);
  const kept = tx.insertInto('search_token').values(wanted.map((token) => ({ ...own, ...token })));
  sendAhead(tx, [cleared.compile(), ...(wanted.length > 0 ? [kept.compile()] : [])]);
}

function tokensOf(by: readonly Searchable[]): readonly SearchToken[] {
  const all = by.flatMap((each) => searchTokens(each));
  return [...new Map(all.map((each) => [`${each.kind}:${each.token}`, each])).values()];
}
