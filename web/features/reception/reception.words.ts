import { words } from '#domain/kernel/words.ts';

export const receptionWords = {
  title: words('接车', 'Receive a car'),
  find: words('车牌（或尾号）、VIN 尾号、电话尾号、姓名、拼音', 'Plate or tail, VIN tail, phone tail, name, pinyin'),
  car: words('车辆', 'Car'),
  owner: words('车主', 'Owner'),
  open: words('该车在店，打开工单', 'This car is here: open its order'),
  receive: words('开工单', 'Open the order'),
  newVehicle: words('新建车辆档案', 'File the vehicle'),
  newCustomer: words('新建客户档案', 'File the customer'),
  recommended: words('以前建议、尚未做', 'Recommended before, not done'),
  next: words('下次保养', 'Next service'),
  last: words('上次到店', 'Last visit'),
  ownerMissing: words('请先登记车主', 'Name the owner first'),
  notFound: words('没有找到，请新建', 'Nothing found: file it'),
  steps: words('1 找车 · 2 核对 · 3 开单', '1 find the car · 2 check · 3 open the order'),
} as const;
