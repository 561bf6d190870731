import { useState, type FormEvent } from 'react';
import { firstRunContract, firstRunNeededContract } from '#domain/staff/sign-in.contract.ts';
import { useContractCommand, useContractQuery } from '#web/api/hooks.ts';
import { LanguageSwitch } from '#web/app/frames/LanguageSwitch.tsx';
import { pathTo } from '#web/app/paths.ts';
import { signInWords } from '#web/features/staff/sign-in.words.ts';
import styles from '#web/features/staff/sign-in.module.css';
import { problemOf } from '#web/ui/forms/problem-of.ts';
import { useT, useWords } from '#web/ui/language.ts';
import { PageLink } from '#web/ui/PageLink.tsx';
import { PhoneButton } from '#web/ui/phone/PhoneButton.tsx';
import { PhoneField } from '#web/ui/phone/PhoneField.tsx';
import { RefusalAlert } from '#web/ui/RefusalAlert.tsx';
import { useGo } from '#web/ui/url-state.ts';

const fields = ['token', 'storeName', 'storeNameEn', 'name', 'username', 'password'] as const;
const empty = { token: '', storeName: '', storeNameEn: '', name: '', username: '', password: '' };

/** Makes the first store and its administrator with the token printed at start. */
export function FirstRunPage() {
  const w = useWords(signInWords);
  const { data } = useContractQuery(firstRunNeededContract, {});
  return (
    <main className={styles['page']}>
      <div className={styles['language']}>
        <LanguageSwitch />
      </div>
      <div className={styles['panel']}>
        <img src="/wheel.svg" alt="" width={52} height={52} />
        <h1>{w.firstRunTitle}</h1>
        <p className={styles['slogan']}>{data?.needed === false ? w.firstRunDone : w.firstRunHint}</p>
        {data?.needed === false ? <PageLink to={pathTo('sign_in')}>{w.toSignIn}</PageLink> : <FirstRunForm />}
      </div>
    </main>
  );
}

function FirstRunForm() {
  const w = useWords(signInWords);
  const t = useT();
  const go = useGo();
  const [values, setValues] = useState(empty);
  const open = useContractCommand(firstRunContract, {
    touches: [],
    onDone: () => go(pathTo('sign_in'), { replace: true }),
  });
  const submit = (event: FormEvent) => {
    event.preventDefault();
    open.run(values);
  };
  const labels = { ...w, name: w.name };
  return (
    <form className={styles['form']} onSubmit={submit}>
      <RefusalAlert error={open.error} shownFields={fields} />
      {fields.map((field) => (
        <PhoneField
          key={field}
          label={labels[field]}
          hint={field === 'password' ? w.passwordHint : undefined}
          problem={problemOf(open.error, field, t)}
          value={values[field]}
          onChange={(value) => setValues({ ...values, [field]: value })}
          type={field === 'password' ? 'password' : 'text'}
          autoComplete={field === 'password' ? 'new-password' : 'off'}
        />
      ))}
      <PhoneButton kind="primary" type="submit" wide pending={open.pending}>
        {w.create}
      </PhoneButton>
    </form>
  );
}
