import { words } from '#domain/kernel/words.ts';

export const warrantyWords = {
  title: words('质量担保', 'Warranty'),
  toJudge: words('待判定', 'To judge'),
  reported: words('已上报待批复', 'Reported, no answer yet'),
  notTold: words('待告知客户', 'Customer to be told'),
  receivables: words('厂家应收', 'Owed by the manufacturer'),
  car: words('车辆', 'Car'),
  line: words('项目', 'Line'),
  judgement: words('判定', 'Judgement'),
  inWarranty: words('质保期', 'Warranty period'),
  within: words('期内', 'Within'),
  over: words('已过', 'Over'),
  unknown: words('档案未填', 'Not on file'),
  amount: words('金额', 'Amount'),
  payer: words('付费方', 'Payer'),
  judge: words('判定', 'Judge'),
  open: words('打开工单', 'Open the order'),
  empty: words('没有', 'None'),
};
