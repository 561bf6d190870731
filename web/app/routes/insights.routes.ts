import { words } from '#domain/kernel/words.ts';
import type { Page } from '#web/app/page.ts';

export const insightsPages: readonly Page[] = [
  {
    path: 'manager',
    title: words('今日经营', 'Today'),
    frame: 'desktop',
    callers: ['service_manager'],
    load: () => import('#web/features/insights/ManagerHomePage.tsx').then((file) => file.ManagerHomePage),
    menu: { icon: 'home', order: 0 },
  },
  {
    path: 'insights',
    title: words('经营指标', 'Key figures'),
    frame: 'desktop',
    callers: ['service_manager', 'admin'],
    load: () => import('#web/features/insights/InsightsPage.tsx').then((file) => file.InsightsPage),
    menu: { icon: 'chart', order: 9 },
  },
];
