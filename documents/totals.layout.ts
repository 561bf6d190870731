import { capitalYuan } from '#domain/kernel/money.ts';
import { fieldGrid } from '#documents/blocks.ts';
import { nothing, yuan } from '#documents/format.ts';
import { payerWords } from '#documents/words.ts';
import type { Field } from '#documents/blocks.ts';
import type { Block } from '#documents/definition.ts';
import type { ChargeTotals } from '#documents/paper.view.ts';

/** Amount in figures and in capital numerals (大写). */
export function amountTwice(fen: number): Block {
  return { text: [{ text: yuan(fen), bold: true, fontSize: 10 }, `   大写：${capitalYuan(fen)}`] };
}

function payerSplit({ byPayer }: ChargeTotals): string {
  return byPayer.map(({ payer, amountFen }) => `${payerWords[payer]} ${yuan(amountFen)}`).join('   ') || nothing;
}

/** Totals by kind and payer; all amounts include tax. */
export function totalsGrid(title: string, totals: ChargeTotals, more: readonly Field[]): Block {
  return fieldGrid(title, 4, [
    ['工时费', yuan(totals.labourFen)],
    ['诊断费', yuan(totals.diagnosisFen)],
    ['材料费', yuan(totals.partsFen)],
    ['外加工费', yuan(totals.subletFen)],
    ['其他费用', yuan(totals.otherFen)],
    ['优惠', yuan(totals.discountFen)],
    ['其中税额', yuan(totals.taxFen)],
    ['优惠前合计', yuan(totals.totalFen + totals.discountFen)],
    ['付费分摊', payerSplit(totals), 4],
    ['含税合计', amountTwice(totals.totalFen), 4],
    ...more,
  ]);
}
