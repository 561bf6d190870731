import type { ChargeLineView } from '#documents/paper.view.ts';

const base: ChargeLineView = {
  kind: 'labour',
  code: '',
  name: '',
  necessity: null,
  source: 'customer_instruction',
  measure: null,
  origin: null,
  payer: 'customer',
  taxRate: 1300,
  discountFen: 0,
  amountFen: 0,
  isSafety: false,
  decision: 'accepted',
  technician: null,
};

export function labour(code: string, name: string, more: Partial<ChargeLineView>): ChargeLineView {
  return {
    ...base,
    code,
    name,
    measure: { of: 'hours', hoursCenti: 120, rateFen: 18000 },
    amountFen: 21600,
    technician: '吴子谦',
    ...more,
  };
}

export function part(code: string, name: string, more: Partial<ChargeLineView>): ChargeLineView {
  return {
    ...base,
    kind: 'part',
    code,
    name,
    origin: 'oem',
    measure: { of: 'quantity', qtyMilli: 1000, unit: '件', priceFen: 12800 },
    amountFen: 12800,
    ...more,
  };
}

/** A rich order: maintenance, brakes, a warranty repair, an internal goodwill line, sublet and towing. */
export const sampleLines: ChargeLineView[] = [
  labour('M0400', '4.5 万公里定期保养（含全车 32 项检查、轮胎换位、蓄电池检测）', {
    necessity: '到达保养手册规定里程',
    measure: { of: 'hours', hoursCenti: 150, rateFen: 18000 },
    amountFen: 24300,
    discountFen: 2700,
  }),
  labour('B1021', '更换前制动片与制动盘', {
    source: 'technician_recommendation',
    necessity: '前制动片剩余 2.1 mm，低于 3 mm 极限；继续使用会加长制动距离、损伤制动盘',
    isSafety: true,
    decision: 'accepted',
  }),
  labour('B1022', '更换后制动片', {
    source: 'technician_recommendation',
    necessity: '剩余 3.4 mm，接近极限',
    isSafety: true,
    decision: 'declined',
    amountFen: 18000,
    measure: { of: 'hours', hoursCenti: 100, rateFen: 18000 },
  }),
  labour('E2207', '更换涡轮增压器冷却液管路（质量担保）', {
    payer: 'manufacturer',
    amountFen: 43200,
    measure: { of: 'hours', hoursCenti: 240, rateFen: 18000 },
  }),
  {
    ...labour('D0001', '发动机异响诊断（上限 2 h，含拆检）', {
      amountFen: 36000,
      measure: { of: 'hours', hoursCenti: 200, rateFen: 18000 },
    }),
    kind: 'diagnosis',
  },
  labour('A3310', '空调系统清洗消毒', {
    source: 'technician_recommendation',
    necessity: '蒸发箱有霉味',
    decision: 'deferred',
    amountFen: 28800,
    measure: null,
  }),
  part('06L 115 562 B', '机油滤清器', {}),
  part('G 052 183 M2', '全合成机油 0W-20(LONGLIFE)', {
    measure: { of: 'quantity', qtyMilli: 4500, unit: 'L', priceFen: 15800 },
    amountFen: 71100,
  }),
  part('5Q0 698 151 AG', '前制动片组（含磨损报警线）', {
    isSafety: true,
    amountFen: 98000,
    measure: { of: 'quantity', qtyMilli: 1000, unit: '套', priceFen: 98000 },
  }),
  part('5Q0 615 301 H', '前制动盘', {
    isSafety: true,
    amountFen: 136000,
    measure: { of: 'quantity', qtyMilli: 2000, unit: '片', priceFen: 68000 },
  }),
  part('8V0 698 451 D', '后制动片组', {
    isSafety: true,
    decision: 'declined',
    origin: 'equivalent',
    amountFen: 42000,
    measure: { of: 'quantity', qtyMilli: 1000, unit: '套', priceFen: 42000 },
  }),
  part('06K 121 070 C', '涡轮增压器冷却液进水管', {
    payer: 'manufacturer',
    amountFen: 76500,
    measure: { of: 'quantity', qtyMilli: 1000, unit: '件', priceFen: 76500 },
  }),
  part('REM-06K903', '发电机总成（修复件，厂家再制造，含 12 个月保证）', {
    origin: 'refurbished',
    amountFen: 168000,
    measure: { of: 'quantity', qtyMilli: 1000, unit: '台', priceFen: 168000 },
  }),
  part('CUST-001', '客户自备雨刮片（已检验，可用）', {
    origin: 'customer_supplied',
    amountFen: 0,
    measure: { of: 'quantity', qtyMilli: 2000, unit: '支', priceFen: 0 },
  }),
  part('N 013 815 7', '放油螺栓密封垫圈', {
    amountFen: 850,
    measure: { of: 'quantity', qtyMilli: 1000, unit: '个', priceFen: 850 },
  }),
  part('B 000 750 M3', '制动液 DOT4（新车首次两年、其后每两年更换）', {
    amountFen: 9600,
    measure: { of: 'quantity', qtyMilli: 1000, unit: 'L', priceFen: 9600 },
  }),
  {
    ...part('S-0912', '前保险杠喷漆（外加工：江城精致钣喷中心）', {
      payer: 'insurer',
      origin: null,
      amountFen: 60000,
      measure: { of: 'quantity', qtyMilli: 1000, unit: '幅', priceFen: 60000 },
    }),
    kind: 'sublet',
  },
  {
    ...part('O-0003', '救援拖车（市区 18 km）', {
      taxRate: 900,
      origin: null,
      amountFen: 38000,
      measure: { of: 'quantity', qtyMilli: 1000, unit: '次', priceFen: 38000 },
    }),
    kind: 'other',
  },
  {
    ...part('O-0011', '店内优惠：代步车补贴', {
      payer: 'internal',
      taxRate: 600,
      origin: null,
      amountFen: 0,
      measure: null,
    }),
    kind: 'other',
  },
];

/** Enough lines to fill several pages. */
export function manyLines(count: number): ChargeLineView[] {
  return Array.from({ length: count }, (_, index) => {
    const line = sampleLines[index % sampleLines.length];
    if (line === undefined) throw new Error('no sample line');
    return { ...line, code: `${line.code} /${index + 1}` };
  });
}
