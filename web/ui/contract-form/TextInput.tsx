import type { Field } from '#web/ui/contract-form/field-model.ts';
import type { ControlProps } from '#web/ui/contract-form/control-props.ts';
import { PhoneField, PhoneText } from '#web/ui/phone/PhoneField.tsx';

type TextField = Extract<Field, { kind: 'text' | 'long_text' }>;

/** One line, or several where the contract allows much. Empty is null where the field may be missing. */
export function TextInput({ field, value, onChange, shown }: ControlProps<TextField>) {
  const text = typeof value === 'string' ? value : '';
  const change = (next: string) => onChange(next === '' && field.nullable ? null : next);
  if (field.kind === 'long_text') return <PhoneText {...shown} value={text} onChange={change} />;
  return <PhoneField {...shown} value={text} onChange={change} />;
}
