import { visitViewContracts, type VisitView } from '#domain/repair-order/visit-view.contract.ts';
import { useContractQuery } from '#web/api/hooks.ts';

/** One visit as its page shows it, moving by itself when something happens elsewhere. */
export const useVisit = (orderId: string) =>
  useContractQuery(visitViewContracts.visit, { orderId }, { topics: [`order:${orderId}`] });

/** The name of a member of staff whom the visit's rows name. */
export const nameOf = (view: VisitView, staffId: string | null): string => (staffId ? (view.staff[staffId] ?? '') : '');
