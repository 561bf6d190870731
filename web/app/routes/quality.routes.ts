import { words } from '#domain/kernel/words.ts';
import type { Page } from '#web/app/page.ts';

export const qualityPages: readonly Page[] = [
  {
    path: 'leader_checks',
    title: words('班组检验', 'Leader checks'),
    frame: 'phone',
    callers: ['team_leader', 'supervisor'],
    load: () => import('#web/features/quality/LeaderChecksPage.tsx').then((file) => file.LeaderChecksPage),
    menu: { icon: 'check_list', order: 12, short: words('班组检验', 'Checks') },
  },
  {
    path: 'final_inspections',
    title: words('总检', 'Inspections'),
    frame: 'phone',
    callers: ['inspector'],
    load: () => import('#web/features/quality/InspectionsPage.tsx').then((file) => file.InspectionsPage),
    menu: { icon: 'shield', order: 13 },
  },
  {
    path: 'inspection',
    title: words('总检', 'Final inspection'),
    frame: 'phone',
    callers: ['inspector'],
    load: () => import('#web/features/quality/InspectionPage.tsx').then((file) => file.InspectionPage),
  },
  {
    path: 'wash',
    title: words('洗车停车', 'Wash and park'),
    frame: 'phone',
    callers: ['washer', 'supervisor', 'technician', 'inspector', 'team_leader'],
    load: () => import('#web/features/quality/WashPage.tsx').then((file) => file.WashPage),
    menu: { icon: 'drop', order: 30, short: words('洗车停车', 'Wash') },
  },
];
