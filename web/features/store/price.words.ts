import { words } from '#domain/kernel/words.ts';

export const priceWords = {
  title: words('公示价目', 'Published prices'),
  process: words('服务流程', 'How a visit goes'),
  rules: words('费用怎样计算', 'How a bill comes about'),
  kind: words('价目', 'Prices of'),
  labour: words('工时项目', 'Labour'),
  parts: words('配件', 'Parts'),
  find: words('查找项目或配件', 'Find work or a part'),
  name: words('名称', 'Name'),
  price: words('价格', 'Price'),
  none: words('没有找到，请换个说法或致电本店。', 'Nothing found. Try another word or call us.'),
  more: words('只显示前 {count} 项，请输入名称查找。', 'Only the first {count} are shown. Type a name to find more.'),
  book: words('预约维修保养', 'Book a service'),
  call: words('致电本店 {phone}', 'Call us {phone}'),
  perHour: words('{price}/小时', '{price}/h'),
} as const;
