import { sampleCustomer, sampleFrame, sampleVehicle, signed } from '#documents/testing/paper.fixture.ts';
import { sampleLines } from '#documents/testing/charge-lines.fixture.ts';
import type { RepairOrderView } from '#documents/repair-order/repair-order.view.ts';

const sample: RepairOrderView = {
  frame: sampleFrame({}),
  versionNumber: 1,
  kind: 'customer',
  createdBy: '林晓舟',
  advisor: { name: '林晓舟', phone: '139 7100 0001' },
  arrivedAt: '2026-11-24T00:42:00.000Z',
  promisedAt: '2026-11-24T09:30:00.000Z',
  customer: sampleCustomer,
  vehicle: sampleVehicle,
  complaint:
    '“早上冷车起步的时候，发动机舱里面有‘吱吱’的响声，开个十来分钟就没有了；踩刹车感觉比以前软，高速上 110 km/h 左右方向盘会抖。”',
  preCheckResult:
    '冷车启动异响可复现，声源在发动机前端附件皮带轮系一侧；前制动片 2.1 mm，制动盘有沟槽；右前轮动平衡偏差 25 g。',
  advice: '更换前制动片与制动盘；异响先按诊断项目检查，确认后另行报价。',
  lines: sampleLines,
  totals: {
    labourFen: 135900,
    diagnosisFen: 36000,
    partsFen: 614850,
    subletFen: 60000,
    otherFen: 38000,
    discountFen: 2700,
    totalFen: 884750,
    taxFen: 101130,
    byPayer: [
      { payer: 'customer', amountFen: 705050 },
      { payer: 'manufacturer', amountFen: 119700 },
      { payer: 'insurer', amountFen: 60000 },
    ],
  },
  acceptedFen: 796050,
  estimateIsProvisional: true,
  paymentMethod: '微信支付 / 对公转账',
  oldParts: 'take_away',
  wantsWash: true,
  waitsInShop: false,
  joinsRoadTest: true,
  terms: [
    '承修方按厂家维修技术规范作业，不使用假冒伪劣配件；配件来源（原厂件、同质件、修复件、客户自备）分别标示并由托修方选择。',
    '施工中如发现新的维修项目，承修方立即告知，经托修方同意并授权后才施工；未经同意的增项不得收费。实际费用超出估价时，须经托修方再次确认。',
    '车内贵重物品请托修方自行带走；已登记的随车物品由承修方妥善保管，毁损灭失由承修方承担责任。',
    '托修方未按约支付维修费用的，承修方依法享有留置权；竣工通知后超过 7 日未提车的，自第 8 日起可按公示标准收取保管费。',
    '质量保证期：整车修理或总成修理 20,000 km 或 100 天；二级维护 5,000 km 或 30 天；一级维护、小修及专项修理 2,000 km 或 10 天，以先到者为准。',
    '换下的旧件归托修方处理；质量担保及保险项目的旧件按厂家或保险公司的规定回收。',
  ],
  versions: [{ number: 1, presentedAt: '2026-11-24T01:15:00.000Z', totalFen: 884750 }],
  leaderChecks: [],
  customerSignature: signed('周以宁（送修人）', '2026-11-24T01:22:00.000Z'),
  advisorSignature: signed('林晓舟', '2026-11-24T01:20:00.000Z'),
};

export function sampleRepairOrder(overrides: Partial<RepairOrderView>): RepairOrderView {
  return { ...sample, ...overrides };
}
