import { useId, type InputHTMLAttributes, type ReactNode } from 'react';
import styles from '#web/ui/phone/field.module.css';

type FieldProps = { readonly label: string; readonly hint?: string | undefined; readonly problem?: string | undefined };
type InputProps = FieldProps &
  Omit<InputHTMLAttributes<HTMLInputElement>, 'onChange' | 'value'> & {
    readonly value: string;
    readonly onChange: (value: string) => void;
  };

/** A labelled line of text; what is wrong with it stands beneath. */
export function PhoneField({ label, hint, problem, value, onChange, ...rest }: InputProps) {
  return (
    <PhoneFieldPlace label={label} hint={hint} problem={problem}>
      {(ids) => <input {...rest} {...ids} value={value} onChange={(event) => onChange(event.target.value)} />}
    </PhoneFieldPlace>
  );
}

type TextProps = FieldProps & {
  readonly value: string;
  readonly onChange: (value: string) => void;
  readonly rows?: number;
};

/** A labelled text of several lines. */
export function PhoneText({ label, hint, problem, value, onChange, rows = 3 }: TextProps) {
  return (
    <PhoneFieldPlace label={label} hint={hint} problem={problem}>
      {(ids) => <textarea {...ids} rows={rows} value={value} onChange={(event) => onChange(event.target.value)} />}
    </PhoneFieldPlace>
  );
}

type FieldIds = {
  readonly id: string;
  readonly 'aria-invalid': boolean;
  readonly 'aria-describedby': string | undefined;
};

/** Label, hint and problem around any control. */
export function PhoneFieldPlace({
  label,
  hint,
  problem,
  children,
}: FieldProps & { readonly children: (ids: FieldIds) => ReactNode }) {
  const id = useId();
  const note = problem ?? hint;
  return (
    <div className={styles['field']}>
      <label htmlFor={id}>{label}</label>
      {children({ id, 'aria-invalid': Boolean(problem), 'aria-describedby': note ? `${id}-note` : undefined })}
      {note ? (
        <small
          id={`${id}-note`}
          className={problem ? styles['problem'] : styles['hint']}
          role={problem ? 'alert' : undefined}
        >
          {note}
        </small>
      ) : null}
    </div>
  );
}
