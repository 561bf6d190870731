import { useMemo, useState, type FormEvent, type ReactNode } from 'react';
import type { Contract, OutputOf } from '#domain/kernel/contract.ts';
import { words } from '#domain/kernel/words.ts';
import type { CallInput } from '#web/api/client.ts';
import { useContractCommand } from '#web/api/hooks.ts';
import styles from '#web/ui/contract-form/contract-form.module.css';
import { FormContext, type FormOptions } from '#web/ui/contract-form/form-context.ts';
import { FieldInput } from '#web/ui/contract-form/FieldInput.tsx';
import { emptyValue, fieldsOf, type Field } from '#web/ui/contract-form/field-model.ts';
import { useT } from '#web/ui/language.ts';
import { PhoneButton } from '#web/ui/phone/PhoneButton.tsx';
import { RefusalAlert } from '#web/ui/RefusalAlert.tsx';

type Values = Readonly<Record<string, unknown>>;

type Props<C extends Contract> = {
  readonly contract: C;
  /** What the page knows: not asked, sent along. */
  readonly known: Values;
  /** What the form begins with. */
  readonly initial?: Values;
  /** Choices for ids, labels and suggestions by field name. */
  readonly options?: FormOptions;
  /** Said above the fields. */
  readonly intro?: ReactNode;
  readonly submitLabel?: string | undefined;
  readonly onDone?: (output: OutputOf<C>) => void;
  readonly onCancel?: () => void;
};

const texts = {
  cancel: words('返回', 'Back'),
  outdated: words(
    '您填写期间，这里的内容已被他人更新。您填写的都还在，请核对后再提交。',
    'Somebody changed this while you were filling it in. What you entered is still here: check before you send it.',
  ),
};

/** A page may begin a form with a whole row: what the contract does not ask is not sent. */
const startOf = (field: Field, initial: Values): unknown =>
  field.name in initial ? initial[field.name] : emptyValue(field);

/**
 * A form made from a contract: every field of its input, the refusal beside the field, what was typed kept. A form that
 * nobody touched yet begins again when others change what it is about; one that somebody filled in says so.
 */
export function ContractForm<C extends Contract>(props: Props<C>) {
  const now = JSON.stringify(props.known);
  const [seen, setSeen] = useState(now);
  const [touched, setTouched] = useState(false);
  if (!touched && seen !== now) setSeen(now);
  return <Filled key={seen} {...props} outdated={touched && seen !== now} onTouch={() => setTouched(true)} />;
}

type FilledProps<C extends Contract> = Props<C> & { readonly outdated: boolean; readonly onTouch: () => void };

function Filled<C extends Contract>({ outdated, onTouch, ...props }: FilledProps<C>) {
  const { contract, known, initial = {}, options = {}, intro, submitLabel, onDone, onCancel } = props;
  const t = useT();
  const knownNames = Object.keys(known).join();
  const fields = useMemo(() => fieldsOf(contract, knownNames.split(',')), [contract, knownNames]);
  const [values, setValues] = useState<Values>(() =>
    Object.fromEntries(fields.map((field) => [field.name, startOf(field, initial)])),
  );
  const command = useContractCommand(contract, { onDone: (output) => onDone?.(output) });
  const submit = (event: FormEvent) => {
    event.preventDefault();
    onTouch();
    command.run({ ...values, ...known } as CallInput<C>);
  };
  return (
    <FormContext value={{ error: command.error, options, form: contract.name }}>
      <form className={styles['form']} onSubmit={submit} noValidate>
        {intro}
        {fields.map((field) => (
          <FieldInput
            key={field.name}
            field={field}
            path={field.name}
            value={values[field.name]}
            onChange={(value) => {
              onTouch();
              setValues((before) => ({ ...before, [field.name]: value }));
            }}
          />
        ))}
        {outdated ? (
          <p className={styles['outdated']} role="status">
            {t(texts.outdated)}
          </p>
        ) : null}
        <RefusalAlert error={command.error} shownFields={fields.map(({ name }) => name)} />
        <div className={styles['buttons']}>
          {onCancel ? <PhoneButton onPress={onCancel}>{t(texts.cancel)}</PhoneButton> : null}
          <PhoneButton type="submit" kind="primary" pending={command.pending}>
            {submitLabel ?? t(contract)}
          </PhoneButton>
        </div>
      </form>
    </FormContext>
  );
}
