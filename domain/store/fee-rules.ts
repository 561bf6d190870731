import { formatYuan } from '#domain/kernel/money.ts';
import { words, type Words } from '#domain/kernel/words.ts';
import type { StoreSettings } from '#domain/store/settings.ts';

/** What the labour of an operation costs at a rate, and how all fees come about, told to anyone (R322). */
export function feeRules({ diagnosisFeeCapFen }: StoreSettings): readonly Words[] {
  const cap = formatYuan(diagnosisFeeCapFen);
  return [
    words(
      '维修费用 = 工时费 + 材料费 + 其他费用；所有价格均为含税人民币价格。',
      'A bill is labour plus parts plus other items. All prices are in yuan and include tax.',
    ),
    words(
      '工时费 = 工时定额（小时）× 工时单价。定额为公示的标准工时，不随实际用时增加。',
      'Labour is the published hours times the hourly rate. The hours are fixed, however long the work takes.',
    ),
    words(
      '材料费 = 数量 × 公示单价；原厂件、同质件与再制造件分别标明，由客户选择。',
      'Parts are quantity times the published price. Original, equivalent and refurbished parts are marked; you choose.',
    ),
    words(
      `检测诊断费事先告知并经客户同意后收取，封顶 ${cap}。`,
      `A diagnosis fee is told and agreed beforehand, and never exceeds ${cap}.`,
    ),
    words(
      '未经客户同意，不增加项目、不加收费用；结算金额不超过已同意的金额。',
      'Nothing is added or charged without your consent; the bill never exceeds what you agreed to.',
    ),
  ];
}
