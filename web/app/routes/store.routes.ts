import { words } from '#domain/kernel/words.ts';
import type { Page } from '#web/app/page.ts';

export const storePages: readonly Page[] = [
  {
    path: 'prices',
    title: words('公示价目', 'Published prices'),
    frame: 'bare',
    callers: 'public',
    load: () => import('#web/features/store/PriceListPage.tsx').then((file) => file.PriceListPage),
  },
];
