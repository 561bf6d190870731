import { choice, fieldGrid, numbered, sectionBox, yesOrNo } from '#documents/blocks.ts';
import { chargeTables } from '#documents/charge-lines.layout.ts';
import { localTime, nothing, optionalTime, yuan } from '#documents/format.ts';
import { paper } from '#documents/paper.layout.ts';
import { partyGrid } from '#documents/party.layout.ts';
import { signatureBlock, signaturePlace } from '#documents/signature.layout.ts';
import { amountTwice, totalsGrid } from '#documents/totals.layout.ts';
import { oldPartWords } from '#documents/words.ts';
import type { Block, PaperDefinition } from '#documents/definition.ts';
import type { LeaderCheckView, RepairOrderView } from '#documents/repair-order/repair-order.view.ts';

const kindWords = {
  customer: '客户维修',
  warranty: '质量担保',
  insurance: '保险事故',
  comeback: '返修',
  internal: '店内',
  pdi: 'PDI 新车检查',
} satisfies Record<RepairOrderView['kind'], string>;

function visitGrid(view: RepairOrderView): Block {
  return partyGrid(view, [
    ['进厂时间', localTime(view.arrivedAt)],
    ['约定交车', { text: optionalTime(view.promisedAt), bold: true }],
    ['委托类别', kindWords[view.kind]],
    ['委托版本', `第 ${view.versionNumber} 版`],
    ['服务顾问', `${view.advisor.name} ${view.advisor.phone}`],
    ['制单人', view.createdBy],
  ]);
}

function complaintGrid(view: RepairOrderView): Block {
  return fieldGrid('故障描述与建议', 1, [
    ['客户原话', view.complaint],
    ['预检结果', view.preCheckResult ?? nothing],
    ['维修建议', view.advice ?? nothing],
  ]);
}

function provisionalNote(view: RepairOrderView): Block[] {
  if (!view.estimateIsProvisional) return [];
  return [
    {
      text: '本估价为暂估：故障尚待检查，详细费用在检查结果出来后另行告知并经您确认。',
      bold: true,
      margin: [0, 0, 0, 6],
    },
  ];
}

function wishes(view: RepairOrderView): Block {
  return fieldGrid('客户选择', 2, [
    ['旧件处理', choice(oldPartWords, view.oldParts), 2],
    ['免费洗车', yesOrNo(view.wantsWash)],
    ['付款方式', view.paymentMethod ?? nothing],
    ['在店等待', yesOrNo(view.waitsInShop)],
    ['一同路试', yesOrNo(view.joinsRoadTest)],
  ]);
}

function acceptedAmount({ acceptedFen }: RepairOrderView): string | Block {
  return acceptedFen === null ? '待客户逐项决定' : amountTwice(acceptedFen);
}

function versionChain(view: RepairOrderView): string {
  return view.versions
    .map(({ number, presentedAt, totalFen }) => `第 ${number} 版 ${optionalTime(presentedAt)} ${yuan(totalFen)}`)
    .join(' → ');
}

function leaderCheck({ job, passed, advice, signature }: LeaderCheckView): Block {
  const words: Block = {
    width: '*',
    stack: [
      { text: [{ text: job, bold: true }, `：${passed ? '合格' : '不合格'}`] },
      { text: `维修建议：${advice ?? nothing}`, margin: [0, 2, 0, 0] },
    ],
  };
  return { columns: [words, { ...signaturePlace('班组长', signature), width: 130 }], columnGap: 10 };
}

/** The leader's advice and signature, on the order itself (R182). */
function leaderChecks({ leaderChecks: checks }: RepairOrderView): Block[] {
  return checks.length === 0 ? [] : [sectionBox('班组长检验与建议 Leader check', checks.map(leaderCheck))];
}

/** The printed repair order, which the customer signs before any work (R136, R138). */
export function repairOrderLayout(view: RepairOrderView): PaperDefinition {
  return paper(view.frame, { chinese: '任务委托书', english: 'Repair Order' }, [
    visitGrid(view),
    complaintGrid(view),
    ...chargeTables(view.lines, 'decision'),
    ...provisionalNote(view),
    totalsGrid('估价合计 Estimate', view.totals, [
      ['客户同意', acceptedAmount(view), 4],
      ['版本沿革', versionChain(view), 4],
    ]),
    ...leaderChecks(view),
    sectionBox('委托条款', numbered(view.terms)),
    signatureBlock(
      '本人已阅知上述维修内容、价格与约定交车时间，同意按各项“客户决定”执行；未经本人同意不增加项目和费用。',
      [signaturePlace('托修方签字', view.customerSignature), signaturePlace('服务顾问', view.advisorSignature)],
      wishes(view),
    ),
  ]);
}
