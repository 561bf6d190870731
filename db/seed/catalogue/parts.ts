import { fittedFamilies, universalFamilies, type PartFamily, type PartUnit } from '#db/seed/catalogue/part-families.ts';
import { seededRandom, type SeededRandom } from '#db/seed/catalogue/random.ts';

export type CataloguePart = {
  readonly code: string;
  readonly nameZh: string;
  readonly nameEn: string;
  readonly brand: string;
  readonly unit: PartUnit;
  readonly unitPriceFen: number;
  readonly averageCostFen: number;
  readonly origin: 'oem' | 'equivalent' | 'refurbished';
  /** Rack, shelf and level: `A-03-2`. */
  readonly bin: string;
  readonly onHandMilli: number;
  /** Safety stock: below it the part is to be ordered. */
  readonly minimumMilli: number;
  readonly category: string;
  readonly taxRateBp: number;
};

type Fit = { readonly code: string; readonly zh: string; readonly en: string; readonly pricePercent: number };
type Draft = Pick<
  CataloguePart,
  'code' | 'nameZh' | 'nameEn' | 'brand' | 'origin' | 'unitPriceFen' | 'unit' | 'category'
>;

const fits: readonly Fit[] = [
  { code: 'VW', zh: '大众', en: 'Volkswagen', pricePercent: 100 },
  { code: 'TY', zh: '丰田', en: 'Toyota', pricePercent: 105 },
  { code: 'HD', zh: '本田', en: 'Honda', pricePercent: 98 },
  { code: 'NS', zh: '日产', en: 'Nissan', pricePercent: 85 },
  { code: 'BY', zh: '比亚迪', en: 'BYD', pricePercent: 90 },
];
const equivalentBrands = ['同驰', '安瑞达', '恒信配'] as const;
const refurbishedBrand = '绿循再制造';

const racks: Readonly<Record<string, string>> = {
  engine: 'A',
  brakes: 'B',
  chassis: 'C',
  electrical: 'D',
  body: 'E',
  fluids: 'F',
  tyres_and_batteries: 'G',
  small_parts: 'H',
  paint: 'J',
  new_energy: 'K',
};

/** A share of a price in whole yuan, as fen. */
const wholeYuan = (yuan: number, percent: number): number => Math.max(1, Math.round((yuan * percent) / 100)) * 100;

const origins = {
  oem: { suffix: '', zh: '', en: '', percent: 100 },
  equivalent: { suffix: 'E', zh: '(同质)', en: ' (equivalent)', percent: 62 },
  refurbished: { suffix: 'R', zh: '(再制造)', en: ' (refurbished)', percent: 55 },
} as const;

function fitted(family: PartFamily, fitIndex: number, origin: CataloguePart['origin']): readonly Draft[] {
  const fit = fits[fitIndex];
  if (!fit) return [];
  const { suffix, zh, en, percent } = origins[origin];
  const otherBrand = origin === 'equivalent' ? equivalentBrands[fitIndex % equivalentBrands.length] : refurbishedBrand;
  return [
    {
      code: `${fit.code}-${family.number}${suffix}`,
      nameZh: `${fit.zh} ${family.nameZh}${zh}`,
      nameEn: `${fit.en} ${family.nameEn}${en}`,
      brand: origin === 'oem' ? `${fit.zh}原厂` : (otherBrand ?? refurbishedBrand),
      origin,
      unitPriceFen: wholeYuan(family.yuan, (fit.pricePercent * percent) / 100),
      unit: family.unit,
      category: family.category,
    },
  ];
}

/** OEM for every make; equivalents for every make; refurbished assemblies for the two most frequent makes. */
function draftsOf(family: PartFamily): readonly Draft[] {
  const others = family.alsoAs === 'refurbished' ? [0, 1] : [0, 1, 2, 3, 4];
  return [
    ...fits.flatMap((_, fitIndex) => fitted(family, fitIndex, 'oem')),
    ...(family.alsoAs ? others.flatMap((fitIndex) => fitted(family, fitIndex, family.alsoAs ?? 'oem')) : []),
  ];
}

const universal = (family: PartFamily): Draft => ({
  code: `GN-${family.number}`,
  nameZh: family.nameZh,
  nameEn: family.nameEn,
  brand: '通用',
  origin: 'oem',
  unitPriceFen: family.yuan * 100,
  unit: family.unit,
  category: family.category,
});

/** Five levels to a shelf, filled in order; one part to a place. */
function binOf(category: string, place: number): string {
  const shelf = String(Math.floor(place / 5) + 1).padStart(2, '0');
  return `${racks[category] ?? 'Z'}-${shelf}-${(place % 5) + 1}`;
}

/** Cheap parts are kept in number, dear ones by the piece; some have run out, some lie too long. */
function stockOf(draft: Draft, random: SeededRandom): Pick<CataloguePart, 'onHandMilli' | 'minimumMilli'> {
  const usual = draft.unitPriceFen < 10_000 ? 24 : draft.unitPriceFen < 60_000 ? 8 : 2;
  const minimumMilli = Math.ceil(usual / 3) * 1000;
  if (random.chance(0.05)) return { onHandMilli: 0, minimumMilli };
  const units = random.int(Math.ceil(usual / 4), usual * 2);
  const opened = draft.unit === '升' ? random.int(0, 9) * 100 : 0;
  return { onHandMilli: units * 1000 + opened, minimumMilli };
}

/** The parts of the demonstration dealership: 300, the same every time. */
export function generateParts(seed = 20_260_103): readonly CataloguePart[] {
  const random = seededRandom(seed);
  const places = new Map<string, number>();
  const drafts = [...fittedFamilies.flatMap(draftsOf), ...universalFamilies.map(universal)];
  return drafts.map((draft) => {
    const place = places.get(draft.category) ?? 0;
    places.set(draft.category, place + 1);
    return {
      ...draft,
      averageCostFen: Math.round((draft.unitPriceFen * random.int(60, 74)) / 100),
      bin: binOf(draft.category, place),
      ...stockOf(draft, random),
      taxRateBp: 1300,
    };
  });
}
