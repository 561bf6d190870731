import { words } from '#domain/kernel/words.ts';
import type { Words } from '#domain/kernel/words.ts';
import type { OrderKind, PaymentMethod, WaitReason } from '#domain/repair-order/repair-order.ts';

export const waitReasonWords = {
  parts: words('待料', 'Awaiting parts'),
  customer: words('待客户确认', 'Awaiting the customer'),
  manufacturer: words('待厂家批复', 'Awaiting the manufacturer'),
  insurer: words('待保险公司', 'Awaiting the insurer'),
  sublet: words('待外加工', 'Awaiting sublet work'),
  bay: words('待工位', 'Awaiting a bay'),
  technician: words('待技师', 'Awaiting a technician'),
  tool: words('待工具', 'Awaiting a tool'),
  payment: words('待付款', 'Awaiting payment'),
  vehicle_away: words('车辆外出', 'Car away'),
} as const satisfies Record<WaitReason, Words>;

export const orderKindWords = {
  customer: words('一般维修', 'Customer repair'),
  warranty: words('质量担保', 'Warranty'),
  insurance: words('保险事故', 'Insurance'),
  comeback: words('返修', 'Comeback'),
  internal: words('内部', 'Internal'),
  pdi: words('新车检查', 'PDI'),
} as const satisfies Record<OrderKind, Words>;

export const paymentMethodWords = {
  cash: words('现金', 'Cash'),
  card: words('刷卡', 'Card'),
  wechat: words('微信', 'WeChat Pay'),
  alipay: words('支付宝', 'Alipay'),
  bank_transfer: words('转账', 'Bank transfer'),
  credit: words('挂账', 'On account'),
} as const satisfies Record<PaymentMethod, Words>;
