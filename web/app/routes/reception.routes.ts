import { words } from '#domain/kernel/words.ts';
import type { Page } from '#web/app/page.ts';

export const receptionPages: readonly Page[] = [
  {
    path: 'receive_car',
    title: words('接车', 'Receive a car'),
    frame: 'desktop',
    callers: ['advisor', 'receptionist', 'service_manager'],
    load: () => import('#web/features/reception/ReceiveCarPage.tsx').then((file) => file.ReceiveCarPage),
    menu: { icon: 'plus', order: 2, short: words('接车', 'Receive') },
  },
  {
    path: 'readiness',
    title: words('班前准备', 'Readiness'),
    frame: 'desktop',
    callers: ['advisor', 'receptionist', 'service_manager'],
    load: () => import('#web/features/reception/ReadinessPage.tsx').then((file) => file.ReadinessPage),
    menu: { icon: 'check_list', order: 9 },
  },
];
