import { fieldGrid, sectionTable } from '#documents/blocks.ts';
import { kilometres, localTime, nothing, quantity } from '#documents/format.ts';
import { oldPartWords } from '#documents/words.ts';
import type { Field } from '#documents/blocks.ts';
import type { Block } from '#documents/definition.ts';
import type {
  GuaranteeView,
  SettlementStatementView,
} from '#documents/settlement-statement/settlement-statement.view.ts';

function guaranteeRow({ scope, days, km, from }: GuaranteeView): string[] {
  return [scope, `${days} 天`, kilometres(km), localTime(from)];
}

function guaranteeTable(guarantees: GuaranteeView[]): Block[] {
  if (guarantees.length === 0) return [];
  return [
    sectionTable({
      title: '质量保证期 Guarantee（自出厂之日起，天数与里程以先到者为准）',
      columns: [
        { head: '范围', width: '*' },
        { head: '天数', width: 60, align: 'right' },
        { head: '里程', width: 70, align: 'right' },
        { head: '起算', width: 90, align: 'center' },
      ],
      rows: guarantees.map(guaranteeRow),
    }),
  ];
}

function oldPartTable({ oldParts }: SettlementStatementView): Block {
  if (oldParts.length === 0) return fieldGrid('旧件 Old parts', 1, [['旧件处理', `■ ${oldPartWords.none}`]]);
  return sectionTable({
    title: '旧件 Old parts（已向客户展示）',
    columns: [
      { head: '名称', width: '*' },
      { head: '数量', width: 60, align: 'right' },
      { head: '处理方式', width: 90, align: 'center' },
    ],
    rows: oldParts.map(({ name, qtyMilli, unit, disposition }) => [
      name,
      quantity(qtyMilli, unit),
      `■ ${oldPartWords[disposition]}`,
    ]),
  });
}

/** What a customer is told at the first service (R234). */
const firstServiceField: Field = [
  '首次保养',
  '首次保养免费。质量担保按厂家规定执行，按期保养是享受质量担保和延长车辆寿命的前提，请按上面的时间与里程来店保养。',
  3,
];

/** Next service, and when the quality call is welcome (R235, R237). */
export function nextService(view: SettlementStatementView): Block {
  const next = view.nextService;
  return fieldGrid('下次保养与回访 Next service and follow-up', 3, [
    ['下次保养', { text: next?.date ?? nothing, bold: true }],
    ['下次里程', { text: next === null ? nothing : kilometres(next.odometerKm), bold: true }],
    ['保养内容', next?.content ?? nothing],
    ['方便接听', `3 日内质量回访电话，方便接听时间：${view.preferredCallTime ?? '未约定'}`, 3],
    ['随时联系', view.contact, 3],
    ...(view.firstService ? [firstServiceField] : []),
  ]);
}

/** What stays promised after the car has left: the guarantee and the old parts (R245, R205). */
export function afterCare(view: SettlementStatementView): Block[] {
  return [...guaranteeTable(view.guarantees), oldPartTable(view)];
}
