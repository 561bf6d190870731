import { useQueryClient } from '@tanstack/react-query';
import { useState, type FormEvent } from 'react';
import { firstRunNeededContract, signInContract } from '#domain/staff/sign-in.contract.ts';
import { useContractCommand, useContractQuery } from '#web/api/hooks.ts';
import { chooseStore } from '#web/api/place.ts';
import { LanguageSwitch } from '#web/app/frames/LanguageSwitch.tsx';
import { pathTo } from '#web/app/paths.ts';
import { productName } from '#web/app/product.ts';
import { signInWords } from '#web/features/staff/sign-in.words.ts';
import styles from '#web/features/staff/sign-in.module.css';
import { useT, useWords } from '#web/ui/language.ts';
import { PageLink } from '#web/ui/PageLink.tsx';
import { PhoneButton } from '#web/ui/phone/PhoneButton.tsx';
import { PhoneField } from '#web/ui/phone/PhoneField.tsx';
import { RefusalAlert } from '#web/ui/RefusalAlert.tsx';
import { useGo, useUrlState } from '#web/ui/url-state.ts';

/** Only addresses of this interface are gone to after signing in. */
const safeNext = (next: string): string => (/^\/(?![/\\])/.test(next) ? next : pathTo('start'));

/** Username and password in, home screen out. */
export function SignInPage() {
  const w = useWords(signInWords);
  const t = useT();
  const { data: firstRun } = useContractQuery(firstRunNeededContract, {});
  return (
    <main className={styles['page']}>
      <div className={styles['language']}>
        <LanguageSwitch />
      </div>
      <div className={styles['panel']}>
        <img src="/wheel.svg" alt="" width={52} height={52} />
        <h1>{t(productName)}</h1>
        <p className={styles['slogan']}>{w.slogan}</p>
        <SignInForm />
        {firstRun?.needed ? <PageLink to={pathTo('first_run')}>{w.firstRun}</PageLink> : null}
      </div>
    </main>
  );
}

function useSignIn() {
  const client = useQueryClient();
  const go = useGo();
  const [{ next }] = useUrlState({ next: '' });
  return useContractCommand(signInContract, {
    touches: [],
    onDone: () => {
      chooseStore(null);
      client.clear();
      go(safeNext(next), { replace: true });
    },
  });
}

function SignInForm() {
  const w = useWords(signInWords);
  const signIn = useSignIn();
  const [username, setUsername] = useState('');
  const [password, setPassword] = useState('');
  const submit = (event: FormEvent) => {
    event.preventDefault();
    signIn.run({ username, password });
  };
  const missing = username.trim() && password ? null : w.fillBoth;
  return (
    <form className={styles['form']} onSubmit={submit}>
      <RefusalAlert error={signIn.error} />
      <PhoneField
        label={w.username}
        value={username}
        onChange={setUsername}
        autoComplete="username"
        autoCapitalize="none"
      />
      <PhoneField
        label={w.password}
        value={password}
        onChange={setPassword}
        type="password"
        autoComplete="current-password"
      />
      <PhoneButton kind="primary" type="submit" wide pending={signIn.pending} disabledReason={missing}>
        {w.signIn}
      </PhoneButton>
    </form>
  );
}
