import { words } from '#domain/kernel/words.ts';

export const receptionWords = {
  title: words('接车', 'Receive a car'),
  find: words('车牌（或尾号）、VIN 尾号、电话尾号、姓名、拼音', 'Plate or tail, VIN tail, phone tail, name, pinyin'),
  car: words('车辆', 'Car'),
  open: words('该车在店，打开工单', 'This car is here: open its order'),
  receive: words('开工单', 'Open the order'),
  newVehicle: words('新建车辆档案', 'File the vehicle'),
  newCustomer: words('新建客户档案', 'File the customer'),
  recommended: words('以前建议、尚未做', 'Recommended before, not done'),
  next: words('下次保养', 'Next service'),
  last: words('上次到店', 'Last visit'),
  until: words('至', 'until'),
  findOwner: words('车主的姓名、拼音、电话尾号', 'The owner’s name, pinyin, phone tail'),
  ownerNotFound: words('没有找到，请先新建客户档案', 'Nothing found: file the customer first'),
  ownerMissing: words('请先登记车主', 'Name the owner first'),
  notFound: words('没有找到，请新建', 'Nothing found: file it'),
  steps: words('1 找车 · 2 核对 · 3 开单', '1 find the car · 2 check · 3 open the order'),
} as const;

export const warrantyWords = {
  inside: words('在质保期内', 'In warranty'),
  past: words('已过质保期', 'Out of warranty'),
  unknown: words('质保期待核实（缺销售日期或里程）', 'Warranty unknown: sale or kilometres missing'),
} as const;

export const queueWords = {
  title: words('到店待接', 'Arrived, to be received'),
  none: words('没有车辆在等待', 'Nobody is waiting'),
  receive: words('接车', 'Receive'),
  minutes: words('分钟', 'min'),
  unfiled: words('车辆未建档：请在下方查找或新建', 'Not on file: find or file the car below'),
  noPlate: words('未上牌', 'No plate'),
} as const;

export const readinessWords = {
  title: words('班前准备', 'Readiness'),
  note: words('每天 {time} 开门前完成', 'To be done each day before opening at {time}'),
  mine: words('我的检查', 'My check'),
  team: words('接待岗', 'Reception'),
  all: words('全部就绪', 'All ready'),
  tick: words('打勾', 'Tick'),
  ready: words('按时就绪', 'Ready in time'),
  late: words('未按时就绪', 'Not ready in time'),
  open: words('进行中', 'Under way'),
  person: words('人员', 'Person'),
  done: words('完成', 'Done'),
  at: words('完成时间', 'At'),
  state: words('状态', 'State'),
} as const;
