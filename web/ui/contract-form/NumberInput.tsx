import { useState } from 'react';
import { parseYuan } from '#domain/kernel/money.ts';
import { formatHours, formatQty, parseHours, parseQty } from '#domain/kernel/quantity.ts';
import type { Field } from '#web/ui/contract-form/field-model.ts';
import type { InputProps, Shown } from '#web/ui/contract-form/FieldInput.tsx';
import { PhoneField } from '#web/ui/phone/PhoneField.tsx';

<<<<<<< HEAD
type NumberField = Extract<Field, { kind: 'integer' | 'money' | 'quantity' | 'hours' | 'rate' }>;
=======
type NumberField = Extract<Field, { kind: 'integer' | 'money' | 'quantity' | 'hours' | 'percent' }>;

/** `13` and `13%` are 1300 basis points. */
function parsePercent(text: string): number | null {
  const [, percent] = /^(\d{1,3}(?:\.\d{1,2})?)\s*%?$/.exec(text) ?? [];
  return percent === undefined ? null : Math.round(Number(percent) * 100);
}
>>>>>>> ceb4fd5 (Lists are imported as people have them: titles, other headers, shortened numbers and lost date formats are read or told with their remedy, and bad rows are taken away to be mended; forms of the administrator ask in words)

/** How a number is typed and shown: yuan, units with decimals, hours, percent, or plain. */
const forms = {
  integer: { parse: (text: string) => (/^-?\d+$/.test(text) ? Number(text) : null), format: String, unit: '' },
  money: { parse: parseYuan, format: (fen: number) => (fen / 100).toFixed(2), unit: '¥' },
  quantity: { parse: parseQty, format: formatQty, unit: '' },
  rate: { parse: parseHours, format: formatHours, unit: '%' },
  hours: { parse: parseHours, format: formatHours, unit: 'h' },
  percent: { parse: parsePercent, format: (points: number) => String(points / 100), unit: '%' },
} as const;

/** A number; what cannot be read yet is sent as typed, so that the server's word on it stands beside the field. */
export function NumberInput({ field, value, onChange, shown }: InputProps<NumberField> & { readonly shown: Shown }) {
  const { parse, format, unit } = forms[field.kind];
  const [text, setText] = useState(typeof value === 'number' ? format(value) : '');
  const change = (next: string) => {
    setText(next);
    const trimmed = next.trim();
    onChange(trimmed === '' ? null : (parse(trimmed) ?? trimmed));
  };
  const label = unit ? `${shown.label} (${unit})` : shown.label;
  return <PhoneField {...shown} label={label} value={text} onChange={change} inputMode="decimal" />;
}
