import { words } from '#domain/kernel/words.ts';

export const messageWords = {
  title: words('消息发送箱', 'Outbox'),
  note: words(
    '没有配置发送通道的消息留在这里，可人工送达后登记。',
    'What no channel carries stays here: deliver it by hand and mark it.',
  ),
  all: words('全部', 'All'),
  to: words('收件人', 'To'),
  channel: words('渠道', 'Channel'),
  subject: words('内容', 'Message'),
  state: words('状态', 'State'),
  attempts: words('次数', 'Tries'),
  at: words('时间', 'At'),
  order: words('工单', 'Order'),
  open: words('打开', 'Open'),
  retry: words('重新发送', 'Send again'),
  mark: words('登记已送达', 'Mark as sent'),
  markSure: words(
    '消息确已送达客户？登记后不能撤回，也不再发送。',
    'Has the customer really got it? This cannot be taken back, and it will not be sent again.',
  ),
  none: words('没有消息', 'No messages'),
};
