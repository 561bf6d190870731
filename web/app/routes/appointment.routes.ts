import { words } from '#domain/kernel/words.ts';
import type { Page } from '#web/app/page.ts';

export const appointmentPages: readonly Page[] = [
  {
    path: 'appointments',
    title: words('预约看板', 'Appointments'),
    frame: 'desktop',
    callers: ['receptionist', 'advisor', 'service_manager', 'follow_up_agent', 'supervisor'],
    load: () => import('#web/features/appointment/AppointmentBoardPage.tsx').then((file) => file.AppointmentBoardPage),
    menu: { icon: 'calendar', order: 2, short: words('预约', 'Bookings') },
  },
  {
    path: 'book',
    title: words('预约维修保养', 'Book a service'),
    frame: 'bare',
    callers: 'public',
    load: () => import('#web/features/appointment/BookPage.tsx').then((file) => file.BookPage),
  },
];
