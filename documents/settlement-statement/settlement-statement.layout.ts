import { fieldGrid, numbered, sectionBox } from '#documents/blocks.ts';
import { chargeTables } from '#documents/charge-lines.layout.ts';
import { kilometres, localTime, nothing, yuan } from '#documents/format.ts';
import { paper } from '#documents/paper.layout.ts';
import { partyGrid } from '#documents/party.layout.ts';
import { afterCare, nextService } from '#documents/settlement-statement/after-care.layout.ts';
import { notDoneSection } from '#documents/settlement-statement/not-done.layout.ts';
import { signatureBlock, signaturePlace } from '#documents/signature.layout.ts';
import { amountTwice, totalsGrid } from '#documents/totals.layout.ts';
import { payerWords } from '#documents/words.ts';
import type { Field } from '#documents/blocks.ts';
import type { Block, PaperDefinition } from '#documents/definition.ts';
import type { SettlementStatementView } from '#documents/settlement-statement/settlement-statement.view.ts';

const paymentWords = { deposit: '预付定金', payment: '已付', refund: '退款' } as const;

function visitFields(view: SettlementStatementView): Field[] {
  return [
    ['维修类别', view.repairCategory],
    ['付费方', { text: `${payerWords[view.payer]} ${view.payerName}`, bold: true }],
    ['进厂时间', localTime(view.arrivedAt)],
    ['竣工时间', localTime(view.finishedAt)],
    ['出厂里程', kilometres(view.odometerOutKm)],
    ['合格证号', view.certificateNumber ?? nothing],
  ];
}

function paymentFields(view: SettlementStatementView): Field[] {
  return view.payments.map(({ kind, method, at, amountFen }) => [
    paymentWords[kind],
    `${yuan(amountFen)}   ${method}   ${localTime(at)}`,
    4,
  ]);
}

function otherPayersText(view: SettlementStatementView): string {
  return view.otherPayers
    .map(({ payer, amountFen }) => `${payerWords[payer]} ${yuan(amountFen)}（另单结算）`)
    .join('   ');
}

function totals(view: SettlementStatementView): Block {
  return totalsGrid('费用合计 Totals', view.totals, [
    ...paymentFields(view),
    ['本次应付', amountTwice(view.dueFen), 4],
    ...(view.otherPayers.length === 0 ? [] : [['其他付费', otherPayersText(view), 4] as const]),
    ...(view.bank === null
      ? []
      : [['开户行账号', [view.bank.name, view.bank.account].filter(Boolean).join('   '), 4] as const]),
  ]);
}

function closingNotes(view: SettlementStatementView): Block[] {
  const cautions = view.cautions.length === 0 ? [] : [sectionBox('用车注意事项 Cautions', numbered(view.cautions))];
  const remarks = view.remarks === null ? [] : [fieldGrid('备注', 1, [['备注', view.remarks]])];
  return [...cautions, ...remarks];
}

/** The statement of one payer, itemised, as the customer signs it (R230, R238, R239). */
export function settlementStatementLayout(view: SettlementStatementView): PaperDefinition {
  return paper(view.frame, { chinese: '维修费用结算单', english: 'Settlement Statement' }, [
    partyGrid(view, visitFields(view)),
    ...chargeTables(view.lines, 'technician'),
    totals(view),
    ...afterCare(view),
    ...notDoneSection(view.notDone),
    ...closingNotes(view),
    signatureBlock(
      '本人已核对上述项目、配件、金额及旧件处理，对建议未做项目及下次保养已知悉。',
      [
        signaturePlace('结算员', view.cashierSignature),
        signaturePlace('质检员', view.inspectorSignature),
        signaturePlace('客户签字', view.customerSignature),
      ],
      nextService(view),
    ),
  ]);
}
