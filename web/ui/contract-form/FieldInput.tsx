import { useT } from '#web/ui/language.ts';
import { CheckItemsInput } from '#web/ui/contract-form/CheckItemsInput.tsx';
import { ChoicesInput } from '#web/ui/contract-form/ChoicesInput.tsx';
import { useForm } from '#web/ui/contract-form/form-context.ts';
import styles from '#web/ui/contract-form/contract-form.module.css';
import type { Field } from '#web/ui/contract-form/field-model.ts';
import { fieldWordsOf } from '#domain/process/field-words.ts';
import { ListInput } from '#web/ui/contract-form/ListInput.tsx';
import { NumberInput } from '#web/ui/contract-form/NumberInput.tsx';
import { SelectInput } from '#web/ui/contract-form/SelectInput.tsx';
import { SignatureInput } from '#web/ui/contract-form/SignatureInput.tsx';
import { TextInput } from '#web/ui/contract-form/TextInput.tsx';
import { TimeInput } from '#web/ui/contract-form/TimeInput.tsx';
import { YesNoInput } from '#web/ui/contract-form/YesNoInput.tsx';
import { problemOf } from '#web/ui/forms/problem-of.ts';

export type InputProps<F extends Field = Field> = {
  readonly field: F;
  /** Where the field stands in the input, e.g. `failedLines.0.reason`. */
  readonly path: string;
  readonly value: unknown;
  readonly onChange: (value: unknown) => void;
};

export type Shown = { readonly label: string; readonly problem: string | undefined };

/** The control for one field, by its kind. */
export function FieldInput({ field, path, value, onChange }: InputProps) {
  const t = useT();
  const { error, form } = useForm();
  const shown = { label: t(fieldWordsOf(field.name, form)), problem: problemOf(error, path, t) };
  const common = { path, value, onChange, shown };
  switch (field.kind) {
    case 'text':
    case 'long_text':
      return <TextInput {...common} field={field} />;
    case 'integer':
    case 'money':
    case 'quantity':
    case 'hours':
    case 'rate':
      return <NumberInput {...common} field={field} />;
    case 'instant':
    case 'day':
    case 'time':
      return <TimeInput {...common} field={field} />;
    case 'yes_no':
      return <YesNoInput {...common} field={field} />;
    case 'choice':
    case 'reference':
      return <SelectInput {...common} field={field} />;
    case 'choices':
    case 'references':
      return <ChoicesInput {...common} field={field} />;
    case 'signature':
      return <SignatureInput {...common} field={field} />;
    case 'check_items':
      return <CheckItemsInput {...common} field={field} />;
    case 'list':
      return <ListInput {...common} field={field} />;
    case 'group':
      return <GroupInput {...common} field={field} />;
  }
}

type GroupField = Extract<Field, { kind: 'group' }>;

function GroupInput({ field, path, value, onChange, shown }: InputProps<GroupField> & { readonly shown: Shown }) {
  const group = (value ?? {}) as Readonly<Record<string, unknown>>;
  return (
    <fieldset className={styles['group']}>
      <legend>{shown.label}</legend>
      {field.fields.map((each) => (
        <FieldInput
          key={each.name}
          field={each}
          path={`${path}.${each.name}`}
          value={group[each.name]}
          onChange={(next) => onChange(emptied(field, withField(group, each.name, next)))}
        />
      ))}
    </fieldset>
  );
}

/** A group that may be absent is absent again once everything typed into it is taken out. */
const emptied = ({ nullable }: GroupField, group: object): object | null =>
  nullable && Object.values(group).every((each) => each === null) ? null : group;

/** An optional field left empty is not sent at all. */
function withField(group: Readonly<Record<string, unknown>>, name: string, value: unknown): object {
  const { [name]: _, ...rest } = group;
  return value === undefined || value === '' ? rest : { ...rest, [name]: value };
}
