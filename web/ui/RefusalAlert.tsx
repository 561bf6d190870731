import { ApiRefusal, wordsOf } from '#web/api/refusal.ts';
import { words } from '#domain/kernel/words.ts';
import { fieldWordsOf } from '#domain/process/field-words.ts';
import { useForm } from '#web/ui/contract-form/form-context.ts';
import { pathTo } from '#web/app/paths.ts';
import { Icon } from '#web/ui/Icon.tsx';
import { useT } from '#web/ui/language.ts';
import styles from '#web/ui/RefusalAlert.module.css';

const named = words('{field}：', '{field}: ');
const signIn = words(
  '在新窗口登录，再回到这里提交；已填写的内容不会丢失',
  'Sign in in a new window, then send this again: what you entered stays here',
);

/** `lines.0.priceFen` is called what its form calls `priceFen`. */
const lastName = (path: string): string => path.split('.').findLast((part) => !/^\d+$/.test(part)) ?? path;

/** Where somebody is signing in already, a wrong password is no ended session. */
const signedOut = (error: Error): boolean =>
  error instanceof ApiRefusal && error.code === 'unauthenticated' && globalThis.location.pathname !== pathTo('sign_in');

type Props = {
  readonly error: Error | null | undefined;
  /** Fields whose problems already stand beside them. */
  readonly shownFields?: readonly string[];
};

/** Why the server said no, and each problem that has no field on this form. */
export function RefusalAlert({ error, shownFields = [] }: Props) {
  const t = useT();
  const { form } = useForm();
  if (!error) return null;
  const issues = error instanceof ApiRefusal ? error.issues.filter(({ field }) => !shownFields.includes(field)) : [];
  return (
    <div className={styles['alert']} role="alert">
      <Icon name="late" />
      <div>
        <p>{t(wordsOf(error))}</p>
        {signedOut(error) ? (
          <a href={pathTo('sign_in')} target="_blank" rel="noreferrer">
            {t(signIn)}
          </a>
        ) : null}
        {issues.length > 0 ? (
          <ul>
            {issues.map((issue) => (
              <li key={issue.field}>
                {issue.field ? t(named, { field: t(fieldWordsOf(lastName(issue.field), form)) }) : ''}
                {t(issue.words)}
              </li>
            ))}
          </ul>
        ) : null}
      </div>
    </div>
  );
}
