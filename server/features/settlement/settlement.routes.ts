import { approveCredit } from '#domain/settlement/approve-credit.ts';
import { checkVehicle } from '#domain/settlement/check-vehicle.ts';
import { issueCreditNote } from '#domain/settlement/issue-credit-note.ts';
import { presentStatements } from '#domain/settlement/present-statements.ts';
import { refund } from '#domain/settlement/refund.ts';
import { refuseSafety } from '#domain/settlement/refuse-safety.ts';
import { settlementContracts } from '#domain/settlement/settlement.contract.ts';
import { settlementListContracts } from '#domain/settlement/settlement-lists.contract.ts';
import { signStatement } from '#domain/settlement/sign-statement.ts';
import { takePayment } from '#domain/settlement/take-payment.ts';
import { withdrawStatements } from '#domain/settlement/withdraw-statements.ts';
import { onVisit } from '#server/features/repair-order/on-visit.ts';
import { receivables } from '#server/features/settlement/receivables.queries.ts';
import { settlementQueue } from '#server/features/settlement/queue.queries.ts';
import { statementFacts } from '#server/features/settlement/statement.facts.ts';
import { takings } from '#server/features/settlement/takings.queries.ts';
import { bind, type Binding } from '#server/http/bind.ts';

/** Vehicle check with the customer, statements, money. */
export const settlementRoutes: readonly Binding[] = [
  onVisit(settlementContracts.checkVehicle, checkVehicle),
  onVisit(settlementContracts.presentStatements, presentStatements, { facts: statementFacts }),
  onVisit(settlementContracts.refuseSafety, refuseSafety),
  onVisit(settlementContracts.signStatement, signStatement),
  onVisit(settlementContracts.withdrawStatements, withdrawStatements),
  onVisit(settlementContracts.takePayment, takePayment),
  onVisit(settlementContracts.refund, refund),
  onVisit(settlementContracts.approveCredit, approveCredit),
  onVisit(settlementContracts.issueCreditNote, issueCreditNote),
  bind(settlementListContracts.queue, settlementQueue),
  bind(settlementListContracts.takings, takings),
  bind(settlementListContracts.receivables, receivables),
];
