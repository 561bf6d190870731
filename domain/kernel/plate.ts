import { z } from 'zod';
import { without, type Problem } from '#domain/kernel/problem.ts';

export const plateKinds = ['ordinary', 'new_energy_small', 'new_energy_large', 'trailer_or_special'] as const;
export type PlateKind = (typeof plateKinds)[number];
export type PlateColour = 'blue' | 'yellow' | 'gradient_green' | 'yellow_green' | 'white' | 'black';

/** Province characters of GA 36-2018. */
export const plateProvinces = '京津沪渝冀豫云辽黑湘皖鲁新苏浙赣鄂桂甘晋蒙陕吉闽贵粤青藏川宁琼';

const ordinary = /^.[A-HJ-NP-Z][A-HJ-NP-Z0-9]{5}$/;
const special = /^.[A-HJ-NP-Z][A-HJ-NP-Z0-9]{4}[挂学警港澳使领]$/;
const newEnergySmall = /^.[A-HJ-NP-Z][A-HJK][A-HJ-NP-Z0-9]\d{4}$/;
const newEnergyLarge = /^.[A-HJ-NP-Z]\d{5}[A-HJK]$/;

const problems = {
  length: { zh: '车牌号应为 7 位，新能源为 8 位', en: 'A plate has 7 characters, 8 for new energy' },
  province: { zh: '车牌号首位应为省份简称', en: 'A plate starts with a province character' },
  authority: { zh: '车牌号第二位应为字母（不含 I、O）', en: 'The second character is a letter, not I or O' },
  letters: { zh: '车牌号中没有字母 I 和 O', en: 'Plates do not use the letters I and O' },
  newEnergy: { zh: '新能源车牌号格式不对', en: 'Not a valid new-energy plate' },
  shape: { zh: '车牌号格式不对', en: 'Not a valid plate' },
} as const satisfies Record<string, Problem>;

/** Full-width to half-width, upper case, without spaces, dots and dashes: `沪a·12345` is `沪A12345`. */
export function normalizePlate(text: string): string {
  return text
    .normalize('NFKC')
    .toUpperCase()
    .replace(/[\s·•・.\-—_]/g, '');
}

/** Why a normalised plate is refused by GA 36-2018, or null. */
export function plateProblem(plate: string): Problem | null {
  const characters = [...plate];
  if (characters.length < 7 || characters.length > 8) return problems.length;
  if (!plateProvinces.includes(characters[0] ?? '')) return problems.province;
  if (!/^[A-HJ-NP-Z]$/.test(characters[1] ?? '')) return problems.authority;
  if (/[IO]/.test(plate)) return problems.letters;
  if (kindOf(plate)) return null;
  return characters.length === 8 ? problems.newEnergy : problems.shape;
}

/** A plate as a person types it, normalised; a car without plate yet has none, not an empty one. */
export const plateSchema = z.string().max(20).overwrite(normalizePlate).superRefine(without(plateProblem));

function kindOf(plate: string): PlateKind | null {
  if (newEnergySmall.test(plate)) return 'new_energy_small';
  if (newEnergyLarge.test(plate)) return 'new_energy_large';
  if (special.test(plate)) return 'trailer_or_special';
  return ordinary.test(plate) ? 'ordinary' : null;
}

/** The kind of a valid plate; throws on another. */
export function plateKind(plate: string): PlateKind {
  const kind = kindOf(plate);
  if (!kind || plateProblem(plate)) throw new RangeError(`not a plate: ${plate}`);
  return kind;
}

const specialColours: Readonly<Record<string, PlateColour>> = {
  挂: 'yellow',
  学: 'yellow',
  警: 'white',
  港: 'black',
  澳: 'black',
  使: 'black',
  领: 'black',
};

/** The colour of a valid plate. An ordinary plate does not tell a large vehicle: say so to get yellow. */
export function plateColour(plate: string, vehicleSize: 'small' | 'large' = 'small'): PlateColour {
  const kind = plateKind(plate);
  if (kind === 'new_energy_small') return 'gradient_green';
  if (kind === 'new_energy_large') return 'yellow_green';
  if (kind === 'trailer_or_special') return specialColours[plate.slice(-1)] ?? 'black';
  return vehicleSize === 'large' ? 'yellow' : 'blue';
}

/** What a new-energy plate says of the drive: D A B C E battery electric, F G H J K plug-in or fuel cell; else null. */
export function plateDrive(plate: string): 'battery_electric' | 'plug_in_or_fuel_cell' | null {
  const kind = plateKind(plate);
  if (kind !== 'new_energy_small' && kind !== 'new_energy_large') return null;
  const letter = kind === 'new_energy_small' ? plate.charAt(2) : plate.slice(-1);
  return 'DABCE'.includes(letter) ? 'battery_electric' : 'plug_in_or_fuel_cell';
}

/** `苏E·12L71`, as it is spaced on the car. */
export const spacedPlate = (plate: string): string => `${plate.slice(0, 2)}·${plate.slice(2)}`;

/** `沪A•••45`: province, authority and the last two alone, so that its owner knows it and others do not. */
export function maskPlate(plate: string): string {
  return `${plate.slice(0, 2)}${'•'.repeat(Math.max(0, plate.length - 4))}${plate.slice(-2)}`;
}
