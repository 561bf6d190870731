import { words } from '#domain/kernel/words.ts';
import type { Page } from '#web/app/page.ts';

export const settlementPages: readonly Page[] = [
  {
    path: 'settlements',
    title: words('结算收银', 'Settlement'),
    frame: 'desktop',
    callers: ['cashier', 'advisor', 'service_manager', 'warranty_clerk'],
    load: () => import('#web/features/settlement/SettlementsPage.tsx').then((file) => file.SettlementsPage),
    menu: { icon: 'money', order: 5 },
  },
  {
    path: 'settlement',
    title: words('结算', 'Settle'),
    frame: 'desktop',
    callers: ['cashier', 'advisor', 'service_manager', 'warranty_clerk'],
    load: () => import('#web/features/settlement/SettlementPage.tsx').then((file) => file.SettlementPage),
  },
];
