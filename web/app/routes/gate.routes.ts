import { words } from '#domain/kernel/words.ts';
import type { Page } from '#web/app/page.ts';

export const gatePages: readonly Page[] = [
  {
    path: 'gate',
    title: words('门卫放行', 'Gate'),
    frame: 'phone',
    callers: ['guard'],
    load: () => import('#web/features/gate/GatePage.tsx').then((file) => file.GatePage),
    menu: { icon: 'gate', order: 10 },
  },
];
