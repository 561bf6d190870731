import { fieldGrid, sectionTable } from '#documents/blocks.ts';
import { chargeTables } from '#documents/charge-lines.layout.ts';
import { localTime, nothing, optionalTime, yuan } from '#documents/format.ts';
import { paper } from '#documents/paper.layout.ts';
import { partyGrid } from '#documents/party.layout.ts';
import { signatureBlock, signaturePlace } from '#documents/signature.layout.ts';
import { amountTwice } from '#documents/totals.layout.ts';
import { channelWords } from '#documents/words.ts';
import type { Block, PaperDefinition } from '#documents/definition.ts';
import type { AddOnConfirmationView, AddOnFinding } from '#documents/add-on-confirmation/add-on-confirmation.view.ts';

function findingRow(finding: AddOnFinding, index: number): Array<string | Block> {
  return [
    String(index + 1),
    finding.position,
    finding.found,
    finding.risk,
    { text: finding.isSafety ? '是' : '否', bold: finding.isSafety },
    `${finding.photoCount} 张`,
  ];
}

function findingTable(view: AddOnConfirmationView): Block {
  return sectionTable({
    title: `发现的问题 Findings（${view.foundBy}，${localTime(view.foundAt)}）`,
    columns: [
      { head: '序', width: 14, align: 'center' },
      { head: '部位', width: 70 },
      { head: '发现情况与原因', width: '*' },
      { head: '不处理的风险', width: '*' },
      { head: '涉及安全', width: 36, align: 'center' },
      { head: '照片', width: 28, align: 'center' },
    ],
    rows: view.findings.map(findingRow),
  });
}

function changeGrid(view: AddOnConfirmationView): Block {
  return fieldGrid('变更 Changes', 2, [
    ['原合计', yuan(view.previousTotalFen)],
    ['本次增加', { text: yuan(view.extraFen), bold: true }],
    ['客户同意增加', view.acceptedExtraFen === null ? '待客户决定' : yuan(view.acceptedExtraFen)],
    ['新合计', amountTwice(view.newTotalFen)],
    ['原约定交车', optionalTime(view.previousPromisedAt)],
    ['新约定交车', { text: optionalTime(view.newPromisedAt), bold: true }],
    ['变更原因', view.delayReason ?? '交车时间不变', 2],
  ]);
}

function contactGrid(view: AddOnConfirmationView): Block {
  const { contact } = view;
  return fieldGrid('联系与确认 Consent', 2, [
    ['确认方式', contact === null ? '尚未联系' : channelWords[contact.channel]],
    ['联系时间', optionalTime(contact?.at ?? null)],
    ['联系人', contact?.by ?? nothing],
    ['答复人', contact?.person ?? nothing],
    ['上版记录', { text: view.previousRecordHash, fontSize: 7 }, 2],
  ]);
}

/** The confirmation of work found later, which needs consent before it is done (R135, R174). */
export function addOnConfirmationLayout(view: AddOnConfirmationView): PaperDefinition {
  return paper(view.frame, { chinese: '增项确认单', english: 'Add-on Confirmation' }, [
    partyGrid(view, [
      ['委托版本', `第 ${view.versionNumber} 版`],
      ['服务顾问', `${view.advisor.name} ${view.advisor.phone}`, 3],
    ]),
    findingTable(view),
    ...chargeTables(view.lines, 'decision'),
    changeGrid(view),
    signatureBlock(
      '增加项目须事先经您同意方可施工；不同意或暂缓的项目不施工、不收费。',
      [
        signaturePlace('托修方', view.customerSignature),
        signaturePlace('服务顾问', view.advisorSignature),
        signaturePlace('技师', view.technicianSignature),
        signaturePlace('车间主管', view.supervisorSignature),
      ],
      contactGrid(view),
    ),
  ]);
}
