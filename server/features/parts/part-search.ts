import { sql, type Expression, type SqlBool } from 'kysely';
import { thingPinyin } from '#domain/kernel/pinyin.ts';
import { named } from '#server/features/store/catalogue.queries.ts';
import type { Call } from '#server/http/call.ts';

const latin = /^[a-z]{2,}$/;
const read = new Map<string, string>();
const most = 50_000;

/** Initials and full pinyin of a name, read once for each name that the catalogues know. */
function pinyinOf(name: string): string {
  const known = read.get(name);
  if (known !== undefined) return known;
  if (read.size >= most) read.clear();
  const text = thingPinyin(name);
  read.set(name, text);
  return text;
}

/** The text stands in the code or in a name of the part, or in its name as pinyin: `scp` and `shachepian` find 刹车片. */
export async function searched(call: Call, search: string): Promise<Expression<SqlBool>> {
  const typed = search.toLowerCase().replaceAll(/\s/g, '');
  const ids = latin.test(typed) ? await soundingLike(call, typed) : [];
  if (ids.length === 0) return named(search);
  return sql<SqlBool>`(${named(search)} or part.part_id = any(${ids}::uuid[]))`;
}

async function soundingLike({ tx, actor }: Call, typed: string): Promise<readonly string[]> {
  const parts = await tx
    .selectFrom('part')
    .select(['part_id', 'name'])
    .where('store_id', '=', actor.storeId)
    .where('active', '=', true)
    .execute();
  return parts.filter(({ name }) => pinyinOf(name).includes(typed)).map(({ part_id }) => part_id);
}
