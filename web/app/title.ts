import { useEffect } from 'react';
import type { Words } from '#domain/kernel/words.ts';
import { productName } from '#web/app/product.ts';
import { useT } from '#web/ui/language.ts';

/** Names the browser tab; a page may call it again with a plate or an order number. */
export function useTitle(title: Words): void {
  const t = useT();
  const text = `${t(title)} · ${t(productName)}`;
  useEffect(() => {
    document.title = text;
  }, [text]);
}
