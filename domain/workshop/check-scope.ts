import type { ChargeLine } from '#domain/estimate/charge-line.ts';
import type { CheckScope } from '#domain/quality/check-items.ts';

/** What the lines ask of a check: their trades and categories of repair. */
export const scopeOf = (lines: readonly Pick<ChargeLine, 'trade' | 'repairCategory'>[]): CheckScope => ({
  trades: [...new Set(lines.flatMap(({ trade }) => trade ?? []))],
  categories: [...new Set(lines.flatMap(({ repairCategory }) => repairCategory ?? []))],
});
