import { words, type Words } from '#domain/kernel/words.ts';
import { fieldWordsOf } from '#domain/process/field-words.ts';
import { changedByOthers, type Edits, type Ground } from '#web/ui/contract-form/edits.ts';
import { useForm } from '#web/ui/contract-form/form-context.ts';
import styles from '#web/ui/contract-form/contract-form.module.css';
import type { Field } from '#web/ui/contract-form/field-model.ts';
import { valueText } from '#web/ui/contract-form/value-text.ts';
import { useT, useWords } from '#web/ui/language.ts';
import { PhoneButton } from '#web/ui/phone/PhoneButton.tsx';

const texts = {
  outdated: words(
    '您填写期间，这里的内容已被他人更新。您填写的都还在，请核对后再提交。',
    'Somebody changed this while you were filling it in. What you entered is still here: check before you send it.',
  ),
  sign: words(
    '签名针对的是原内容，请采用最新内容后重新签名。',
    'The signature was for the former content: sign again.',
  ),
  now: words('现在：{value}', 'Now: {value}'),
  mine: words('您填写的：{value}', 'You entered: {value}'),
  left: words('已采用最新内容，您先前填写的是：', 'The newer values are taken. You had entered:'),
  take: words('采用最新内容', 'Take the newer values'),
  keep: words('按我填写的提交', 'Send what I entered'),
};

type Props = {
  readonly fields: readonly Field[];
  readonly edits: Edits;
  readonly now: Ground;
  readonly pending: boolean;
  readonly onTake: () => void;
  readonly onKeep: () => void;
};

/** Others changed what a half-filled form is about: what is stored now beside what was typed, and the two ways on. */
export function StaleNotice({ fields, edits, now, pending, onTake, onKeep }: Props) {
  const w = useWords(texts);
  const tell = useTelling();
  const signs = fields.some(({ kind }) => kind === 'signature');
  const others = changedByOthers(fields, edits, now).filter(({ kind }) => kind !== 'signature');
  return (
    <div className={styles['outdated']} role="status">
      <p>{signs ? w.sign : w.outdated}</p>
      <dl>
        {others.map((field) => (
          <div key={field.name}>
            <dt>{tell.label(field)}</dt>
            <dd>{tell.said(texts.now, tell.value(field, now.initial[field.name]))}</dd>
            {field.name in edits.typed ? (
              <dd>{tell.said(texts.mine, tell.value(field, edits.typed[field.name]))}</dd>
            ) : null}
          </div>
        ))}
      </dl>
      <div className={styles['buttons']}>
        {signs || others.length > 0 ? <PhoneButton onPress={onTake}>{w.take}</PhoneButton> : null}
        {signs ? null : (
          <PhoneButton onPress={onKeep} pending={pending}>
            {w.keep}
          </PhoneButton>
        )}
      </div>
    </div>
  );
}

/** What was typed and gave way to newer values, to be read and typed again where it is still meant. */
export function LeftBehind({ fields, edits }: Pick<Props, 'fields' | 'edits'>) {
  const w = useWords(texts);
  const tell = useTelling();
  const left = fields.filter(({ name }) => name in edits.left);
  if (left.length === 0) return null;
  return (
    <div className={styles['outdated']} role="status">
      <p>{w.left}</p>
      <dl>
        {left.map((field) => (
          <div key={field.name}>
            <dt>{tell.label(field)}</dt>
            <dd>{tell.value(field, edits.left[field.name])}</dd>
          </div>
        ))}
      </dl>
    </div>
  );
}

function useTelling() {
  const t = useT();
  const { options, form } = useForm();
  return {
    label: (field: Field) => t(fieldWordsOf(field.name, form)),
    value: (field: Field, value: unknown) => valueText(field, value, { t, options, form }),
    said: (about: Words, value: string) => t(about, { value }),
  };
}
