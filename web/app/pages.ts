import type { Page } from '#web/app/page.ts';
import { adminPages } from '#web/app/routes/admin.routes.ts';
import { insightsPages } from '#web/app/routes/insights.routes.ts';
import { qualityPages } from '#web/app/routes/quality.routes.ts';
import { workshopPages } from '#web/app/routes/workshop.routes.ts';
import { loungePages } from '#web/app/routes/lounge.routes.ts';
import { warrantyPages } from '#web/app/routes/warranty.routes.ts';
import { gatePages } from '#web/app/routes/gate.routes.ts';
import { galleryPages } from '#web/app/routes/gallery.routes.ts';
import { storePages } from '#web/app/routes/store.routes.ts';
import { staffPages } from '#web/app/routes/staff.routes.ts';
import { appointmentPages } from '#web/app/routes/appointment.routes.ts';
import { dispatchPages } from '#web/app/routes/dispatch.routes.ts';
import { customerPages } from '#web/app/routes/customer.routes.ts';
import { followUpPages } from '#web/app/routes/followup.routes.ts';
import { myVisitPages } from '#web/app/routes/my-visit.routes.ts';
import { partsPages } from '#web/app/routes/parts.routes.ts';
import { receptionPages } from '#web/app/routes/reception.routes.ts';
import { repairOrderPages } from '#web/app/routes/repair-order.routes.ts';
import { settlementPages } from '#web/app/routes/settlement.routes.ts';

/** Every page of the interface, by capability. */
export const pages: readonly Page[] = [
  ...settlementPages,
  ...repairOrderPages,
  ...partsPages,
  ...receptionPages,
  ...myVisitPages,
  ...followUpPages,
  ...customerPages,
  ...appointmentPages,
  ...dispatchPages,
  ...adminPages,
  ...insightsPages,
  ...warrantyPages,
  ...qualityPages,
  ...workshopPages,
  ...loungePages,
  ...gatePages,
  ...staffPages,
  ...storePages,
  ...galleryPages,
];
