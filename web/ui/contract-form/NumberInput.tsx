import { useState } from 'react';
import { parseYuan } from '#domain/kernel/money.ts';
import { formatHours, formatQty, parseHours, parseQty } from '#domain/kernel/quantity.ts';
import type { Field } from '#web/ui/contract-form/field-model.ts';
import type { ControlProps } from '#web/ui/contract-form/control-props.ts';
import { PhoneField } from '#web/ui/phone/PhoneField.tsx';

type NumberField = Extract<Field, { kind: 'integer' | 'money' | 'quantity' | 'hours' | 'rate' }>;

/** How a number is typed and shown: yuan, units with decimals, hours, percent, or plain. */
const forms = {
  integer: { parse: (text: string) => (/^-?\d+$/.test(text) ? Number(text) : null), format: String, unit: '' },
  money: { parse: parseYuan, format: (fen: number) => (fen / 100).toFixed(2), unit: '¥' },
  quantity: { parse: parseQty, format: formatQty, unit: '' },
  rate: { parse: parseHours, format: formatHours, unit: '%' },
  hours: { parse: parseHours, format: formatHours, unit: 'h' },
} as const;

/** A number; what cannot be read yet is sent as typed, so that the server's word on it stands beside the field. */
export function NumberInput({ field, value, onChange, shown }: ControlProps<NumberField>) {
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
