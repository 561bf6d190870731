import { words } from '#domain/kernel/words.ts';
import type { Page } from '#web/app/page.ts';

export const loungePages: readonly Page[] = [
  {
    path: 'lounge',
    title: words('休息区', 'Lounge'),
    frame: 'desktop',
    callers: ['lounge_attendant', 'advisor', 'receptionist', 'service_manager'],
    load: () => import('#web/features/lounge/LoungePage.tsx').then((file) => file.LoungePage),
    menu: { icon: 'cup', order: 10 },
  },
  {
    path: 'lounge_wall',
    title: words('休息区看板', 'Lounge board'),
    frame: 'bare',
    callers: 'public',
    load: () => import('#web/features/lounge/LoungeWallPage.tsx').then((file) => file.LoungeWallPage),
  },
];
