import { words } from '#domain/kernel/words.ts';
import { fieldWordsOf } from '#domain/process/field-words.ts';
import { useT, useWords } from '#web/ui/language.ts';
import { CheckItemsInput } from '#web/ui/contract-form/CheckItemsInput.tsx';
import { ChoicesInput } from '#web/ui/contract-form/ChoicesInput.tsx';
import { useForm } from '#web/ui/contract-form/form-context.ts';
import styles from '#web/ui/contract-form/contract-form.module.css';
import type { ControlProps, FieldProps } from '#web/ui/contract-form/control-props.ts';
import { emptyValue, type Field } from '#web/ui/contract-form/field-model.ts';
import { NumberInput } from '#web/ui/contract-form/NumberInput.tsx';
import { SelectInput } from '#web/ui/contract-form/SelectInput.tsx';
import { SignatureInput } from '#web/ui/contract-form/SignatureInput.tsx';
import { TextInput } from '#web/ui/contract-form/TextInput.tsx';
import { TimeInput } from '#web/ui/contract-form/TimeInput.tsx';
import { YesNoInput } from '#web/ui/contract-form/YesNoInput.tsx';
import { problemOf } from '#web/ui/forms/problem-of.ts';
import { PhoneButton } from '#web/ui/phone/PhoneButton.tsx';

const texts = { add: words('添加一项', 'Add one'), remove: words('删除', 'Remove') };

/** The control for one field, by its kind. */
export function FieldInput({ field, path, value, onChange }: FieldProps) {
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

function GroupInput({ field, path, value, onChange, shown }: ControlProps<GroupField>) {
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

type ListField = Extract<Field, { kind: 'list' }>;
type Row = Readonly<Record<string, unknown>>;

/** Rows of fields; one more, one less. */
function ListInput({ field, path, value, onChange, shown }: ControlProps<ListField>) {
  const w = useWords(texts);
  const rows = Array.isArray(value) ? (value as readonly Row[]) : [];
  const empty = () => Object.fromEntries(field.fields.map((each) => [each.name, emptyValue(each)]));
  const change = (index: number, row: Row) => onChange(rows.map((each, at) => (at === index ? row : each)));
  return (
    <fieldset className={styles['group']}>
      <legend>{shown.label}</legend>
      {rows.map((row, index) => (
        <div key={index} className={styles['row']}>
          {field.fields.map((each) => (
            <FieldInput
              key={each.name}
              field={each}
              path={`${path}.${index}.${each.name}`}
              value={row[each.name]}
              onChange={(next) => change(index, { ...row, [each.name]: next })}
            />
          ))}
          <PhoneButton onPress={() => onChange(rows.filter((_, at) => at !== index))}>{w.remove}</PhoneButton>
        </div>
      ))}
      {shown.problem ? <small role="alert">{shown.problem}</small> : null}
      <PhoneButton onPress={() => onChange([...rows, empty()])}>{w.add}</PhoneButton>
    </fieldset>
  );
}
