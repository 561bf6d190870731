import { drawNew, seededRandom, type SeededRandom } from '#db/seed/catalogue/random.ts';

export type CatalogueCustomer = {
  readonly code: string;
  readonly kind: 'person' | 'company';
  readonly name: string;
  readonly phone: string;
  readonly address: string;
  /** Unified social credit code of a company (GB 32100). */
  readonly taxId: string | null;
  /** Whom to talk to at a company. */
  readonly contactName: string | null;
  readonly preferredTime: {
    readonly from: string;
    readonly to: string;
    readonly days: 'any' | 'workdays' | 'days_off';
  } | null;
};

const surnames = '王李张刘陈杨赵黄周吴徐孙胡朱高林何郭马罗梁宋郑谢韩唐冯于董萧程曹袁邓许傅沈曾彭吕';
const givenFirst = '子雨思家文晓佳志建美丽国明海春秋天云书立俊欣嘉梓若亦景承宏瑞';
const givenSecond = '涵轩怡豪婷杰敏军芳涛静磊霞鹏玲宇航洋琳峰倩斌颖超娜浩雪辉燕毅';
const districts = ['城南区', '城北区', '东湖区', '西山区', '高新区', '临港区'];
const roads = ['枫林路', '迎宾大道', '学府街', '清溪路', '望江路', '金桂街', '朝阳路', '文昌街', '银杏大道', '荷塘路'];
const trades = ['汽车租赁', '物流', '建筑工程', '餐饮管理', '医疗器械', '信息技术', '装饰设计', '商贸'];
const brandWords = ['安顺', '恒达', '瑞丰', '广源', '新航', '嘉禾', '博远', '天成', '鼎盛', '同辉'];
const preferences: readonly CatalogueCustomer['preferredTime'][] = [
  null,
  { from: '09:00', to: '11:00', days: 'workdays' },
  { from: '12:00', to: '13:30', days: 'workdays' },
  { from: '18:30', to: '20:00', days: 'any' },
  { from: '10:00', to: '17:00', days: 'days_off' },
];

/** Mobile prefixes that no operator has been given: well formed, and nobody's. */
const unassignedPrefixes = ['161', '163', '164', '168', '169'];

const creditCharacters = '0123456789ABCDEFGHJKLMNPQRTUWXY';

/** A person's name drawn from common surnames and given characters. */
export function personName(random: SeededRandom): string {
  const second = random.chance(0.75) ? random.pick([...givenSecond]) : '';
  return random.pick([...surnames]) + random.pick([...givenFirst]) + second;
}

/** A mobile number that is well formed and belongs to nobody. */
export function fictionalPhone(random: SeededRandom): string {
  return `${random.pick(unassignedPrefixes)}0${String(random.int(0, 9_999_999)).padStart(7, '0')}`;
}

/** The check character of a unified social credit code (GB 32100): weights 3^i modulo 31. */
export function creditCheckCharacter(code: string): string {
  let total = 0;
  let weight = 1;
  for (const character of code) {
    total += creditCharacters.indexOf(character) * weight;
    weight = (weight * 3) % 31;
  }
  return creditCharacters.charAt((31 - (total % 31)) % 31);
}

function taxId(random: SeededRandom): string {
  const body = Array.from({ length: 9 }, () => random.pick([...creditCharacters])).join('');
  const code = `91990100${body}`;
  return code + creditCheckCharacter(code);
}

const address = (random: SeededRandom): string =>
  `示范市${random.pick(districts)}${random.pick(roads)}${random.int(1, 399)}号${random.int(1, 28)}幢${random.int(1, 26)}0${random.int(1, 4)}室`;

const companyName = (random: SeededRandom): string => `示范市${random.pick(brandWords)}${random.pick(trades)}有限公司`;

/** Customers of the demonstration dealership; every tenth is a company. The same count and seed give the same people. */
export function generateCustomers(count = 200, seed = 20_260_101): readonly CatalogueCustomer[] {
  const random = seededRandom(seed);
  const names = new Set<string>();
  const phones = new Set<string>();
  return Array.from({ length: count }, (_, index): CatalogueCustomer => {
    const company = index % 10 === 9;
    return {
      code: `C${String(index + 1).padStart(4, '0')}`,
      kind: company ? 'company' : 'person',
      name: drawNew(names, () => (company ? companyName(random) : personName(random))),
      phone: drawNew(phones, () => fictionalPhone(random)),
      address: address(random),
      taxId: company ? taxId(random) : null,
      contactName: company ? personName(random) : null,
      preferredTime: random.pick(preferences),
    };
  });
}
