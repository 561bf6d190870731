import type { StaffRole } from '#domain/kernel/role.ts';
import { fictionalPhone, personName } from '#db/seed/catalogue/people.ts';
import { drawNew, seededRandom } from '#db/seed/catalogue/random.ts';
import type { Trade } from '#db/seed/catalogue/trade.ts';
import { storeOnePosts, storeTwoPosts, type Post } from '#db/seed/catalogue/posts.ts';

export type CatalogueStore = {
  readonly code: string;
  readonly nameZh: string;
  readonly nameEn: string;
  readonly address: string;
  readonly phone: string;
  readonly taxId: string;
  /** Labour rate per hour in fen, tax included. */
  readonly labourRateFen: Readonly<Record<Trade, number>>;
};

export type CatalogueTeam = {
  readonly storeCode: string;
  readonly code: string;
  readonly nameZh: string;
  readonly nameEn: string;
};

export type BayKind = 'mechanical' | 'body' | 'paint' | 'wash' | 'alignment';
export type CatalogueBay = {
  readonly storeCode: string;
  readonly code: string;
  readonly nameZh: string;
  readonly nameEn: string;
  readonly kind: BayKind;
  /** Fit for work on high-voltage systems: isolated and marked off. */
  readonly highVoltage: boolean;
};

export type CatalogueStaff = {
  readonly storeCode: string;
  readonly username: string;
  readonly name: string;
  readonly phone: string;
  readonly roles: readonly StaffRole[];
  readonly teamCode: string | null;
  readonly trades: readonly Trade[];
  /** Holds the electrician's licence for high-voltage work. */
  readonly highVoltage: boolean;
};

const labourRateFen = { mechanical_electrical: 18_000, body: 16_000, paint: 16_000, detailing: 10_000 } as const;

export const stores: readonly CatalogueStore[] = [
  {
    code: 'S1',
    nameZh: '交车示范店',
    nameEn: 'Jiaoche Demonstration Store',
    address: '示范市城南区枫林路 188 号',
    phone: '4001688001',
    taxId: '91990100JC0000001J',
    labourRateFen,
  },
  {
    code: 'S2',
    nameZh: '交车第二店',
    nameEn: 'Jiaoche Second Store',
    address: '示范市高新区银杏大道 26 号',
    phone: '4001688002',
    taxId: '91990100JC0000002M',
    labourRateFen,
  },
];

export const teams: readonly CatalogueTeam[] = [
  { storeCode: 'S1', code: 'ME1', nameZh: '机电一组', nameEn: 'Mechanical team 1' },
  { storeCode: 'S1', code: 'ME2', nameZh: '机电二组', nameEn: 'Mechanical team 2' },
  { storeCode: 'S1', code: 'BP', nameZh: '钣喷组', nameEn: 'Body and paint team' },
  { storeCode: 'S2', code: 'ME1', nameZh: '综合组', nameEn: 'General team' },
];

type BayRow = readonly [code: string, nameZh: string, nameEn: string, kind: BayKind, highVoltage?: true];

const bayRows: Readonly<Record<string, readonly BayRow[]>> = {
  S1: [
    ['M1', '机电 1 号工位', 'Mechanical bay 1', 'mechanical'],
    ['M2', '机电 2 号工位', 'Mechanical bay 2', 'mechanical'],
    ['M3', '机电 3 号工位', 'Mechanical bay 3', 'mechanical'],
    ['M4', '机电 4 号工位', 'Mechanical bay 4', 'mechanical'],
    ['M5', '快修工位', 'Express bay', 'mechanical'],
    ['M6', '新能源工位', 'New-energy bay', 'mechanical', true],
    ['AL', '四轮定位工位', 'Alignment bay', 'alignment'],
    ['B1', '钣金 1 号工位', 'Body bay 1', 'body'],
    ['B2', '钣金 2 号工位', 'Body bay 2', 'body'],
    ['P1', '烤漆房', 'Paint booth', 'paint'],
    ['W1', '洗车 1 号工位', 'Wash bay 1', 'wash'],
    ['W2', '洗车 2 号工位', 'Wash bay 2', 'wash'],
  ],
  S2: [
    ['M1', '机电 1 号工位', 'Mechanical bay 1', 'mechanical', true],
    ['M2', '机电 2 号工位', 'Mechanical bay 2', 'mechanical'],
    ['BP', '钣喷工位', 'Body and paint bay', 'body'],
    ['W1', '洗车工位', 'Wash bay', 'wash'],
  ],
};

export const bays: readonly CatalogueBay[] = Object.entries(bayRows).flatMap(([storeCode, rows]) =>
  rows.map(([code, nameZh, nameEn, kind, highVoltage = false]) => ({
    storeCode,
    code,
    nameZh,
    nameEn,
    kind,
    highVoltage,
  })),
);

/** Everyone who works at the two stores, with invented names; the same every time. */
export function generateStaff(seed = 20_260_104): readonly CatalogueStaff[] {
  const random = seededRandom(seed);
  const names = new Set<string>();
  const phones = new Set<string>();
  const employ =
    (storeCode: string) =>
    (post: Post): CatalogueStaff => ({
      teamCode: null,
      trades: [],
      highVoltage: false,
      ...post,
      storeCode,
      username: storeCode === 'S1' ? post.username : `store2.${post.username}`,
      name: drawNew(names, () => personName(random)),
      phone: drawNew(phones, () => fictionalPhone(random)),
    });
  return [...storeOnePosts.map(employ('S1')), ...storeTwoPosts.map(employ('S2'))];
}
