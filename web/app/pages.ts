import type { Page } from '#web/app/page.ts';
import { galleryPages } from '#web/app/routes/gallery.routes.ts';
import { staffPages } from '#web/app/routes/staff.routes.ts';

/** Every page of the interface, by capability. */
export const pages: readonly Page[] = [...staffPages, ...galleryPages];
