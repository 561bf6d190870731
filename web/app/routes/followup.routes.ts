import { words } from '#domain/kernel/words.ts';
import type { Page } from '#web/app/page.ts';

export const followUpPages: readonly Page[] = [
  {
    path: 'outreach',
    title: words('招揽', 'Outreach'),
    frame: 'desktop',
    callers: ['follow_up_agent', 'receptionist', 'advisor', 'service_manager'],
    load: () => import('#web/features/outreach/OutreachPage.tsx').then((file) => file.OutreachPage),
    menu: { icon: 'bell', order: 6 },
  },
  {
    path: 'follow_ups',
    title: words('跟踪回访', 'Follow-up calls'),
    frame: 'desktop',
    callers: ['follow_up_agent', 'service_manager', 'advisor'],
    load: () => import('#web/features/followup/FollowUpsPage.tsx').then((file) => file.FollowUpsPage),
    menu: { icon: 'phone', order: 7, short: words('回访', 'Calls') },
  },
  {
    path: 'complaints',
    title: words('投诉', 'Complaints'),
    frame: 'desktop',
    callers: ['follow_up_agent', 'service_manager', 'advisor', 'supervisor', 'warranty_clerk'],
    load: () => import('#web/features/followup/ComplaintsPage.tsx').then((file) => file.ComplaintsPage),
    menu: { icon: 'warn', order: 8 },
  },
];
