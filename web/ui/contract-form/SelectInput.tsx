import { useEffect, useEffectEvent } from 'react';
import { words } from '#domain/kernel/words.ts';
import { useForm, type FormOption } from '#web/ui/contract-form/form-context.ts';
import type { Field } from '#web/ui/contract-form/field-model.ts';
import type { ControlProps } from '#web/ui/contract-form/control-props.ts';
import { valueWordsOf } from '#domain/process/value-words.ts';
import { useT } from '#web/ui/language.ts';
import { PhoneChoice } from '#web/ui/phone/PhoneChoice.tsx';
import { PhoneFieldPlace } from '#web/ui/phone/PhoneField.tsx';

type SelectField = Extract<Field, { kind: 'choice' | 'reference' }>;

const none = words('—', '—');
const few = 5;

/** One of the contract's values or of the page's options: buttons when they are few, a list when they are many. */
export function SelectInput({ field, path, value, onChange, shown }: ControlProps<SelectField>) {
  const t = useT();
  const { options: given } = useForm();
  const offered = given[path.replaceAll(/\.\d+/g, '')] ?? given[field.name];
  const options: readonly FormOption[] =
    offered ??
    (field.kind === 'choice'
      ? field.values.map((each) => ({ value: each, label: t(valueWordsOf(field.name, each)) }))
      : []);
  const chosen = typeof value === 'string' ? value : null;
  useSoleChoice(field.nullable || chosen !== null ? [] : options, onChange);
  if (options.length === 0 && field.nullable) return null;
  if (options.length > 0 && options.length <= few && !field.nullable) {
    return <PhoneChoice {...shown} options={options} value={chosen} onChange={onChange} />;
  }
  return (
    <PhoneFieldPlace {...shown}>
      {(ids) => (
        <select {...ids} value={chosen ?? ''} onChange={(event) => onChange(event.target.value || null)}>
          <option value="">{t(none)}</option>
          {options.map((option) => (
            <option key={option.value} value={option.value}>
              {option.label}
            </option>
          ))}
        </select>
      )}
    </PhoneFieldPlace>
  );
}

/** What must be chosen from one alone is chosen, for everybody to see. */
function useSoleChoice(options: readonly FormOption[], onChange: (value: unknown) => void): void {
  const sole = options.length === 1 ? options[0]?.value : undefined;
  const choose = useEffectEvent(onChange);
  useEffect(() => {
    if (sole !== undefined) choose(sole);
  }, [sole]);
}
