import { issuePart, recordOldPart, returnPart } from '#domain/parts/issue-part.ts';
import { partsContracts } from '#domain/parts/parts.contract.ts';
import { backorderPart, reservePart } from '#domain/parts/reserve-part.ts';
import { stockContracts } from '#domain/parts/stock.contract.ts';
import { issueFacts, putBackInStock, stockFacts, takeFromStock } from '#server/features/parts/issue-part.command.ts';
import { keepReservations } from '#server/features/parts/reservations.ts';
import { adjust, receiveGoods } from '#server/features/parts/stock.commands.ts';
import { listStock, pickRequests, readPart, shortages } from '#server/features/parts/stock.queries.ts';
import { onVisit } from '#server/features/repair-order/on-visit.ts';
import { bind, type Binding } from '#server/http/bind.ts';

/** Parts of a visit, stock and the counter's lists. */
export const partsRoutes: readonly Binding[] = [
  onVisit(partsContracts.reservePart, reservePart, { facts: stockFacts, after: keepReservations }),
  onVisit(partsContracts.backorderPart, backorderPart, { after: keepReservations }),
  onVisit(partsContracts.issuePart, issuePart, { facts: issueFacts, after: takeFromStock }),
  onVisit(partsContracts.returnPart, returnPart, { after: putBackInStock }),
  onVisit(partsContracts.recordOldPart, recordOldPart),
  bind(stockContracts.receiveGoods, receiveGoods),
  bind(stockContracts.adjustStock, adjust),
  bind(stockContracts.stock, listStock),
  bind(stockContracts.part, readPart),
  bind(stockContracts.requests, pickRequests),
  bind(stockContracts.shortages, shortages),
];
