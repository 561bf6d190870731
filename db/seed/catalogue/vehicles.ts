import { addDays, daysBetween } from '#domain/kernel/calendar.ts';
import { expectedCheckDigit } from '#domain/kernel/vin.ts';
import { carModels, type CarModel } from '#db/seed/catalogue/models.ts';
import { drawNew, seededRandom, type SeededRandom } from '#db/seed/catalogue/random.ts';

export type CatalogueVehicle = {
  readonly code: string;
  /** The owner's code among the customers. */
  readonly customerCode: string;
  readonly modelCode: string;
  /** Null while the car has no plate yet. */
  readonly plate: string | null;
  readonly vin: string;
  /** Why a VIN with a wrong check digit is right all the same; null for a right one. */
  readonly vinOverrideReason: string | null;
  readonly colourZh: string;
  readonly colourEn: string;
  readonly firstRegisteredOn: string;
  readonly kmPerDay: number;
  /** The odometer on `catalogueDay`. */
  readonly odometerKm: number;
};

/** The day at which the odometers of the catalogue were read. */
export const catalogueDay = '2026-06-30';

const importedCar = carModels.filter((model) => model.imported);
const domesticCars = carModels.filter((model) => !model.imported);
const yearCodes = 'ABCDEFGHJKLMNPRSTVWXY123456789';
const plateLetters = 'ABCDEFGHJKLMNPQRSTUVWXYZ';
const colours = [
  ['珍珠白', 'pearl white'],
  ['雅黑', 'black'],
  ['银灰', 'silver grey'],
  ['宝石蓝', 'sapphire blue'],
  ['绛红', 'deep red'],
  ['青绿', 'jade green'],
] as const;

type Drawing = { readonly random: SeededRandom; readonly plates: Set<string> };

function drawPlate(model: CarModel, random: SeededRandom): string {
  const digits = (count: number): string => Array.from({ length: count }, () => random.int(0, 9)).join('');
  if (model.powerType === 'battery_electric')
    return `苏E${random.pick(['D', 'A'])}${random.pick([...plateLetters])}${digits(4)}`;
  if (model.powerType === 'plug_in_hybrid') return `苏EF${digits(5)}`;
  return `苏E${digits(2)}${random.pick([...plateLetters])}${digits(2)}`;
}

/** A VIN whose check digit is right; of imported cars another character than the right one stands there, as markets without the rule do. */
function buildVin(model: CarModel, year: number, serial: number): string {
  const yearCode = yearCodes.charAt((year - 1980) % 30);
  const vin = `${model.wmi}${model.descriptor}0${yearCode}${model.plant}${String(serial).padStart(6, '0')}`;
  const right = expectedCheckDigit(vin);
  return vin.slice(0, 8) + (model.imported ? 'Z' : right) + vin.slice(9);
}

function buildVehicle(index: number, { random, plates }: Drawing): CatalogueVehicle {
  const imported = index === 40 || index === 140;
  const withoutPlate = index === 60 || index === 160;
  const model = random.pick(imported ? importedCar : domesticCars);
  const firstRegisteredOn = addDays(catalogueDay, -(withoutPlate ? random.int(3, 20) : random.int(60, 2900)));
  const kmPerDay = random.int(12, 75);
  const [colourZh, colourEn] = random.pick(colours);
  const plate = drawNew(plates, () => drawPlate(model, random));
  return {
    code: `V${String(index + 1).padStart(4, '0')}`,
    customerCode: `C${String(index + 1).padStart(4, '0')}`,
    modelCode: model.code,
    plate: withoutPlate ? null : plate,
    vin: buildVin(model, Number(firstRegisteredOn.slice(0, 4)), 100_001 + index * 37),
    vinOverrideReason: imported ? '进口车,原厂车架号不含校验位,已核对实车' : null,
    colourZh,
    colourEn,
    firstRegisteredOn,
    kmPerDay,
    odometerKm: daysBetween(firstRegisteredOn, catalogueDay) * kmPerDay + random.int(5, 60),
  };
}

/** One car for each customer of the demonstration dealership. The same count and seed give the same cars. */
export function generateVehicles(count = 200, seed = 20_260_102): readonly CatalogueVehicle[] {
  const drawing: Drawing = { random: seededRandom(seed), plates: new Set() };
  return Array.from({ length: count }, (_, index) => buildVehicle(index, drawing));
}
