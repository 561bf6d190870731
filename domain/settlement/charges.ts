import { payers, type ChargeLine, type Payer } from '#domain/estimate/charge-line.ts';
import { divideHalfUp, sum, taxOf, type Fen } from '#domain/kernel/money.ts';
import type { Visit } from '#domain/repair-order/visit.ts';
import { performedLines } from '#domain/repair-order/visit.rules.ts';

/** What one performed line costs whom, never above its grant. */
export type Charge = {
  readonly line: ChargeLine;
  readonly payer: Payer;
  readonly grantId: string;
  readonly grantedFen: Fen;
  readonly settledFen: Fen;
  readonly settledQtyMilli: number;
  readonly taxFen: Fen;
};

const unanswered = ['not_covered', 'denied', 'pending_diagnosis', 'pending_manufacturer'] as const;

/** Who pays a line now: while manufacturer or insurer have not answered, or refused, whoever was agreed on for that case. */
export function payerOf(line: ChargeLine): Payer {
  const claimed = line.payer === 'manufacturer' || line.payer === 'insurer';
  return claimed && unanswered.some((state) => state === line.warrantyState) ? line.fallbackPayer : line.payer;
}

/** Nobody is left to pay: the answer is out, and the one who would pay instead is the one asked. */
export const isPayerUndecided = (line: ChargeLine): boolean =>
  (line.warrantyState === 'pending_manufacturer' || line.warrantyState === 'pending_diagnosis') &&
  line.payer !== 'customer' &&
  line.fallbackPayer === line.payer;

/** Labour, diagnosis and fees count whole once performed; a part by the quantity that went out. */
function settle(line: ChargeLine, grantedFen: Fen, grantedQtyMilli: number) {
  if (line.kind !== 'part') return { settledFen: grantedFen, settledQtyMilli: grantedQtyMilli };
  const settledQtyMilli = Math.min(line.issuedQtyMilli, grantedQtyMilli);
  const share = divideHalfUp(BigInt(grantedFen) * BigInt(settledQtyMilli), BigInt(grantedQtyMilli));
  return { settledFen: Math.min(share, grantedFen), settledQtyMilli };
}

function chargeOf(line: ChargeLine): Charge[] {
  const { grantId, grantedFen, grantedQtyMilli } = line;
  if (grantId === null || grantedFen === null || grantedQtyMilli === null) return [];
  const settled = settle(line, grantedFen, grantedQtyMilli);
  const taxFen = taxOf(settled.settledFen, line.taxRateBp);
  return [{ line, payer: payerOf(line), grantId, grantedFen, ...settled, taxFen }];
}

/** Every charge of the visit: performed lines alone, what was taken back before it was done is not charged (Civil Code 787). */
export const chargesOf = (visit: Visit): readonly Charge[] => performedLines(visit).flatMap(chargeOf);

/** Whoever gets a statement: each payer of a charge, and always the customer. */
export function settlingPayers(visit: Visit): readonly Payer[] {
  const charged = new Set(chargesOf(visit).map(({ payer }) => payer));
  return payers.filter((payer) => payer === 'customer' || charged.has(payer));
}

type Fees = {
  readonly diagnosisFen: Fen;
  readonly partsFen: Fen;
  readonly labourFen: Fen;
  readonly subletFen: Fen;
  readonly otherFen: Fen;
  readonly discountFen: Fen;
  readonly totalFen: Fen;
  readonly taxFen: Fen;
};

/** The fee summary of a statement: by kind, with the tax contained in it. */
export function feesOf(charges: readonly Charge[]): Fees {
  const of = (kind: ChargeLine['kind']) =>
    sum(charges.filter(({ line }) => line.kind === kind).map(({ settledFen }) => settledFen));
  return {
    diagnosisFen: of('diagnosis'),
    partsFen: of('part'),
    labourFen: of('labour'),
    subletFen: of('sublet'),
    otherFen: of('other'),
    discountFen: sum(charges.map(discountOf)),
    totalFen: sum(charges.map(({ settledFen }) => settledFen)),
    taxFen: sum(charges.map(({ taxFen }) => taxFen)),
  };
}

/** The line's discount, by the part of its quantity that is charged. */
export const discountOf = ({ line, settledQtyMilli }: Charge): Fen =>
  line.kind === 'part'
    ? divideHalfUp(BigInt(line.discountFen) * BigInt(settledQtyMilli), BigInt(line.grantedQtyMilli ?? line.qtyMilli))
    : line.discountFen;
