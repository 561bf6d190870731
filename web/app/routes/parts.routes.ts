import { words } from '#domain/kernel/words.ts';
import type { Page } from '#web/app/page.ts';

export const partsPages: readonly Page[] = [
  {
    path: 'parts_requests',
    title: words('领料', 'Parts to pick'),
    frame: 'desktop',
    callers: ['parts_clerk', 'supervisor', 'service_manager'],
    load: () => import('#web/features/parts/RequestsPage.tsx').then((file) => file.RequestsPage),
    menu: { icon: 'parts', order: 20, short: words('领料', 'Pick') },
  },
  {
    path: 'parts_order',
    title: words('工单领料', 'Parts of the order'),
    frame: 'desktop',
    callers: ['parts_clerk', 'supervisor', 'service_manager'],
    load: () => import('#web/features/parts/PartsOrderPage.tsx').then((file) => file.PartsOrderPage),
  },
  {
    path: 'stock',
    title: words('库存', 'Stock'),
    frame: 'desktop',
    callers: ['parts_clerk', 'supervisor', 'service_manager', 'advisor', 'warranty_clerk'],
    load: () => import('#web/features/parts/StockPage.tsx').then((file) => file.StockPage),
    menu: { icon: 'shelf', order: 21 },
  },
  {
    path: 'part',
    title: words('配件', 'Part'),
    frame: 'desktop',
    callers: ['parts_clerk', 'supervisor', 'service_manager', 'advisor', 'warranty_clerk'],
    load: () => import('#web/features/parts/PartPage.tsx').then((file) => file.PartPage),
  },
  {
    path: 'stock_receipts',
    title: words('入库', 'Goods receipt'),
    frame: 'desktop',
    callers: ['parts_clerk', 'service_manager'],
    load: () => import('#web/features/parts/ReceiptPage.tsx').then((file) => file.ReceiptPage),
    menu: { icon: 'plus', order: 22, short: words('入库', 'Receipt') },
  },
];
