import type { z } from 'zod';
import { shopDaySchema } from '#domain/kernel/calendar.ts';
import { parseYuan } from '#domain/kernel/money.ts';
import { parseHours, parseQty } from '#domain/kernel/quantity.ts';
import { words, type Words } from '#domain/kernel/words.ts';

/** What a cell says: a value, or why it cannot be taken. */
export type Cell = { readonly value: unknown } | { readonly problem: Words };

/** One column of a template: its header, whether it must be filled, and how a filled cell is read. */
export type Column = {
  readonly zh: string;
  /** Other headers under which lists of other systems carry it. */
  readonly also?: readonly string[];
  readonly required?: true;
  readonly read: (text: string) => Cell;
  /** The value of an empty cell that need not be filled. */
  readonly empty?: unknown;
  readonly example: string;
};

const value = (read: unknown): Cell => ({ value: read });
const problem = (zh: string, en: string): Cell => ({ problem: words(zh, en) });

/** A cell as a field of a contract reads it; the contract's own words tell what is wrong. */
export const field =
  (schema: z.ZodType) =>
  (text: string): Cell => {
    const parsed = schema.safeParse(text);
    if (parsed.success) return value(parsed.data);
    const said = parsed.error.issues[0]?.message ?? '';
    const [zh = '', en = ''] = said.includes(' / ') ? said.split(' / ') : [];
    return zh && en ? problem(zh, en) : problem('内容不正确或过长', 'Not right or too long');
  };

/** A long number that a spreadsheet wrote as `1.61E+10` has lost its digits: nobody can know them. */
export const digits = (schema: z.ZodType) => {
  const read = field(schema);
  return (text: string): Cell =>
    /^\d(?:\.\d+)?E\+?\d+$/i.test(text)
      ? problem(
          '被表格软件写成了科学计数法，号码已丢失：请把该列设为“文本”格式后重新填写',
          'The spreadsheet shortened this number: format the column as text and type it again',
        )
      : read(text);
};

/** A cell that names one of several values in Chinese, by another usual word, or by its stored name. */
export const oneOf =
  (names: Readonly<Record<string, string>>, also: Readonly<Record<string, string>> = {}) =>
  (text: string): Cell => {
    const known = names[text] ?? also[text] ?? (Object.values(names).includes(text) ? text : undefined);
    return known === undefined
      ? problem(`应为：${Object.keys(names).join('、')}`, `One of: ${Object.values(names).join(', ')}`)
      : value(known);
  };

const number = (read: (text: string) => number | null, [zh, en]: readonly [string, string]) => {
  return (text: string): Cell => {
    const found = read(text);
    return found === null || found < 0 ? problem(zh, en) : value(found);
  };
};

export const yuan = number(parseYuan, ['应为金额，如 128.00', 'An amount in yuan, such as 128.00']);
export const hours = number(
  (text) => {
    const found = parseHours(text);
    return found !== null && found <= 100_000 ? found : null;
  },
  ['应为小时数，如 1.5', 'Hours, such as 1.5'],
);
export const quantity = number(parseQty, ['应为数量，最多三位小数', 'A quantity with at most three decimals']);

const units = /(?:公里|千米|km|个月|月|款|年)$/i;

/** A whole number within bounds, as people write it: `23450`, `23,450 km`, `2023款`. */
export const whole = (min: number, max: number) =>
  number(
    (text) => {
      const plain = text.normalize('NFKC').replace(units, '').trim();
      const found = /^\d{1,3}(?:,\d{3})+$/.test(plain) ? plain.replaceAll(',', '') : plain;
      return /^\d{1,9}$/.test(found) && Number(found) >= min && Number(found) <= max ? Number(found) : null;
    },
    [`应为 ${min}–${max} 的整数`, `A whole number from ${min} to ${max}`],
  );

/** `13`, `13%` and `0.13` are 1300 basis points. */
export const taxRate = number(
  (text) => {
    const rate = Number(text.replace('%', ''));
    if (!Number.isFinite(rate)) return null;
    const points = Math.round(rate < 1 && !text.includes('%') ? rate * 10_000 : rate * 100);
    return points <= 10_000 ? points : null;
  },
  ['应为税率，如 13%', 'A tax rate, such as 13%'],
);

const written = /^(\d{4})[-/.年](\d{1,2})[-/.月](\d{1,2})日?(?:[ T].*)?$/;

/** A day as spreadsheets count them, from the end of 1899: what is left of a date whose format got lost. */
const serial = /^[2-6]\d{4}$/;
const serialZero = Date.UTC(1899, 11, 30);

/** `2024-05-01`, `2024/5/1`, `2024年5月1日`, and 45413. */
export function day(text: string): Cell {
  if (serial.test(text)) return value(new Date(serialZero + Number(text) * 86_400_000).toISOString().slice(0, 10));
  const [, year = '', month = '', date = ''] = written.exec(text) ?? [];
  const iso = `${year}-${month.padStart(2, '0')}-${date.padStart(2, '0')}`;
  return shopDaySchema.safeParse(iso).success
    ? value(iso)
    : problem('应为日期，如 2024-05-01', 'A date, such as 2024-05-01');
}
