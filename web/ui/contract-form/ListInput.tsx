import { words } from '#domain/kernel/words.ts';
import styles from '#web/ui/contract-form/contract-form.module.css';
import { emptyValue, type Field } from '#web/ui/contract-form/field-model.ts';
import { FieldInput, type InputProps, type Shown } from '#web/ui/contract-form/FieldInput.tsx';
import { useWords } from '#web/ui/language.ts';
import { PhoneButton } from '#web/ui/phone/PhoneButton.tsx';

type ListField = Extract<Field, { kind: 'list' }>;
type Row = Readonly<Record<string, unknown>>;

const texts = { add: words('添加一项', 'Add one'), remove: words('删除', 'Remove') };

/** Rows of fields; one more, one less. */
export function ListInput({ field, path, value, onChange, shown }: InputProps<ListField> & { readonly shown: Shown }) {
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
