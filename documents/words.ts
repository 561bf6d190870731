import type {
  ConsentChannel,
  LineDecision,
  OldPartDisposition,
  PartOrigin,
  Payer,
  VehicleView,
} from '#documents/paper.view.ts';

export const payerWords = {
  customer: '客户',
  manufacturer: '厂家',
  insurer: '保险',
  internal: '店内',
} satisfies Record<Payer, string>;

/** Origins that must be told apart and priced apart on paper (机动车维修管理规定; JT/T 816). */
export const originWords = {
  oem: '原厂件',
  equivalent: '同质件',
  refurbished: '修复件',
  customer_supplied: '客户自备',
} satisfies Record<PartOrigin, string>;

export const decisionWords = {
  accepted: '同意',
  declined: '不同意',
  deferred: '暂缓',
} satisfies Record<LineDecision, string>;

export const channelWords = {
  screen: '到店屏幕签署',
  customer_page: '客户网页确认',
  paper: '纸质签字存照',
  phone: '电话确认（已复述内容）',
} satisfies Record<ConsentChannel, string>;

export const oldPartWords = {
  take_away: '客户收回',
  leave: '声明放弃',
  manufacturer_return: '索赔返厂',
  insurer_salvage: '保险残值',
  hazardous_waste: '危废处置',
  none: '无旧件',
} satisfies Record<OldPartDisposition, string>;

export const powerWords = {
  petrol: '汽油',
  diesel: '柴油',
  hybrid: '油电混动',
  plug_in_hybrid: '插电混动',
  battery_electric: '纯电动',
  fuel_cell: '燃料电池',
} satisfies Record<VehicleView['power'], string>;

export const customerKindWords = { person: '个人', company: '单位' } as const;
