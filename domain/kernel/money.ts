import { z } from 'zod';
import { scaledFromText } from '#domain/kernel/scaled-number.ts';

/** Chinese cents as an integer; prices and amounts include tax. */
export type Fen = number;

/** Tax rate in hundredths of a percent: 1300 is 13 %. */
export type BasisPoints = number;

/** The most that a person may enter, and that one line may come to: ¥100 million. */
export const mostFen: Fen = 10_000_000_000;

/** An amount a person may enter: ¥0 to ¥100 million. */
export const fenSchema = z.int().min(0).max(mostFen);

/** A tax rate a person may enter: 0 % to 100 %. */
export const basisPointsSchema = z.int().min(0).max(10_000);

/** Divides exactly and rounds half away from zero, so that a credit mirrors its charge. */
export function divideHalfUp(numerator: bigint, denominator: bigint): number {
  const magnitude = numerator < 0n ? -numerator : numerator;
  const rounded = (2n * magnitude + denominator) / (2n * denominator);
  return toSafe(numerator < 0n ? -rounded : rounded);
}

function toSafe(value: bigint): number {
  const number = Number(value);
  if (!Number.isSafeInteger(number)) throw new RangeError(`amount out of range: ${value}`);
  return number;
}

/** The tax contained in one line's tax-inclusive amount, rounded half up per line. */
export function taxOf(inclusiveFen: Fen, rateBasisPoints: BasisPoints): Fen {
  const rate = BigInt(rateBasisPoints);
  return divideHalfUp(BigInt(inclusiveFen) * rate, 10_000n + rate);
}

/** The amount of a line: unit price in fen times thousandths of a unit. */
export function lineFen(unitPriceFen: Fen, qtyMilli: number): Fen {
  return divideHalfUp(BigInt(unitPriceFen) * BigInt(qtyMilli), 1000n);
}

/** As `lineFen`; null when price and quantity come to more than a line may. */
export function lineFenWithin(unitPriceFen: Fen, qtyMilli: number): Fen | null {
  const most = BigInt(mostFen) * 1000n;
  return BigInt(unitPriceFen) * BigInt(qtyMilli) > most ? null : lineFen(unitPriceFen, qtyMilli);
}

/** The amount of labour: rate in fen per hour times hundredths of an hour. */
export function labourFen(rateFenPerHour: Fen, hoursCenti: number): Fen {
  return divideHalfUp(BigInt(rateFenPerHour) * BigInt(hoursCenti), 100n);
}

/** The total of amounts; throws when it leaves the safe integers. */
export function sum(amounts: Iterable<Fen>): Fen {
  let total = 0n;
  for (const amount of amounts) total += BigInt(amount);
  return toSafe(total);
}

/** `¥1,234.50`; a negative amount is `-¥1,234.50`. */
export function formatYuan(fen: Fen): string {
  const digits = String(Math.abs(fen)).padStart(3, '0');
  const yuan = digits.slice(0, -2).replace(/\B(?=(\d{3})+$)/g, ',');
  return `${fen < 0 ? '-' : ''}¥${yuan}.${digits.slice(-2)}`;
}

/** Reads what people type (`1234.5`, `¥1,234.50`, `１２元`); null when it is no amount of at most two decimals. */
export function parseYuan(text: string): Fen | null {
  const bare = text
    .normalize('NFKC')
    .replace(/\s/g, '')
    .replace(/^(-?)¥/, '$1')
    .replace(/元$/, '');
  return scaledFromText(bare, 2);
}

const digitWords = ['零', '壹', '贰', '叁', '肆', '伍', '陆', '柒', '捌', '玖'] as const;
const placeWords = ['', '拾', '佰', '仟'] as const;
const groupWords = ['', '万', '亿'] as const;
const limitFen = 100_000_000_000_000;

const word = (digit: number): string => digitWords[digit] ?? '';

/** Four digits, 1 to 9999, without leading 零: 1004 is 壹仟零肆. */
function groupCapitals(group: number): string {
  let text = '';
  for (let place = 3; place >= 0; place -= 1) {
    const digit = Math.floor(group / 10 ** place) % 10;
    if (digit > 0) text += word(digit) + (placeWords[place] ?? '');
    else if (text && !text.endsWith('零')) text += '零';
  }
  return text.replace(/零$/, '');
}

function integerCapitals(yuan: number): string {
  let text = '';
  for (let index = groupWords.length - 1; index >= 0; index -= 1) {
    const group = Math.floor(yuan / 10_000 ** index) % 10_000;
    const gap = text !== '' && group > 0 && (group < 1000 || yuan % 10_000 ** (index + 2) < 10_000 ** (index + 1));
    if (group > 0) text += (gap ? '零' : '') + groupCapitals(group) + (groupWords[index] ?? '');
  }
  return text;
}

function fractionCapitals(cents: number, afterYuan: boolean): string {
  const jiao = Math.floor(cents / 10);
  const fen = cents % 10;
  if (cents === 0) return '整';
  const tens = jiao > 0 ? `${word(jiao)}角` : afterYuan ? '零' : '';
  return tens + (fen > 0 ? `${word(fen)}分` : '整');
}

/** An amount in Chinese capitals, as statements print it: 123450 is 壹仟贰佰叁拾肆元伍角整. Below one trillion yuan. */
export function capitalYuan(fen: Fen): string {
  const amount = Math.abs(fen);
  if (!Number.isInteger(fen) || amount >= limitFen) throw new RangeError(`no capitals for ${fen} fen`);
  if (amount === 0) return '零元整';
  const yuan = Math.floor(amount / 100);
  const whole = yuan > 0 ? `${integerCapitals(yuan)}元` : '';
  return `${fen < 0 ? '负' : ''}${whole}${fractionCapitals(amount % 100, yuan > 0)}`;
}
