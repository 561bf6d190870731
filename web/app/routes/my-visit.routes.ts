import { words } from '#domain/kernel/words.ts';
import type { Page } from '#web/app/page.ts';

export const myVisitPages: readonly Page[] = [
  {
    path: 'visit',
    title: words('我的车', 'My car'),
    frame: 'bare',
    callers: 'public',
    load: () => import('#web/features/my-visit/MyVisitPage.tsx').then((file) => file.MyVisitPage),
  },
];
