import { payers, type ChargeLine, type Payer } from '#domain/estimate/charge-line.ts';
import { sum, taxOf, type Fen } from '#domain/kernel/money.ts';
import { isPerformed, isRevoked } from '#domain/repair-order/visit.rules.ts';
import type { Visit } from '#domain/repair-order/visit.ts';

export type Totals = {
  readonly totalFen: Fen;
  readonly taxFen: Fen;
  readonly customerFen: Fen;
  readonly byPayer: readonly { readonly payer: Payer; readonly amountFen: Fen }[];
  /** What was granted before, less what was taken back undone. */
  readonly grantedBeforeFen: Fen;
  readonly grantedBeforeCustomerFen: Fen;
  readonly newTotalFen: Fen;
  readonly newCustomerFen: Fen;
};

const amounts = (lines: readonly ChargeLine[]): Fen => sum(lines.map(({ amountFen }) => amountFen));

/** What the customer pays of lines: other payers' lines cost the customer nothing. */
export const customerFen = (lines: readonly ChargeLine[]): Fen =>
  amounts(lines.filter(({ payer }) => payer === 'customer'));

/** What the customer may come to pay: also what manufacturer or insurer have not promised yet, where the customer stands in. */
export const customerExposureFen = (lines: readonly ChargeLine[]): Fen =>
  amounts(
    lines.filter(({ payer, fallbackPayer, warrantyState }) => {
      const open = warrantyState === 'pending_manufacturer' && fallbackPayer === 'customer';
      return payer === 'customer' || open;
    }),
  );

/** Lines that were granted and are still owed or done. */
export const standingLines = (visit: Visit): readonly ChargeLine[] =>
  visit.lines.filter((line) => line.grantId !== null && (!isRevoked(visit, line.grantId) || isPerformed(visit, line)));

/** Totals of a version's lines, and of the order when all of them are accepted. */
export function versionTotals(visit: Visit, lines: readonly ChargeLine[]): Totals {
  const before = standingLines(visit);
  const shares = payers.map((payer) => ({ payer, amountFen: amounts(lines.filter((line) => line.payer === payer)) }));
  return {
    totalFen: amounts(lines),
    taxFen: sum(lines.map(({ amountFen, taxRateBp }) => taxOf(amountFen, taxRateBp))),
    customerFen: customerFen(lines),
    byPayer: shares.filter(({ payer }) => lines.some((line) => line.payer === payer)),
    grantedBeforeFen: amounts(before),
    grantedBeforeCustomerFen: customerFen(before),
    newTotalFen: amounts(before) + amounts(lines),
    newCustomerFen: customerFen(before) + customerFen(lines),
  };
}
