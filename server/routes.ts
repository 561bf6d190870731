import { sessionRoutes } from '#server/access/session.routes.ts';
import { authorizationRoutes } from '#server/features/authorization/authorization.routes.ts';
import { diagnosisRoutes } from '#server/features/diagnosis/diagnosis.routes.ts';
import { estimateRoutes } from '#server/features/estimate/estimate.routes.ts';
import { closingRoutes } from '#server/features/repair-order/closing.routes.ts';
import { appointmentRoutes } from '#server/features/appointment/appointment.routes.ts';
import { complaintRoutes, followUpRoutes } from '#server/features/followup/follow-up.routes.ts';
import { messageRoutes } from '#server/features/message/message.routes.ts';
import { outreachRoutes } from '#server/features/outreach/outreach.routes.ts';
import { customerRoutes } from '#server/features/customer/customer.routes.ts';
import { attachmentRoutes } from '#server/features/repair-order/attachment.routes.ts';
import { insightsRoutes } from '#server/features/insights/insights.routes.ts';
import { importRoutes } from '#server/features/import/import.routes.ts';
import { receptionRoutes } from '#server/features/reception/reception.routes.ts';
import { recordRoutes } from '#server/features/record/record.routes.ts';
import { repairOrderRoutes } from '#server/features/repair-order/repair-order.routes.ts';
import { staffRoutes } from '#server/features/staff/staff.routes.ts';
import { storeRoutes } from '#server/features/store/store.routes.ts';
import { deliveryRoutes } from '#server/features/delivery/delivery.routes.ts';
import { papersRoutes } from '#server/features/papers/papers.routes.ts';
import { settlementRoutes } from '#server/features/settlement/settlement.routes.ts';
import { dispatchRoutes } from '#server/features/dispatch/dispatch.routes.ts';
import { partsRoutes } from '#server/features/parts/parts.routes.ts';
import { qualityRoutes } from '#server/features/quality/quality.routes.ts';
import { workshopRoutes } from '#server/features/workshop/workshop.routes.ts';
import type { Binding } from '#server/http/bind.ts';

/** Every endpoint of the system, by capability. */
export const routes: readonly Binding[] = [
  ...sessionRoutes,
  ...diagnosisRoutes,
  ...estimateRoutes,
  ...authorizationRoutes,
  ...closingRoutes,
  ...staffRoutes,
  ...storeRoutes,
  ...importRoutes,
  ...insightsRoutes,
  ...receptionRoutes,
  ...customerRoutes,
  ...attachmentRoutes,
  ...repairOrderRoutes,
  ...outreachRoutes,
  ...appointmentRoutes,
  ...followUpRoutes,
  ...complaintRoutes,
  ...recordRoutes,
  ...messageRoutes,
  ...dispatchRoutes,
  ...partsRoutes,
  ...workshopRoutes,
  ...qualityRoutes,
  ...settlementRoutes,
  ...deliveryRoutes,
  ...papersRoutes,
];
