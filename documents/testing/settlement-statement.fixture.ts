import { sampleCustomer, sampleFrame, sampleVehicle, signed } from '#documents/testing/paper.fixture.ts';
import { sampleLines } from '#documents/testing/charge-lines.fixture.ts';
import type { SettlementStatementView } from '#documents/settlement-statement/settlement-statement.view.ts';

const out = '2026-11-25T03:20:00.000Z';

const sample: SettlementStatementView = {
  frame: sampleFrame({ paperNumber: 'ST20261125-0009', printedBy: '许若彤', printedAt: out }),
  payer: 'customer',
  payerName: sampleCustomer.name,
  bank: { name: '中国工商银行武汉经济技术开发区支行', account: '3202 0000 1111 2222 333' },
  customer: sampleCustomer,
  vehicle: sampleVehicle,
  repairCategory: '一级维护、小修',
  certificateNumber: 'HG20261125-0009',
  arrivedAt: '2026-11-24T00:42:00.000Z',
  finishedAt: '2026-11-25T02:40:00.000Z',
  odometerOutKm: 45223,
  lines: sampleLines.filter(({ payer, decision }) => payer === 'customer' && decision === 'accepted'),
  totals: {
    labourFen: 45900,
    diagnosisFen: 36000,
    partsFen: 496350,
    subletFen: 0,
    otherFen: 38000,
    discountFen: 2700,
    totalFen: 616250,
    taxFen: 69660,
    byPayer: [{ payer: 'customer', amountFen: 616250 }],
  },
  payments: [
    { kind: 'deposit', method: '微信支付', at: '2026-11-24T01:25:00.000Z', amountFen: 200000 },
    { kind: 'payment', method: '对公转账', at: '2026-11-25T03:05:00.000Z', amountFen: 300000 },
  ],
  dueFen: 116250,
  otherPayers: [
    { payer: 'manufacturer', amountFen: 119700 },
    { payer: 'insurer', amountFen: 60000 },
  ],
  guarantees: [
    { scope: '一级维护、小修、专项修理（法定最低）', days: 10, km: 2000, from: out },
    { scope: '本店承诺：更换的原厂配件与相关工时', days: 365, km: 20000, from: out },
  ],
  oldParts: [
    { name: '前制动片组', qtyMilli: 1000, unit: '套', disposition: 'take_away' },
    { name: '前制动盘', qtyMilli: 2000, unit: '片', disposition: 'take_away' },
    { name: '涡轮增压器冷却液进水管', qtyMilli: 1000, unit: '件', disposition: 'manufacturer_return' },
    { name: '废机油', qtyMilli: 4500, unit: 'L', disposition: 'leave' },
  ],
  notDone: [
    {
      name: '更换后制动片',
      reason: '剩余 3.4 mm，接近 3 mm 极限',
      isSafety: true,
      decision: 'declined',
      refusal: {
        consequence: '制动片磨尽后制动距离显著加长，制动盘与活塞受损，紧急制动时可能失效，造成人身伤亡。',
        customerNote: '已知晓后制动片快磨完，我下个月再来换，这期间由我自己负责。',
        signature: signed('周以宁', '2026-11-25T03:10:00.000Z'),
      },
    },
    {
      name: '空调系统清洗消毒',
      reason: '蒸发箱有霉味，影响车内空气',
      isSafety: false,
      decision: 'deferred',
      refusal: null,
    },
  ],
  nextService: { date: '2027-05-24', odometerKm: 55000, content: '5.5 万公里保养：机油、三滤、变速箱油检查' },
  preferredCallTime: '工作日 19:00–20:30',
  contact: '服务顾问 林晓舟 400-800-5678',
  firstService: false,
  cautions: ['新制动片须磨合 200 km，此间避免急制动。', '轮胎换位后请在 500 km 内复查轮胎螺栓扭矩（140 N·m）。'],
  remarks: '代步车 1 天，费用由店内承担。发票：数电普通发票，已发送至 fapiao@example.com。',
  cashierSignature: signed('许若彤', '2026-11-25T03:00:00.000Z'),
  inspectorSignature: signed('何其正', '2026-11-25T02:40:00.000Z'),
  customerSignature: signed('周以宁（送修人）', '2026-11-25T03:12:00.000Z'),
};

export function sampleStatement(overrides: Partial<SettlementStatementView>): SettlementStatementView {
  return { ...sample, ...overrides };
}
