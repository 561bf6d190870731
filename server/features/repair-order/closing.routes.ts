import { cancel } from '#domain/repair-order/cancel.ts';
import { closeWithoutWork } from '#domain/repair-order/close-without-work.ts';
import { closingContracts } from '#domain/repair-order/closing.contract.ts';
import { keepReservations } from '#server/features/parts/reservations.ts';
import { onVisit } from '#server/features/repair-order/on-visit.ts';
import type { Binding } from '#server/http/bind.ts';

/** Ways out of a visit without the work that was thought of. */
export const closingRoutes: readonly Binding[] = [
  onVisit(closingContracts.cancel, cancel, { after: keepReservations }),
  onVisit(closingContracts.closeWithoutWork, closeWithoutWork),
];
