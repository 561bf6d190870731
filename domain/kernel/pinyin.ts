import { pinyin } from 'pinyin-pro';
import { normalizePhone } from '#domain/kernel/phone.ts';
import { normalizePlate, plateProvinces } from '#domain/kernel/plate.ts';
import { normalizeVin } from '#domain/kernel/vin.ts';

/** The syllables of a name in order, lower case without tones; surnames read as surnames (曾 zeng, 单 shan); ü is v. */
export const syllables = (name: string): readonly string[] => read(name, 'head');

function read(name: string, surname: 'head' | 'off'): readonly string[] {
  return pinyin(name.normalize('NFKC'), {
    toneType: 'none',
    type: 'array',
    surname,
    nonZh: 'consecutive',
    v: true,
  })
    .map((syllable) => syllable.toLowerCase().replace(/[^a-z0-9]/g, ''))
    .filter((syllable) => syllable !== '');
}

/** Pinyin initials: 张三丰 is `zsf`. */
export const initials = (name: string): string =>
  syllables(name)
    .map((syllable) => syllable.charAt(0))
    .join('');

/** Full pinyin without spaces: 张三丰 is `zhangsanfeng`. */
export const full = (name: string): string => syllables(name).join('');

/** Initials and full pinyin of what a thing is called, as people type either: 前刹车片 is `qscp qianshachepian`. */
export function thingPinyin(name: string): string {
  const parts = read(name, 'off');
  return `${parts.map((syllable) => syllable.charAt(0)).join('')} ${parts.join('')}`;
}

export type SearchTokenKind =
  | 'name_part'
  | 'initials'
  | 'pinyin'
  | 'phone'
  | 'phone_tail'
  | 'plate'
  | 'plate_tail'
  | 'vin'
  | 'vin_tail'
  | 'order_no'
  | 'order_tail';

/** A token as it is stored beside its row and compared byte by byte (collation "C"). */
export type SearchToken = { readonly kind: SearchTokenKind; readonly token: string };

/** A token to look for: equal to a stored one, or the beginning of one (`token >= x and token < prefixEnd(x)`). */
export type QueryToken = SearchToken & { readonly match: 'equal' | 'prefix' };

export type Searchable = {
  readonly name?: string | null;
  readonly phone?: string | null;
  readonly plate?: string | null;
  readonly vin?: string | null;
  readonly orderNo?: string | null;
};

/** The lengths of tails that people call out: of a plate, VIN, phone and order number. */
const tailLengths = { plate: [3, 4, 5, 6, 7], vin: [4, 5, 6, 7, 8], phone: [4], order: [3, 4, 5, 6] } as const;

const compact = (text: string): string =>
  text
    .normalize('NFKC')
    .toUpperCase()
    .replace(/[^\p{L}\p{N}]/gu, '');
const suffixes = <T>(items: readonly T[]): readonly (readonly T[])[] => items.map((_, index) => items.slice(index));

function tails(kind: SearchTokenKind, value: string, lengths: readonly number[]): SearchToken[] {
  return lengths.filter((length) => length < value.length).map((length) => ({ kind, token: value.slice(-length) }));
}

/** Every ending of the name, so that any contiguous part of it begins a stored token; the same for initials and pinyin. */
function nameTokens(name: string): SearchToken[] {
  const read = syllables(name);
  return [
    ...suffixes([...compact(name)]).map((part) => ({ kind: 'name_part' as const, token: part.join('') })),
    ...suffixes(read).map((part) => ({
      kind: 'initials' as const,
      token: part.map((syllable) => syllable.charAt(0)).join(''),
    })),
    ...suffixes(read).map((part) => ({ kind: 'pinyin' as const, token: part.join('') })),
  ];
}

function numberTokens(
  kinds: readonly [SearchTokenKind, SearchTokenKind],
  value: string,
  lengths: readonly number[],
): SearchToken[] {
  return value ? [{ kind: kinds[0], token: value }, ...tails(kinds[1], value, lengths)] : [];
}

/** The tokens to store for a row, so that equality or a prefix range on them finds it; without repeats. */
export function searchTokens(row: Searchable): readonly SearchToken[] {
  return distinct([
    ...nameTokens(row.name ?? ''),
    ...numberTokens(['phone', 'phone_tail'], normalizePhone(row.phone ?? ''), tailLengths.phone),
    ...numberTokens(['plate', 'plate_tail'], normalizePlate(row.plate ?? ''), tailLengths.plate),
    ...numberTokens(['vin', 'vin_tail'], normalizeVin(row.vin ?? ''), tailLengths.vin),
    ...numberTokens(['order_no', 'order_tail'], compact(row.orderNo ?? ''), tailLengths.order),
  ]);
}

/**
 * What a typed text may mean, as alternatives: a row is found when any one matches. Spaces, dots, dashes,
 * width and case do not matter. Empty when nothing can be looked for.
 */
export function queryTokens(text: string): readonly QueryToken[] {
  const typed = compact(text);
  if (typed === '') return [];
  if (/\p{Script=Han}/u.test(typed)) return hanQuery(typed);
  const digits = /^\d+$/.test(typed);
  const numbers = numberQuery(typed);
  return distinct(digits ? [...phoneQuery(text), ...numbers] : [...latinQuery(typed), ...numbers]);
}

function hanQuery(typed: string): readonly QueryToken[] {
  const name: QueryToken = { kind: 'name_part', token: typed, match: 'prefix' };
  const isPlate = plateProvinces.includes(typed.charAt(0)) && /^.[A-Z][A-Z0-9挂学警港澳使领]*$/.test(typed);
  const isPlateTail = /^[A-Z0-9]{2,6}[挂学警港澳使领]$/.test(typed);
  if (isPlate) return [{ kind: 'plate', token: typed, match: 'prefix' }, name];
  return isPlateTail ? [{ kind: 'plate_tail', token: typed, match: 'equal' }, name] : [name];
}

function phoneQuery(text: string): readonly QueryToken[] {
  const phone = normalizePhone(text);
  if (phone.length === 4) return [{ kind: 'phone_tail', token: phone, match: 'equal' }];
  return phone.length >= 3 ? [{ kind: 'phone', token: phone, match: 'prefix' }] : [];
}

function latinQuery(typed: string): readonly QueryToken[] {
  const lower = typed.toLowerCase();
  const name: QueryToken = { kind: 'name_part', token: typed, match: 'prefix' };
  if (!/^[a-z]+$/.test(lower)) return [name];
  return [{ kind: 'initials', token: lower, match: 'prefix' }, { kind: 'pinyin', token: lower, match: 'prefix' }, name];
}

function numberQuery(typed: string): readonly QueryToken[] {
  const equalTails = (
    [
      ['plate_tail', tailLengths.plate],
      ['vin_tail', tailLengths.vin],
      ['order_tail', tailLengths.order],
    ] as const
  )
    .filter(([, lengths]) => lengths.some((length) => length === typed.length))
    .map(([kind]): QueryToken => ({ kind, token: typed, match: 'equal' }));
  const beginnings: readonly QueryToken[] = [
    { kind: 'vin', token: typed, match: 'prefix' },
    { kind: 'order_no', token: typed, match: 'prefix' },
  ];
  return typed.length < 3 ? equalTails : [...equalTails, ...beginnings];
}

/** The smallest text after every text that begins with the prefix, in byte order of UTF-8. */
export function prefixEnd(prefix: string): string {
  return `${prefix}\u{10FFFF}`;
}

function distinct<T extends SearchToken>(tokens: readonly T[]): readonly T[] {
  return [...new Map(tokens.map((token) => [`${token.kind}:${token.token}`, token])).values()];
}
