import { assignLine, unassignLine } from '#domain/dispatch/assign-line.ts';
import { dispatchContracts } from '#domain/dispatch/dispatch.contract.ts';
import { dispatchBoardContracts } from '#domain/dispatch/dispatch-board.contract.ts';
import { acceptCar, handToWorkshop, setPriority } from '#domain/dispatch/hand-to-workshop.ts';
import { assignFacts, receiverFacts } from '#server/features/dispatch/dispatch.facts.ts';
import { readBoard } from '#server/features/dispatch/dispatch-board.queries.ts';
import { readOptions } from '#server/features/dispatch/dispatch-options.queries.ts';
import { onVisit } from '#server/features/repair-order/on-visit.ts';
import { bind, type Binding } from '#server/http/bind.ts';

/** Hand-over to the workshop, the board, and who does what where. */
export const dispatchRoutes: readonly Binding[] = [
  onVisit(dispatchContracts.handToWorkshop, handToWorkshop, { facts: receiverFacts }),
  onVisit(dispatchContracts.setPriority, setPriority),
  onVisit(dispatchContracts.assignLine, assignLine, { facts: assignFacts }),
  onVisit(dispatchContracts.unassignLine, unassignLine),
  onVisit(dispatchContracts.acceptCar, acceptCar),
  bind(dispatchBoardContracts.board, readBoard),
  bind(dispatchBoardContracts.options, readOptions),
];
