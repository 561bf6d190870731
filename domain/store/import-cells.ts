import type { z } from 'zod';
import { parseYuan } from '#domain/kernel/money.ts';
import { parseHours, parseQty } from '#domain/kernel/quantity.ts';
import { words, type Words } from '#domain/kernel/words.ts';

/** What a cell says: a value, or why it cannot be taken. */
export type Cell = { readonly value: unknown } | { readonly problem: Words };

/** One column of a template: its header, whether it must be filled, and how a filled cell is read. */
export type Column = {
  readonly zh: string;
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

/** A cell that names one of several values in Chinese, or by its stored name. */
export const oneOf =
  (names: Readonly<Record<string, string>>) =>
  (text: string): Cell => {
    const known = names[text] ?? (Object.values(names).includes(text) ? text : undefined);
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
export const hours = number(parseHours, ['应为小时数，如 1.5', 'Hours, such as 1.5']);
export const quantity = number(parseQty, ['应为数量，最多三位小数', 'A quantity with at most three decimals']);
export const whole = number((text) => (/^\d{1,9}$/.test(text) ? Number(text) : null), ['应为整数', 'A whole number']);

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

/** `2024-05-01`, `2024/5/1` and `2024年5月1日`. */
export function day(text: string): Cell {
  const match = /^(\d{4})[-/.年](\d{1,2})[-/.月](\d{1,2})日?$/.exec(text);
  const [, year = '', month = '', date = ''] = match ?? [];
  const iso = `${year}-${month.padStart(2, '0')}-${date.padStart(2, '0')}`;
  const real = match !== null && !Number.isNaN(Date.parse(iso)) && new Date(iso).toISOString().startsWith(iso);
  return real ? value(iso) : problem('应为日期，如 2024-05-01', 'A date, such as 2024-05-01');
}
