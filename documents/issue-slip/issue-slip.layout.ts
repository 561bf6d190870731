import { fieldGrid, muted, sectionTable } from '#documents/blocks.ts';
import { localTime, nothing, quantity, yuan } from '#documents/format.ts';
import { paper } from '#documents/paper.layout.ts';
import { signatureBlock, signaturePlace } from '#documents/signature.layout.ts';
import { originWords, payerWords } from '#documents/words.ts';
import { lineFen, sum } from '#domain/kernel/money.ts';
import type { Block, PaperDefinition } from '#documents/definition.ts';
import type { IssueSlipLine, IssueSlipView } from '#documents/issue-slip/issue-slip.view.ts';

const kinds = {
  issue: {
    title: { chinese: '配件出库单', english: 'Parts Issue Slip' },
    moved: '本次出库',
    statement: '以上配件凭任务委托书领用，数量、型号核对无误。',
  },
  return: {
    title: { chinese: '配件退料单', english: 'Parts Return Slip' },
    moved: '本次退料',
    statement: '以上配件已退回仓库，数量、型号核对无误。',
  },
} as const;

function nameCell({ name, code, origin }: IssueSlipLine): Block {
  const note = [code, origin === null ? '' : originWords[origin]].filter((part) => part !== '').join(' · ');
  return { stack: [{ text: name }, { text: note, fontSize: 6.5, color: muted }] };
}

function linesTable({ kind, lines }: IssueSlipView): Block {
  const cost = sum(lines.map(({ unitCostFen, movedMilli }) => lineFen(unitCostFen, movedMilli)));
  return sectionTable({
    title: '配件明细',
    summary: [
      { text: '成本合计 ', color: muted },
      { text: yuan(cost), bold: true },
    ],
    columns: [
      { head: '序', width: 16, align: 'center' },
      { head: '库位', width: 56, align: 'center' },
      { head: '配件（名称 / 配件号 / 来源）', width: '*' },
      { head: '客户同意', width: 50, align: 'right' },
      { head: kinds[kind].moved, width: 50, align: 'right' },
      { head: '成本单价', width: 58, align: 'right' },
      { head: '售价', width: 58, align: 'right' },
      { head: '付费方', width: 34, align: 'center' },
    ],
    rows: lines.map((line, index) => [
      String(index + 1),
      line.bin,
      nameCell(line),
      quantity(line.grantedMilli, line.unit),
      { text: quantity(line.movedMilli, line.unit), bold: true },
      yuan(line.unitCostFen),
      yuan(line.unitPriceFen),
      payerWords[line.payer],
    ]),
  });
}

function headGrid(view: IssueSlipView): Block {
  const { frame } = view;
  return fieldGrid('领料信息', 3, [
    ['单号', { text: frame.paperNumber, bold: true }],
    ['工单号', frame.orderNumber],
    ['车牌', frame.plateNumber ?? '未上牌'],
    ['车型', view.vehicleModel],
    ['时间', localTime(view.movedAt)],
    ['领料技师', view.technician || nothing],
    ['配件员', view.storekeeper],
    ['原因', view.reason ?? nothing, 2],
  ]);
}

/** So many parts fit one page with the signatures beneath; a longer table flows over pages. */
const keptTogether = 18;

/** The slip on which the technician signs for the parts of one order (R159), or gives them back. */
export function issueSlipLayout(view: IssueSlipView): PaperDefinition {
  const { title, statement } = kinds[view.kind];
  const places = [
    signaturePlace('技师', view.technicianSignature),
    signaturePlace('配件员', view.storekeeperSignature),
  ];
  const table = linesTable(view);
  const signed =
    view.lines.length > keptTogether
      ? [table, signatureBlock(statement, places, { text: '' })]
      : [signatureBlock(statement, places, table)];
  return paper(view.frame, title, [headGrid(view), ...signed]);
}
