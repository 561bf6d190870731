import { choice, fieldGrid, keptWhole, sectionBox, tick, yesOrNo } from '#documents/blocks.ts';
import { localTime, nothing } from '#documents/format.ts';
import { paper } from '#documents/paper.layout.ts';
import { partyGrid } from '#documents/party.layout.ts';
import { bodyDiagram } from '#documents/reception-form/body-diagram.layout.ts';
import { signatureBlock, signaturePlace } from '#documents/signature.layout.ts';
import type { Field } from '#documents/blocks.ts';
import type { Block, PaperDefinition } from '#documents/definition.ts';
import type { BodyDamage, BodySide, ReceptionFormView } from '#documents/reception-form/reception-form.view.ts';

const sideWords = { left: '左侧', right: '右侧', front: '前部', rear: '后部', roof: '车顶' } satisfies Record<
  BodySide,
  string
>;
const damageWords = {
  scratch: '划痕',
  dent: '凹陷',
  paint_loss: '掉漆',
  crack: '裂纹',
  rust: '锈蚀',
  missing: '缺失',
  other: '其他',
} satisfies Record<BodyDamage['kind'], string>;
const oldPartWishes = { take_away: '带走', leave: '不带走' } as const;
const classWords = { A: 'A类（可直接判断）', B: 'B类（简单检查）', C: 'C类（需技师诊断）' } as const;

function visitFields(view: ReceptionFormView): Field[] {
  const { appointment, protectiveKit: kit } = view;
  return [
    ['到店时间', localTime(view.arrivedAt)],
    ['预约', appointment === null ? '无预约' : `${appointment.number} ${localTime(appointment.time)}`, 2],
    ['服务顾问', `${view.advisor.name} ${view.advisor.phone}`],
    [
      '三件套',
      [tick(kit.seatCover, '座椅套'), tick(kit.steeringCover, '方向盘套'), tick(kit.floorMat, '脚垫')].join('   '),
      3,
    ],
  ];
}

function damageLine({ side, kind, note }: BodyDamage, index: number): Block {
  const detail = note === '' ? '' : `：${note}`;
  return { text: `${index + 1}  ${sideWords[side]} ${damageWords[kind]}${detail}` };
}

function walkAround({ damages, photoCount }: ReceptionFormView): Block {
  const list = damages.length === 0 ? [{ text: '外观未见损伤' }] : damages.map(damageLine);
  const legend: Block = {
    text: `损伤类别：${Object.values(damageWords).join('、')}。照片 ${photoCount} 张。`,
    fontSize: 7,
    margin: [0, 4, 0, 0],
  };
  return keptWhole(
    sectionBox('环车检查 Walk-around', [
      { columns: [bodyDiagram(damages), { width: '*', stack: [...list, legend] }], columnGap: 10 },
    ]),
  );
}

function checkField({ item, isOk, note }: ReceptionFormView['checks'][number]): Field {
  return [item, isOk ? '正常' : { text: [{ text: '异常', bold: true }, note === '' ? '' : `：${note}`] }];
}

function inspectionGrid({ checks }: ReceptionFormView): Block {
  return fieldGrid('检查项目 Checks', 2, checks.length === 0 ? [['其他部位', '未见异常']] : checks.map(checkField));
}

function custodyGrid(view: ReceptionFormView): Block {
  const { papers } = view;
  const documents = [
    tick(papers.vehicleLicence, '行驶证'),
    tick(papers.serviceBooklet, '保养手册'),
    `钥匙 ${papers.keyCount} 把`,
  ].join('   ');
  return fieldGrid('随车物品与证件 In custody', 2, [
    ['警告灯', view.warningLights.join('、') || '无'],
    ['随车工具', view.tools.map(({ item, isPresent }) => tick(isPresent, item)).join('   ')],
    ['证件钥匙', documents],
    ['贵重物品', view.valuablesReminderGiven ? '已提醒客户带走贵重物品' : '尚未提醒'],
    ['车内物品', view.belongings.join('、') || '无', 2],
  ]);
}

function interviewGrid(view: ReceptionFormView): Block {
  return fieldGrid(`问诊 Interview：${view.interviewClass === null ? '未分级' : classWords[view.interviewClass]}`, 2, [
    ['客户原话', view.customerWords, 2],
    ...view.interview.map(({ question, answer }): Field => [question, answer]),
    ...(view.interview.length % 2 === 1 ? [['质保提示', view.warrantyHint ?? nothing] as const] : []),
    ['初步判断', view.preliminaryJudgement ?? nothing, 2],
    ...(view.interview.length % 2 === 1 ? [] : [['质保提示', view.warrantyHint ?? nothing] as const]),
    ['建议项目', view.suggestedJobs.join('、') || nothing],
  ]);
}

function wishGrid({ wishes }: ReceptionFormView): Block {
  return fieldGrid('客户选择 Wishes', 2, [
    ['旧件', choice(oldPartWishes, wishes.oldParts)],
    ['免费洗车', yesOrNo(wishes.wash)],
    ['在店等待', yesOrNo(wishes.waitsInShop)],
    ['一同路试', yesOrNo(wishes.joinsRoadTest)],
  ]);
}

/** The reception form that goes to the customer together with the order's copy (R073, R137). */
export function receptionFormLayout(view: ReceptionFormView): PaperDefinition {
  return paper(view.frame, { chinese: '接车登记表', english: 'Vehicle Reception Form' }, [
    partyGrid(view, visitFields(view)),
    walkAround(view),
    inspectionGrid(view),
    custodyGrid(view),
    interviewGrid(view),
    signatureBlock(
      '以上车辆状况、随车物品及问诊内容经双方当面核对无误。',
      [signaturePlace('送修人签字', view.customerSignature), signaturePlace('服务顾问', view.advisorSignature)],
      wishGrid(view),
    ),
  ]);
}
