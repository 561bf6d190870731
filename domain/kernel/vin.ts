import { z } from 'zod';
import { without, type Problem } from '#domain/kernel/problem.ts';

const weights = [8, 7, 6, 5, 4, 3, 2, 10, 0, 9, 8, 7, 6, 5, 4, 3, 2];
const letterValues: Readonly<Record<string, number>> = {
  A: 1,
  B: 2,
  C: 3,
  D: 4,
  E: 5,
  F: 6,
  G: 7,
  H: 8,
  J: 1,
  K: 2,
  L: 3,
  M: 4,
  N: 5,
  P: 7,
  R: 9,
  S: 2,
  T: 3,
  U: 4,
  V: 5,
  W: 6,
  X: 7,
  Y: 8,
  Z: 9,
};
const yearCodes = 'ABCDEFGHJKLMNPRSTVWXY123456789';
const firstYearOfCodes = 1980;

const problems = {
  length: { zh: '车辆识别代号应为 17 位', en: 'A VIN has 17 characters' },
  letters: { zh: '车辆识别代号中没有字母 I、O、Q', en: 'A VIN does not use the letters I, O and Q' },
  characters: { zh: '车辆识别代号只含字母和数字', en: 'A VIN has letters and digits alone' },
} as const satisfies Record<string, Problem>;

/** Full-width to half-width, upper case, without spaces and dashes. */
export function normalizeVin(text: string): string {
  return text
    .normalize('NFKC')
    .toUpperCase()
    .replace(/[\s\-*]/g, '');
}

/** Why a normalised VIN is refused by GB 16735 / ISO 3779, or null. The check digit warns only, see `vinCheckDigitOk`. */
export function vinProblem(vin: string): Problem | null {
  if (vin.length !== 17) return problems.length;
  if (/[IOQ]/.test(vin)) return problems.letters;
  return /^[A-Z0-9]{17}$/.test(vin) ? null : problems.characters;
}

/** A VIN as a person types it, normalised. */
export const vinSchema = z.string().max(40).overwrite(normalizeVin).superRefine(without(vinProblem));

/** The check digit that position 9 of a well-formed VIN ought to hold: 0–9 or X. */
export function expectedCheckDigit(vin: string): string {
  if (vinProblem(vin)) throw new RangeError(`not a VIN: ${vin}`);
  const total = weights.reduce((sum, weight, index) => sum + weight * characterValue(vin.charAt(index)), 0);
  return total % 11 === 10 ? 'X' : String(total % 11);
}

const characterValue = (character: string): number => letterValues[character] ?? Number(character);

/**
 * Whether position 9 is right. Compulsory in China and North America; imported cars may fail,
 * so a failure warns and may be overridden with a reason.
 */
export function vinCheckDigitOk(vin: string): boolean {
  return vinProblem(vin) === null && vin.charAt(8) === expectedCheckDigit(vin);
}

/**
 * The model year of position 10: the latest year of the 30-year cycle not after next year, seen from
 * `referenceYear` (cars of the next model year are sold already). Null when the character is no year code.
 */
export function modelYear(vin: string, referenceYear: number): number | null {
  const index = yearCodes.indexOf(vin.charAt(9));
  if (vinProblem(vin) || index < 0) return null;
  const latest = referenceYear + 1;
  const first = firstYearOfCodes + index;
  return first > latest ? null : first + Math.floor((latest - first) / 30) * 30;
}
