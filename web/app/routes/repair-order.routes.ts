import { words } from '#domain/kernel/words.ts';
import type { Page } from '#web/app/page.ts';

export const repairOrderPages: readonly Page[] = [
  {
    path: 'advisor_home',
    title: words('我的车', 'My cars'),
    frame: 'desktop',
    callers: ['advisor', 'service_manager'],
    load: () => import('#web/features/repair-order/AdvisorHomePage.tsx').then((file) => file.AdvisorHomePage),
    menu: { icon: 'home', order: 1 },
  },
  {
    path: 'orders',
    title: words('车辆与工单', 'Cars and orders'),
    frame: 'desktop',
    callers: 'staff',
    load: () => import('#web/features/repair-order/OrdersPage.tsx').then((file) => file.OrdersPage),
    menu: { icon: 'car', order: 3, short: words('车辆', 'Cars') },
  },
  {
    path: 'order',
    title: words('工单', 'Repair order'),
    frame: 'desktop',
    callers: 'staff',
    load: () => import('#web/features/repair-order/OrderPage.tsx').then((file) => file.OrderPage),
  },
];
