import { words } from '#domain/kernel/words.ts';
import type { Page } from '#web/app/page.ts';

export const workshopPages: readonly Page[] = [
  {
    path: 'my_work',
    title: words('我的作业', 'My work'),
    frame: 'phone',
    callers: ['technician', 'team_leader'],
    load: () => import('#web/features/workshop/MyWorkPage.tsx').then((file) => file.MyWorkPage),
    menu: { icon: 'wrench', order: 11 },
  },
  {
    path: 'work_line',
    title: words('作业项目', 'Job'),
    frame: 'phone',
    callers: ['technician', 'team_leader', 'supervisor', 'inspector'],
    load: () => import('#web/features/workshop/WorkLinePage.tsx').then((file) => file.WorkLinePage),
  },
];
