import { fieldGrid, muted, sectionBox, sectionTable } from '#documents/blocks.ts';
import { kilometres, localTime, yuan } from '#documents/format.ts';
import { acrossPage, paper } from '#documents/paper.layout.ts';
import { signaturePlace, stampArea } from '#documents/signature.layout.ts';
import type { Block, PaperDefinition, StackBlock } from '#documents/definition.ts';
import type { GatePassView } from '#documents/gate-pass/gate-pass.view.ts';

const kindWords = { final: '正式出门（离店）', temporary: '临时出门（须返回）' } as const;
const stateWords = { issued: '有效', used: '已使用', void: '已作废' } as const;

function plateColumn(view: GatePassView): StackBlock {
  const { leave, frame } = view;
  return {
    width: '*',
    stack: [
      { text: kindWords[leave.kind], fontSize: 13, bold: true },
      {
        text: frame.plateNumber ?? `未上牌 ${frame.vin.slice(-6)}`,
        fontSize: 40,
        bold: true,
        noWrap: true,
        margin: [0, 4, 0, 4],
      },
      { text: view.vehicleModel, fontSize: 10 },
      {
        text: [
          { text: '有效期至 ', color: muted },
          { text: localTime(view.validUntil), bold: true },
        ],
        fontSize: 13,
        margin: [0, 10, 0, 0],
      },
      {
        text: [{ text: '状态 ', color: muted }, { text: stateWords[view.state], bold: true }, '   一证一车，一次有效'],
        fontSize: 10,
      },
    ],
  };
}

function codeColumn(view: GatePassView): StackBlock {
  return {
    width: 170,
    stack: [
      { qr: view.qrText, fit: 140, eccLevel: 'M', alignment: 'center' },
      { text: view.code, fontSize: 18, bold: true, alignment: 'center', characterSpacing: 2, margin: [0, 6, 0, 0] },
      { text: '门卫扫码，或输入上方放行码', fontSize: 7.5, color: muted, alignment: 'center' },
    ],
  };
}

function peopleGrid(view: GatePassView): Block {
  const { collector } = view;
  return fieldGrid('放行信息', 2, [
    ['工单号', view.frame.orderNumber],
    ['客户', view.customerName],
    ['提车人', { text: `${collector.name}（${collector.relation}）`, bold: true }],
    ['电话', collector.phone],
    ['身份核验', collector.proof, 2],
    ['批准人', view.approver],
    ['签发时间', localTime(view.issuedAt)],
  ]);
}

function leaveSections({ leave }: GatePassView): Block[] {
  if (leave.kind === 'final') {
    return [
      sectionTable({
        title: '结算情况',
        columns: [
          { head: '结算单号', width: 150 },
          { head: '付费方', width: '*' },
          { head: '金额', width: 90, align: 'right' },
          { head: '状态', width: 100, align: 'center' },
        ],
        rows: leave.statements.map(({ number, payer, amountFen, standing }) => [
          number,
          payer,
          yuan(amountFen),
          standing,
        ]),
      }),
      fieldGrid('归还物品', 1, [['已归还', leave.keysAndPapersReturned.join('、')]]),
    ];
  }
  const unsafe = leave.unsafeNote === null ? [] : [unsafeBox(leave.unsafeNote)];
  return [
    fieldGrid('临时出门', 3, [
      ['出门原因', leave.reason, 3],
      ['出门里程', kilometres(leave.odometerKm)],
      ['预计返回', { text: localTime(leave.expectedReturnAt), bold: true }, 2],
    ]),
    ...unsafe,
  ];
}

type UnsafeNote = NonNullable<Extract<GatePassView['leave'], { kind: 'temporary' }>['unsafeNote']>;

function unsafeBox({ note, signature }: UnsafeNote): Block {
  const place: Block = { ...signaturePlace('客户签字', signature), width: 130 };
  return sectionBox('带病车辆离店声明', [
    { columns: [{ text: `“${note}”`, bold: true, width: '*' }, place], columnGap: 10 },
  ]);
}

function guardRecord({ opening }: GatePassView): Block {
  const record = fieldGrid('门卫记录', 2, [
    ['出门时间', opening === null ? ' ' : localTime(opening.at)],
    ['出门里程', opening?.odometerKm == null ? ' ' : kilometres(opening.odometerKm)],
    ['门卫', { text: opening?.guard || ' ', fontSize: opening === null ? 14 : 8 }],
    ['车辆核对', '□ 车牌相符   □ 提车人相符'],
  ]);
  return { unbreakable: true, columnGap: 12, columns: [{ width: '*', stack: [record] }, stampArea()] };
}

/** The pass that the guard scans (R230, R241); a used or void one says so across the page. */
export function gatePassLayout(view: GatePassView): PaperDefinition {
  const pass = paper(view.frame, { chinese: '出门证', english: 'Gate Pass' }, [
    { columns: [plateColumn(view), codeColumn(view)], columnGap: 16, margin: [0, 6, 0, 14] },
    peopleGrid(view),
    ...leaveSections(view),
    guardRecord(view),
  ]);
  return view.state === 'issued' ? pass : { ...pass, ...acrossPage(stateWords[view.state]) };
}
