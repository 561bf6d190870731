import type { Field } from '#web/ui/contract-form/field-model.ts';
import type { InputProps, Shown } from '#web/ui/contract-form/FieldInput.tsx';
import { PhoneField, PhoneText } from '#web/ui/phone/PhoneField.tsx';

type TextField = Extract<Field, { kind: 'text' | 'long_text' }>;

/** One line, or several where the contract allows much. Empty is null where the field may be missing. */
export function TextInput({ field, value, onChange, shown }: InputProps<TextField> & { readonly shown: Shown }) {
  const text = typeof value === 'string' ? value : '';
  const change = (next: string) => onChange(next === '' && field.nullable ? null : next);
  if (field.kind === 'long_text') return <PhoneText {...shown} value={text} onChange={change} />;
  return <PhoneField {...shown} value={text} onChange={change} />;
}
