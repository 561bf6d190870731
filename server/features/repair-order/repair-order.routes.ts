import { isRefusal } from '#domain/kernel/refusal.ts';
import { visitViewContracts } from '#domain/repair-order/visit-view.contract.ts';
import { activitiesOf } from '#server/features/repair-order/activity.queries.ts';
import { versionOf } from '#server/features/repair-order/version.queries.ts';
import { readVisit, viewVisit } from '#server/features/repair-order/visit-view.ts';
import { bind, type Binding } from '#server/http/bind.ts';

/** The visit as screens see it. */
export const repairOrderRoutes: readonly Binding[] = [
  bind(visitViewContracts.visit, async (call, { orderId }) => {
    const visit = await readVisit(call, orderId);
    return isRefusal(visit) ? visit : viewVisit(call, visit);
  }),
  bind(visitViewContracts.activities, activitiesOf),
  bind(visitViewContracts.version, versionOf),
];
