import { shopDay, shopTime } from '#domain/kernel/calendar.ts';
import { formatYuan } from '#domain/kernel/money.ts';
import { formatHours, formatQty } from '#domain/kernel/quantity.ts';
import { words, type Words } from '#domain/kernel/words.ts';
import { fieldWordsOf } from '#domain/process/field-words.ts';
import { valueWordsOf } from '#domain/process/value-words.ts';
import type { FormOptions } from '#web/ui/contract-form/form-context.ts';
import type { Field } from '#web/ui/contract-form/field-model.ts';

type Telling = { readonly t: (words: Words) => string; readonly options: FormOptions; readonly form: string };

const answers = { true: words('是', 'Yes'), false: words('否', 'No') };
const nothing = words('（空）', '(empty)');
const signed = words('已签名', 'signed');

/** What a field holds, as text to read beside the form. */
export function valueText(field: Field, value: unknown, telling: Telling): string {
  const { t } = telling;
  if (value === null || value === undefined || value === '') return t(nothing);
  if (typeof value === 'boolean') return t(answers[`${value}`]);
  if (typeof value === 'number') return numberText(field, value);
  if (typeof value === 'string') return wordText(field, value, telling);
  if (Array.isArray(value)) return listText(field, value, telling);
  return field.kind === 'group' ? groupText(field.fields, value, telling) : t(signed);
}

function numberText({ kind }: Field, value: number): string {
  if (kind === 'money') return formatYuan(value);
  if (kind === 'quantity') return formatQty(value);
  if (kind === 'rate') return `${formatHours(value)}%`;
  return kind === 'hours' ? `${formatHours(value)} h` : String(value);
}

function wordText({ kind, name }: Field, value: string, { t, options }: Telling): string {
  if (kind === 'instant') return `${shopDay(value)} ${shopTime(value)}`;
  const offered = options[name]?.find((option) => option.value === value);
  if (offered) return offered.label;
  return kind === 'choice' || kind === 'choices' ? t(valueWordsOf(name, value)) : value;
}

function listText(field: Field, values: readonly unknown[], telling: Telling): string {
  if (values.length === 0) return telling.t(nothing);
  const each = (value: unknown) =>
    field.kind === 'list' ? groupText(field.fields, value, telling) : valueText(field, value, telling);
  return values.map(each).join('；');
}

/** Only what is said: a group leaves out what is empty. */
function groupText(fields: readonly Field[], value: unknown, telling: Telling): string {
  const row = (value ?? {}) as Readonly<Record<string, unknown>>;
  const told = fields.filter(({ name }) => row[name] !== null && row[name] !== undefined && row[name] !== '');
  const parts = told.map(
    (field) => `${telling.t(fieldWordsOf(field.name, telling.form))} ${valueText(field, row[field.name], telling)}`,
  );
  return parts.join('，') || telling.t(nothing);
}
