import { useForm, type FormOption } from '#web/ui/contract-form/form-context.ts';
import styles from '#web/ui/contract-form/contract-form.module.css';
import type { Field } from '#web/ui/contract-form/field-model.ts';
import type { ControlProps } from '#web/ui/contract-form/control-props.ts';
import { valueWordsOf } from '#domain/process/value-words.ts';
import { useT } from '#web/ui/language.ts';

type ChoicesField = Extract<Field, { kind: 'choices' | 'references' }>;

/** Any of several, as boxes to tick. */
export function ChoicesInput({ field, path, value, onChange, shown }: ControlProps<ChoicesField>) {
  const t = useT();
  const { options: given } = useForm();
  const chosen = Array.isArray(value) ? (value as readonly string[]) : [];
  const options: readonly FormOption[] =
    given[path] ??
    (field.kind === 'choices'
      ? field.values.map((each) => ({ value: each, label: t(valueWordsOf(field.name, each)) }))
      : []);
  const toggle = (each: string) =>
    onChange(chosen.includes(each) ? chosen.filter((other) => other !== each) : [...chosen, each]);
  return (
    <fieldset className={styles['group']}>
      <legend>{shown.label}</legend>
      {options.map((option) => (
        <label key={option.value} className={styles['tick']}>
          <input type="checkbox" checked={chosen.includes(option.value)} onChange={() => toggle(option.value)} />
          {option.label}
        </label>
      ))}
      {shown.problem ? <small role="alert">{shown.problem}</small> : null}
    </fieldset>
  );
}
