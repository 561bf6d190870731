import { words } from '#domain/kernel/words.ts';
import type { Page } from '#web/app/page.ts';

/** The primitives on one page, to look at; not in the product's build. */
const primitives: Page = {
  path: 'gallery',
  title: words('组件一览', 'Primitives'),
  frame: 'bare',
  callers: 'public',
  load: () => import('#web/testing/gallery/GalleryPage.tsx').then((file) => file.GalleryPage),
};

export const galleryPages: readonly Page[] =
  import.meta.env.PROD && import.meta.env.MODE === 'production' ? [] : [primitives];
