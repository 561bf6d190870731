import { words } from '#domain/kernel/words.ts';
import type { Page } from '#web/app/page.ts';

export const warrantyPages: readonly Page[] = [
  {
    path: 'warranty',
    title: words('质量担保', 'Warranty'),
    frame: 'desktop',
    callers: ['warranty_clerk', 'service_manager', 'advisor'],
    load: () => import('#web/features/warranty/WarrantyPage.tsx').then((file) => file.WarrantyPage),
    menu: { icon: 'shield', order: 9 },
  },
];
