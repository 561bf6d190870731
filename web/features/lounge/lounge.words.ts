import { words } from '#domain/kernel/words.ts';

export const loungeWords = {
  title: words('休息区', 'Lounge'),
  guests: words('{count} 位客户在店等候', '{count} waiting in the shop'),
  wall: words('打开大屏看板', 'Open the board for the wall'),
  customer: words('客户', 'Customer'),
  car: words('车辆', 'Car'),
  step: words('进度', 'Progress'),
  waits: words('已等候', 'Waiting'),
  seated: words('入座', 'Seated'),
  notSeated: words('未引导', 'Not shown in yet'),
  promised: words('预计交车', 'Promised'),
  advisor: words('服务顾问', 'Advisor'),
  none: words('现在没有客户在店等候', 'Nobody waits in the shop now'),
};

export const loungeWallWords = {
  choose: words('请选择门店', 'Choose the store'),
  chooseHint: words('选好后收藏网址，大屏开机即可打开。', 'Then keep the address: the wall opens it when it starts.'),
  noBoard: words(
    '没有门店公开休息区看板。请系统管理员在“门店设置”中打开。',
    'No store shows its lounge board. An administrator opens it in the settings.',
  ),
  waiting: words('准备与诊断', 'Preparing'),
  working: words('维修进行中', 'In the workshop'),
  ready: words('完工交车', 'Ready'),
  nobody: words('暂无车辆', 'No cars'),
  promised: words('预计 {time}', 'by {time}'),
  late: words('稍有延迟', 'Somewhat late'),
  readyNow: words('可以取车', 'Ready for you'),
  more: words('另有 {count} 台', '{count} more'),
  notes: words('延迟与取车事宜，服务顾问会与您联系', 'Your advisor will see you about delays and pick-up'),
};
