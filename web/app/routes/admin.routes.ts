import { words } from '#domain/kernel/words.ts';
import type { Page } from '#web/app/page.ts';

const keepers = ['admin', 'service_manager'] as const;

/** What the administrator keeps in order. */
export const adminPages: readonly Page[] = [
  {
    path: 'people',
    title: words('人员与班组', 'People and teams'),
    frame: 'desktop',
    callers: keepers,
    load: () => import('#web/features/staff/PeoplePage.tsx').then((file) => file.PeoplePage),
    menu: { icon: 'people', order: 40, short: words('人员', 'People') },
  },
  {
    path: 'catalogue',
    title: words('目录与价格', 'Catalogue'),
    frame: 'desktop',
    callers: keepers,
    load: () => import('#web/features/store/CataloguePage.tsx').then((file) => file.CataloguePage),
    menu: { icon: 'paper', order: 41, short: words('目录', 'Catalogue') },
  },
  {
    path: 'settings',
    title: words('门店设置', 'Settings'),
    frame: 'desktop',
    callers: keepers,
    load: () => import('#web/features/store/SettingsPage.tsx').then((file) => file.SettingsPage),
    menu: { icon: 'settings', order: 42 },
  },
  {
    path: 'norms',
    title: words('服务规范', 'Norms'),
    frame: 'desktop',
    callers: 'staff',
    load: () => import('#web/features/store/NormsPage.tsx').then((file) => file.NormsPage),
  },
  {
    path: 'imports',
    title: words('数据导入', 'Imports'),
    frame: 'desktop',
    callers: keepers,
    load: () => import('#web/features/import/ImportsPage.tsx').then((file) => file.ImportsPage),
    menu: { icon: 'plus', order: 43 },
  },
  {
    path: 'messages',
    title: words('消息发送箱', 'Outbox'),
    frame: 'desktop',
    callers: ['admin', 'service_manager', 'receptionist', 'advisor', 'follow_up_agent'],
    load: () => import('#web/features/message/MessagesPage.tsx').then((file) => file.MessagesPage),
    menu: { icon: 'message', order: 44 },
  },
  {
    path: 'anchors',
    title: words('存证', 'Anchors'),
    frame: 'desktop',
    callers: keepers,
    load: () => import('#web/features/record/AnchorsPage.tsx').then((file) => file.AnchorsPage),
    menu: { icon: 'link', order: 45 },
  },
];
