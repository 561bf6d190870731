import { words } from '#domain/kernel/words.ts';
import { useForm } from '#web/ui/contract-form/form-context.ts';
import styles from '#web/ui/contract-form/contract-form.module.css';
import type { Field } from '#web/ui/contract-form/field-model.ts';
import type { ControlProps } from '#web/ui/contract-form/control-props.ts';
import { useWords } from '#web/ui/language.ts';
import { PhoneButton } from '#web/ui/phone/PhoneButton.tsx';

type CheckField = Extract<Field, { kind: 'check_items' }>;
type Result = 'pass' | 'fail' | 'not_applicable';
type Checked = { readonly item: string; readonly result: Result | null; readonly measured?: string };

const texts = {
  pass: words('合格', 'OK'),
  fail: words('不合格', 'Not OK'),
  not_applicable: words('不适用', 'N/A'),
  all: words('全部合格', 'All OK'),
  measured: words('测量值', 'Measured'),
};

/** The points to check, given by the page as options of the field; each is answered, and may carry a measured value. */
export function CheckItemsInput({ path, value, onChange, shown }: ControlProps<CheckField>) {
  const w = useWords(texts);
  const points = useForm().options[path] ?? [];
  const answers = Array.isArray(value) ? (value as readonly Checked[]) : [];
  const answerOf = (item: string) => answers.find((each) => each.item === item);
  const put = (item: string, changes: Partial<Checked>) => {
    const next = { item, result: null, ...answerOf(item), ...changes };
    const { measured, ...rest } = next;
    const row = measured ? next : rest;
    onChange(answerOf(item) ? answers.map((each) => (each.item === item ? row : each)) : [...answers, row]);
  };
  const passAll = () =>
    onChange(points.map((point) => ({ ...answerOf(point.value), item: point.value, result: 'pass' })));
  return (
    <fieldset className={styles['group']}>
      <legend>{shown.label}</legend>
      <PhoneButton onPress={passAll}>{w.all}</PhoneButton>
      {points.map((point) => (
        <div key={point.value} className={styles['check']} role="group" aria-label={point.label}>
          <span>{point.label}</span>
          <span className={styles['results']}>
            {(['pass', 'fail', 'not_applicable'] as const).map((result) => (
              <label key={result} data-result={result} data-chosen={answerOf(point.value)?.result === result}>
                <input
                  type="radio"
                  name={`${path}.${point.value}`}
                  checked={answerOf(point.value)?.result === result}
                  onChange={() => put(point.value, { result })}
                />
                {w[result]}
              </label>
            ))}
          </span>
          <input
            className={styles['measured']}
            aria-label={`${point.label} ${w.measured}`}
            placeholder={w.measured}
            value={answerOf(point.value)?.measured ?? ''}
            onChange={(event) => put(point.value, { measured: event.target.value })}
          />
        </div>
      ))}
      {shown.problem ? <small role="alert">{shown.problem}</small> : null}
    </fieldset>
  );
}
