export type PowerType = 'gasoline' | 'hybrid' | 'plug_in_hybrid' | 'battery_electric';

/** Drives with a combustion engine. */
export const engineDrives: readonly PowerType[] = ['gasoline', 'hybrid', 'plug_in_hybrid'];
/** Drives charged from outside, which carry new-energy plates. */
export const batteryDrives: readonly PowerType[] = ['plug_in_hybrid', 'battery_electric'];

export type CarModel = {
  readonly code: string;
  readonly brandZh: string;
  readonly brandEn: string;
  readonly nameZh: string;
  readonly nameEn: string;
  /** World manufacturer identifier: the first three characters of the VIN. */
  readonly wmi: string;
  /** Vehicle descriptor: characters four to eight of the VIN. */
  readonly descriptor: string;
  readonly plant: string;
  readonly powerType: PowerType;
  readonly imported: boolean;
  readonly serviceIntervalMonths: number;
  readonly serviceIntervalKm: number;
};

type Row = Omit<CarModel, 'imported' | 'serviceIntervalMonths'> & { readonly imported?: true };

const rows: readonly Row[] = [
  {
    code: 'PASSAT',
    brandZh: '大众',
    brandEn: 'Volkswagen',
    nameZh: '帕萨特',
    nameEn: 'Passat',
    wmi: 'LSV',
    descriptor: 'CE4C3',
    plant: '2',
    powerType: 'gasoline',
    serviceIntervalKm: 10_000,
  },
  {
    code: 'LAVIDA',
    brandZh: '大众',
    brandEn: 'Volkswagen',
    nameZh: '朗逸',
    nameEn: 'Lavida',
    wmi: 'LSV',
    descriptor: 'NV2BR',
    plant: '2',
    powerType: 'gasoline',
    serviceIntervalKm: 10_000,
  },
  {
    code: 'TIGUAN',
    brandZh: '大众',
    brandEn: 'Volkswagen',
    nameZh: '途观L',
    nameEn: 'Tiguan L',
    wmi: 'LSV',
    descriptor: 'UB65N',
    plant: '2',
    powerType: 'gasoline',
    serviceIntervalKm: 10_000,
  },
  {
    code: 'ID4X',
    brandZh: '大众',
    brandEn: 'Volkswagen',
    nameZh: 'ID.4 X',
    nameEn: 'ID.4 X',
    wmi: 'LSV',
    descriptor: 'FA6E9',
    plant: '2',
    powerType: 'battery_electric',
    serviceIntervalKm: 20_000,
  },
  {
    code: 'TOUAREG',
    brandZh: '大众',
    brandEn: 'Volkswagen',
    nameZh: '途锐',
    nameEn: 'Touareg',
    wmi: 'WVG',
    descriptor: 'AB9CR',
    plant: 'D',
    powerType: 'gasoline',
    serviceIntervalKm: 10_000,
    imported: true,
  },
  {
    code: 'CAMRY',
    brandZh: '丰田',
    brandEn: 'Toyota',
    nameZh: '凯美瑞',
    nameEn: 'Camry',
    wmi: 'LVG',
    descriptor: 'BF5CK',
    plant: 'G',
    powerType: 'hybrid',
    serviceIntervalKm: 10_000,
  },
  {
    code: 'HIGHLANDER',
    brandZh: '丰田',
    brandEn: 'Toyota',
    nameZh: '汉兰达',
    nameEn: 'Highlander',
    wmi: 'LVG',
    descriptor: 'EN56A',
    plant: 'G',
    powerType: 'hybrid',
    serviceIntervalKm: 10_000,
  },
  {
    code: 'ACCORD',
    brandZh: '本田',
    brandEn: 'Honda',
    nameZh: '雅阁',
    nameEn: 'Accord',
    wmi: 'LHG',
    descriptor: 'CV186',
    plant: '0',
    powerType: 'gasoline',
    serviceIntervalKm: 5000,
  },
  {
    code: 'SYLPHY',
    brandZh: '日产',
    brandEn: 'Nissan',
    nameZh: '轩逸',
    nameEn: 'Sylphy',
    wmi: 'LGB',
    descriptor: 'H52E0',
    plant: 'Y',
    powerType: 'gasoline',
    serviceIntervalKm: 5000,
  },
  {
    code: 'HANEV',
    brandZh: '比亚迪',
    brandEn: 'BYD',
    nameZh: '汉EV',
    nameEn: 'Han EV',
    wmi: 'LGX',
    descriptor: 'CE6CC',
    plant: '0',
    powerType: 'battery_electric',
    serviceIntervalKm: 20_000,
  },
  {
    code: 'DOLPHIN',
    brandZh: '比亚迪',
    brandEn: 'BYD',
    nameZh: '海豚',
    nameEn: 'Dolphin',
    wmi: 'LGX',
    descriptor: 'CH4CB',
    plant: '0',
    powerType: 'battery_electric',
    serviceIntervalKm: 20_000,
  },
  {
    code: 'SONGPLUS',
    brandZh: '比亚迪',
    brandEn: 'BYD',
    nameZh: '宋PLUS DM-i',
    nameEn: 'Song PLUS DM-i',
    wmi: 'LGX',
    descriptor: 'C76C4',
    plant: '0',
    powerType: 'plug_in_hybrid',
    serviceIntervalKm: 10_000,
  },
];

/** The car models that come to the demonstration dealership. */
export const carModels: readonly CarModel[] = rows.map((row) => ({
  imported: false,
  serviceIntervalMonths: 12,
  ...row,
}));
