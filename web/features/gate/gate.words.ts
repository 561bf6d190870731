import { words } from '#domain/kernel/words.ts';

export const gateWords = {
  title: words('门卫放行', 'Gate'),
  code: words('出门证编码', 'Code of the pass'),
  goes: words('可以放行', 'May go out'),
  stays: words('禁止放行', 'Must stay'),
  wentOut: words('已放行', 'Gate opened'),
  open: words('放行', 'Open the gate'),
  next: words('下一辆', 'Next car'),
  collector: words('取车人：{name}', 'Driver: {name}'),
  final: words('正式出门证', 'Final pass'),
  temporary: words('临时出门证，须返回', 'Temporary pass, comes back'),
  odometer: words('里程（公里）', 'Odometer (km)'),
  carsOut: words('临时外出车辆', 'Cars out for a while'),
  noneOut: words('没有外出未归的车辆', 'No car is out'),
  due: words('应返回', 'Due back'),
  overdue: words('超时未归', 'Overdue'),
  returned: words('车辆已返回', 'The car is back'),
  confirmReturn: words('登记返回', 'Record the return'),
  cancel: words('取消', 'Cancel'),
} as const;
