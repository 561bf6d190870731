import type { ChargeLine } from '#domain/estimate/charge-line.ts';
import type { CheckScope } from '#domain/quality/check-items.ts';
import type { RepairCategory } from '#domain/store/catalogue.ts';

/** The repair categories of the operations on the lines that a check is about, by line. */
export type CategoryFacts = { readonly categories: ReadonlyMap<string, RepairCategory> };

/** What the lines ask of a check: their trades and categories of repair. */
export function scopeOf(
  lines: readonly Pick<ChargeLine, 'lineId' | 'trade'>[],
  { categories }: CategoryFacts,
): CheckScope {
  return {
    trades: [...new Set(lines.flatMap(({ trade }) => trade ?? []))],
    categories: [...new Set(lines.flatMap(({ lineId }) => categories.get(lineId) ?? []))],
  };
}
