import type { Vehicle } from '#domain/customer/customer.ts';
import type { OrderKind } from '#domain/repair-order/repair-order.ts';
import type { SeededRandom } from '#db/seed/catalogue/random.ts';
import type { AddOn, Job, VisitPlan } from '#db/seed/stories/plan.ts';

/** Why a car comes, and what is done to it. */
export type Theme = {
  readonly name: string;
  readonly weight: number;
  readonly complaint: string;
  readonly jobs: (random: SeededRandom) => readonly Job[];
  readonly kind?: OrderKind;
  readonly drives?: 'engine' | 'battery';
  readonly changes?: Partial<VisitPlan>;
};

const oil = (random: SeededRandom): Job => ({
  operation: 'MA01',
  parts: [
    [1001, 1000],
    [random.pick([8001, 8002]), random.pick([4000, 4500])],
    [8201, 1000],
  ],
});
const inspection: Job = { operation: 'MB02', parts: [] };
const airFilter: Job = { operation: 'MA02', parts: [[1002, 1000]] };
const cabinFilter: Job = { operation: 'MB03', parts: [[4001, 1000]] };
const frontPads: Job = { operation: 'BR01', parts: [[2001, 1000]], reason: '前制动片厚度接近极限' };
const some = (random: SeededRandom, ...jobs: readonly Job[]): Job[] => jobs.filter(() => random.chance(0.5));

export const themes: readonly Theme[] = [
  {
    name: 'oil_service',
    weight: 34,
    complaint: '到保养里程了，做个常规保养。',
    drives: 'engine',
    jobs: (random) => [oil(random), inspection, ...some(random, airFilter, cabinFilter)],
  },
  {
    name: 'ev_check',
    weight: 12,
    complaint: '新能源车例行检查，续航比以前短一点。',
    drives: 'battery',
    jobs: (random) => [
      { operation: 'NM01', parts: [] },
      { operation: 'NM05', parts: [] },
      ...some(random, cabinFilter),
    ],
  },
  {
    name: 'brakes',
    weight: 10,
    complaint: '刹车时有尖叫声，制动距离变长。',
    jobs: (random) => [frontPads, ...some(random, { operation: 'MB04', parts: [[8008, 1000]] })],
  },
  {
    name: 'tyres',
    weight: 8,
    complaint: '轮胎磨损，想换两条前胎。',
    jobs: (random) => [
      {
        operation: 'CH03',
        parts: [
          [random.pick([8101, 8102]), 2000],
          [8105, 2000],
        ],
      },
      { operation: 'CH01', parts: [] },
    ],
  },
  {
    name: 'battery',
    weight: 5,
    complaint: '早上启动困难，仪表变暗。',
    drives: 'engine',
    jobs: () => [{ operation: 'EL02', parts: [[8107, 1000]], reason: '蓄电池内阻过大' }],
  },
  {
    name: 'cooling_air',
    weight: 6,
    complaint: '空调不冷，出风有异味。',
    jobs: () => [
      { operation: 'AC01', parts: [[8011, 1000]] },
      { operation: 'MB05', parts: [[8015, 1000]] },
    ],
  },
  {
    name: 'chassis',
    weight: 5,
    complaint: '过减速带前轮有“咯噔”声。',
    jobs: () => [
      { operation: 'CH08', parts: [[3004, 1000]] },
      { operation: 'CH01', parts: [] },
    ],
  },
  {
    name: 'diagnosis_only',
    weight: 5,
    complaint: '发动机故障灯偶尔亮，想先查一下原因。',
    drives: 'engine',
    jobs: () => [{ operation: 'EN01', kind: 'diagnosis', parts: [], reason: '检测费事先告知，封顶收取' }],
  },
  {
    name: 'declined',
    weight: 3,
    complaint: '想问问更换减震器的价格。',
    jobs: () => [{ operation: 'CH05', parts: [[3001, 1000]] }],
    changes: { choice: 'decline', ending: 'declined' },
  },
  {
    name: 'warranty',
    weight: 5,
    kind: 'warranty',
    complaint: '怠速抖动，点火线圈报故障码，车辆在保修期内。',
    drives: 'engine',
    jobs: () => [{ operation: 'EN02', parts: [[1005, 1000]], payer: 'manufacturer', reason: '在保修期内' }],
  },
  {
    name: 'body_paint',
    weight: 5,
    kind: 'insurance',
    complaint: '左前翼子板和前杠剐蹭，走保险。',
    jobs: () => [
      { operation: 'BD04', parts: [], payer: 'insurer' },
      {
        operation: 'PT03',
        parts: [
          [8301, 500],
          [8302, 300],
        ],
        payer: 'insurer',
      },
    ],
    changes: { waits: false, pace: 1 },
  },
  {
    name: 'internal',
    weight: 2,
    kind: 'internal',
    complaint: '试驾车例行整备。',
    jobs: () => [{ operation: 'MB08', parts: [], payer: 'internal' }],
    changes: { wash: true, waits: false },
  },
];

/** Jobs found while working. */
export const addOns: readonly AddOn[] = [
  {
    operation: 'BR02',
    parts: [[2002, 1000]],
    necessity: 'safety',
    reason: '后制动片厚度不足 3 毫米，影响制动安全',
    system: 'brakes',
    finding: '后制动片厚度不足 3 毫米',
    choice: 'accept',
  },
  {
    operation: 'MB07',
    parts: [[4002, 1000]],
    necessity: 'recommended',
    reason: '雨刮片老化，刮拭不净',
    system: 'body',
    finding: '雨刮片胶条开裂',
    choice: 'accept',
  },
  {
    operation: 'MB04',
    parts: [[8008, 1000]],
    necessity: 'recommended',
    reason: '制动液含水率 3.2%',
    system: 'brakes',
    finding: '制动液含水率超标',
    choice: 'accept',
  },
  {
    operation: 'CH08',
    parts: [[3004, 1000]],
    necessity: 'normal',
    reason: '稳定杆连杆球头松旷',
    system: 'suspension',
    finding: '左前稳定杆连杆球头松旷',
    choice: 'accept',
  },
];

/** Themes that fit a car. */
export function fits({ drives }: Theme, { powerType }: Vehicle): boolean {
  if (drives === undefined) return true;
  const battery = powerType === 'battery_electric' || powerType === 'plug_in_hybrid';
  return drives === 'battery' ? battery : powerType !== 'battery_electric';
}

/** One of the themes, by their weights. */
export function pickTheme(random: SeededRandom, among: readonly Theme[]): Theme {
  const total = among.reduce((sum, { weight }) => sum + weight, 0);
  let left = random.next() * total;
  for (const theme of among) {
    left -= theme.weight;
    if (left < 0) return theme;
  }
  const [first] = among;
  if (!first) throw new RangeError('no theme fits');
  return first;
}
