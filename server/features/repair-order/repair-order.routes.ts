import { isRefusal } from '#domain/kernel/refusal.ts';
import { customerVisitContract } from '#domain/repair-order/customer-visit.contract.ts';
import { visitListContracts } from '#domain/repair-order/visit-list.contract.ts';
import { visitViewContracts } from '#domain/repair-order/visit-view.contract.ts';
import { activitiesOf } from '#server/features/repair-order/activity.queries.ts';
import { myVisit } from '#server/features/repair-order/customer-visit.ts';
import { advisorHome, loungeHome } from '#server/features/repair-order/home.queries.ts';
import { loungeBoard, loungeBoards } from '#server/features/repair-order/lounge-board.queries.ts';
import { versionOf } from '#server/features/repair-order/version.queries.ts';
import { listVisits } from '#server/features/repair-order/visit-list.queries.ts';
import { readVisit, viewVisit } from '#server/features/repair-order/visit-view.ts';
import { washerHome } from '#server/features/repair-order/washer-home.queries.ts';
import { bind, bindOpen, type Binding } from '#server/http/bind.ts';

/** The visit as screens see it. */
export const repairOrderRoutes: readonly Binding[] = [
  bind(visitViewContracts.visit, async (call, { orderId }) => {
    const visit = await readVisit(call, orderId);
    return isRefusal(visit) ? visit : viewVisit(call, visit);
  }),
  bind(visitViewContracts.activities, activitiesOf),
  bind(visitViewContracts.version, versionOf),
  bind(customerVisitContract, myVisit),
  bind(visitListContracts.visits, listVisits),
  bind(visitListContracts.advisorHome, advisorHome),
  bind(visitListContracts.loungeHome, loungeHome),
  bind(visitListContracts.washerHome, washerHome),
  bindOpen(visitListContracts.loungeBoards, loungeBoards),
  bindOpen(visitListContracts.loungeBoard, (call, { store }) => loungeBoard(call, store)),
];
