import { words } from '#domain/kernel/words.ts';
import type { Page } from '#web/app/page.ts';

const desk = [
  'advisor',
  'receptionist',
  'service_manager',
  'follow_up_agent',
  'warranty_clerk',
  'cashier',
  'admin',
] as const;

export const customerPages: readonly Page[] = [
  {
    path: 'customers',
    title: words('客户档案', 'Customers'),
    frame: 'desktop',
    callers: desk,
    load: () => import('#web/features/customer/CustomersPage.tsx').then((file) => file.CustomersPage),
    menu: { icon: 'people', order: 9 },
  },
  {
    path: 'customer',
    title: words('客户档案', 'Customer'),
    frame: 'desktop',
    callers: desk,
    load: () => import('#web/features/customer/CustomerPage.tsx').then((file) => file.CustomerPage),
  },
  {
    path: 'vehicle',
    title: words('车辆档案', 'Vehicle'),
    frame: 'desktop',
    callers: 'staff',
    load: () => import('#web/features/customer/VehiclePage.tsx').then((file) => file.VehiclePage),
  },
];
