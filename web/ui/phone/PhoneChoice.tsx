import styles from '#web/ui/phone/choice.module.css';

export type ChoiceOption<Value extends string> = { readonly value: Value; readonly label: string };

type Props<Value extends string> = {
  readonly label: string;
  readonly options: readonly ChoiceOption<Value>[];
  readonly value: Value | null;
  readonly onChange: (value: Value) => void;
  readonly problem?: string | undefined;
};

/** One of a few, as large buttons. */
export function PhoneChoice<Value extends string>({ label, options, value, onChange, problem }: Props<Value>) {
  return (
    <fieldset className={styles['choice']}>
      <legend>{label}</legend>
      <div className={styles['options']}>
        {options.map((option) => (
          <label key={option.value} data-chosen={option.value === value}>
            <input type="radio" name={label} checked={option.value === value} onChange={() => onChange(option.value)} />
            {option.label}
          </label>
        ))}
      </div>
      {problem ? (
        <small className={styles['problem']} role="alert">
          {problem}
        </small>
      ) : null}
    </fieldset>
  );
}
