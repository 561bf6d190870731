import { words } from '#domain/kernel/words.ts';

export const settingsWords = {
  title: words('门店设置', 'Settings'),
  saved: words('已保存', 'Saved'),
  save: words('保存', 'Save'),
  changed: words('有未保存的修改', 'Not saved yet'),
  norms: words('查看服务规范', 'See the norms'),
  unused: words('不使用', 'not in use'),
  identity: words('门店信息（印在单据上）', 'The store, as papers show it'),
  opening: words('营业与预约', 'Opening and appointments'),
  prices: words('价格与税', 'Prices and tax'),
  promises: words('承诺与授权', 'Promises and authorization'),
  warranty: words('质保与保修', 'Warranty and guarantee'),
  norm: words('服务规范的期限', 'Terms of the norms'),
  desk: words('收银、洗车与出门', 'Payment, wash and gate'),
  messages: words('邮件', 'Mail'),
  terms: words('委托书条款', 'Terms on the order'),
};

export const normsWords = {
  title: words('服务规范', 'Norms'),
  note: words(
    '每次到店都会按这些规范检查：应做什么、做了没有。',
    'Each visit is checked by these: what was due and what was done.',
  ),
  norm: words('规范', 'Norm'),
  shownBy: words('如何得知', 'Shown by'),
  record: words('系统记录：{action}', 'The record: {action}'),
  tick: words('当事人勾选', 'Ticked by whoever did it'),
  terms: words('期限', 'Terms'),
  change: words('在门店设置中修改', 'Change in the settings'),
  quality: words('质量回访：交车后 {from}–{by} 天', 'Quality call: day {from} to {by} after delivery'),
  relation: words('关怀回访：交车后 {from}–{by} 天', 'Relationship call: day {from} to {by} after delivery'),
  attempts: words('回访联系 {count} 次不通，改寄信函', 'After {count} tries in vain a letter'),
  file: words('客户档案：{count} 天内建立', 'Customer file: within {count} days'),
  outreach: words(
    '保养邀约：到期前 {days} 天或 {km} 公里',
    'Invitation: {days} days or {km} km before a service is due',
  ),
  late: words('预约超过 {count} 分钟显示延时', 'An appointment shows as late after {count} minutes'),
  risk: words('距承诺 {count} 分钟以内显示有风险', 'A promise is at risk within {count} minutes'),
};
