import { words } from '#domain/kernel/words.ts';
import type { Page } from '#web/app/page.ts';

export const dispatchPages: readonly Page[] = [
  {
    path: 'dispatch',
    title: words('派工看板', 'Dispatch'),
    frame: 'desktop',
    callers: ['supervisor', 'service_manager', 'team_leader'],
    load: () => import('#web/features/dispatch/DispatchPage.tsx').then((file) => file.DispatchPage),
    menu: { icon: 'board', order: 4 },
  },
  {
    path: 'workshop_wall',
    title: words('车间大屏', 'Workshop wall'),
    frame: 'bare',
    callers: ['supervisor', 'service_manager', 'team_leader'],
    load: () => import('#web/features/dispatch/WallPage.tsx').then((file) => file.WallPage),
  },
];
