import type { Words } from '#domain/kernel/words.ts';
import { valueWordsOf } from '#domain/process/value-words.ts';
import type { VisitView } from '#domain/repair-order/visit-view.contract.ts';

/** A key is called a key once, in whatever language it was written down. */
export function itemName({ kind, description }: VisitView['entrusted'][number], t: (words: Words) => string): string {
  const words = valueWordsOf('kind', kind);
  return description === words.zh || description === words.en ? t(words) : `${t(words)} ${description}`;
}
