import { counterContracts } from '#domain/parts/counter.contract.ts';
import { issuePart, recordOldPart, returnPart } from '#domain/parts/issue-part.ts';
import { issueSlip } from '#domain/parts/issue-slip.ts';
import { partsContracts } from '#domain/parts/parts.contract.ts';
import { backorderPart, reservePart } from '#domain/parts/reserve-part.ts';
import { stockContracts } from '#domain/parts/stock.contract.ts';
import { listOldParts, partsOfOrder } from '#server/features/parts/counter.queries.ts';
import { listReceipts } from '#server/features/parts/goods-receipt.queries.ts';
import {
  issueFacts,
  putBackInStock,
  slipFacts,
  stockFacts,
  takeFromStock,
  takeSlipFromStock,
} from '#server/features/parts/issue-part.command.ts';
import { keepReservations } from '#server/features/parts/reservations.ts';
import { adjust, receiveGoods } from '#server/features/parts/stock.commands.ts';
import { listStock, readPart } from '#server/features/parts/stock.queries.ts';
import { pickRequests, shortages } from '#server/features/parts/wanted-parts.queries.ts';
import { onVisit } from '#server/features/repair-order/on-visit.ts';
import { bind, type Binding } from '#server/http/bind.ts';

/** Parts of a visit, stock and the counter's lists. */
export const partsRoutes: readonly Binding[] = [
  onVisit(partsContracts.reservePart, reservePart, { facts: stockFacts, after: keepReservations }),
  onVisit(partsContracts.backorderPart, backorderPart, { after: keepReservations }),
  onVisit(partsContracts.issuePart, issuePart, { facts: issueFacts, after: takeFromStock }),
  onVisit(partsContracts.issueParts, issueSlip, { facts: slipFacts, after: takeSlipFromStock }),
  onVisit(partsContracts.returnPart, returnPart, { after: putBackInStock }),
  onVisit(partsContracts.recordOldPart, recordOldPart),
  bind(stockContracts.receiveGoods, receiveGoods),
  bind(stockContracts.adjustStock, adjust),
  bind(stockContracts.stock, listStock),
  bind(stockContracts.part, readPart),
  bind(counterContracts.requests, pickRequests),
  bind(counterContracts.shortages, shortages),
  bind(counterContracts.ofOrder, partsOfOrder),
  bind(stockContracts.receipts, listReceipts),
  bind(counterContracts.oldParts, listOldParts),
];
