import { useMemo, type FormEvent, type ReactNode } from 'react';
import type { Contract, OutputOf } from '#domain/kernel/contract.ts';
import { words } from '#domain/kernel/words.ts';
import type { CallInput } from '#web/api/client.ts';
import { useContractCommand } from '#web/api/hooks.ts';
import styles from '#web/ui/contract-form/contract-form.module.css';
import { keyOf, type Values } from '#web/ui/contract-form/edits.ts';
import { FormContext, type FormOptions } from '#web/ui/contract-form/form-context.ts';
import { FieldInput } from '#web/ui/contract-form/FieldInput.tsx';
import { fieldsOf } from '#web/ui/contract-form/field-model.ts';
import { LeftBehind, StaleNotice } from '#web/ui/contract-form/StaleNotice.tsx';
import { useEdits } from '#web/ui/contract-form/use-edits.ts';
import { useT } from '#web/ui/language.ts';
import { PhoneButton } from '#web/ui/phone/PhoneButton.tsx';
import { RefusalAlert } from '#web/ui/RefusalAlert.tsx';

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

const cancel = words('返回', 'Back');

/**
 * A form made from a contract: every field of its input, the refusal beside the field, what was typed kept. A form that
 * nobody touched yet begins again when others change what it is about. One that somebody filled in sends the version that its
 * fields were filled from, says that others changed it, and offers the newer values or to send it all the same.
 */
export function ContractForm<C extends Contract>(props: Props<C>) {
  const { contract, known, initial = {}, options = {}, intro, submitLabel, onDone, onCancel } = props;
  const t = useT();
  const knownNames = Object.keys(known).join();
  const fields = useMemo(() => fieldsOf(contract, knownNames.split(',')), [contract, knownNames]);
  const now = { known, initial };
  const form = useEdits(fields, now);
  const command = useContractCommand(contract, {
    onDone: (output) => {
      form.settle();
      onDone?.(output);
    },
  });
  const send = (values: Values, withKnown: Values) => command.run({ ...values, ...withKnown } as CallInput<C>);
  const submit = (event: FormEvent) => {
    event.preventDefault();
    form.touch();
    send(form.values, form.known);
  };
  const takeNewer = () => {
    command.reset();
    form.takeNewer();
  };
  const { edits, stale } = form;
  return (
    <FormContext value={{ error: command.error, options, form: contract.name }}>
      <form className={styles['form']} onSubmit={submit} noValidate>
        {intro}
        {fields.map((field) => (
          <FieldInput
            key={keyOf(field, edits)}
            field={field}
            path={field.name}
            value={form.values[field.name]}
            onChange={(value) => form.change(field.name, value)}
          />
        ))}
        <LeftBehind fields={fields} edits={edits} />
        <RefusalAlert error={command.error} shownFields={fields.map(({ name }) => name)} />
        {stale ? (
          <StaleNotice
            {...{ fields, edits, now }}
            pending={command.pending}
            onTake={takeNewer}
            onKeep={() => send(form.keepMine(), known)}
          />
        ) : null}
        <div className={styles['buttons']}>
          {onCancel ? <PhoneButton onPress={onCancel}>{t(cancel)}</PhoneButton> : null}
          <PhoneButton type="submit" kind="primary" pending={command.pending}>
            {submitLabel ?? t(contract)}
          </PhoneButton>
        </div>
      </form>
    </FormContext>
  );
}
