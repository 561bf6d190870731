import { useState, type FormEvent } from 'react';
import { ownPasswordContract } from '#domain/staff/sign-in.contract.ts';
import { useContractCommand } from '#web/api/hooks.ts';
import { signInWords } from '#web/features/staff/sign-in.words.ts';
import styles from '#web/features/staff/sign-in.module.css';
import { problemOf } from '#web/ui/forms/problem-of.ts';
import { useT, useWords } from '#web/ui/language.ts';
import { PageHeader } from '#web/ui/PageHeader.tsx';
import { PhoneButton } from '#web/ui/phone/PhoneButton.tsx';
import { PhoneField } from '#web/ui/phone/PhoneField.tsx';
import { RefusalAlert } from '#web/ui/RefusalAlert.tsx';

const nothing = { current: '', password: '', again: '' };

/** Whoever got a first password from the administrator chooses one that nobody else knows. */
export function OwnPasswordPage() {
  const w = useWords(signInWords);
  const t = useT();
  const [typed, setTyped] = useState(nothing);
  const [done, setDone] = useState(false);
  const command = useContractCommand(ownPasswordContract, {
    touches: [],
    onDone: () => {
      setTyped(nothing);
      setDone(true);
    },
  });
  const put = (name: keyof typeof nothing) => (value: string) => setTyped({ ...typed, [name]: value });
  const { current, password, again } = typed;
  const submit = (event: FormEvent) => {
    event.preventDefault();
    setDone(false);
    command.run({ current, password });
  };
  const wrong = again !== '' && again !== password ? w.differs : undefined;
  return (
    <>
      <PageHeader title={w.change} />
      <form className={styles['own']} onSubmit={submit}>
        {done ? <p role="status">{w.changed}</p> : null}
        <RefusalAlert error={command.error} shownFields={['current', 'password']} />
        <PhoneField
          label={w.current}
          value={current}
          onChange={put('current')}
          type="password"
          autoComplete="current-password"
          problem={problemOf(command.error, 'current', t)}
        />
        <PhoneField
          label={w.newPassword}
          hint={w.passwordHint}
          value={password}
          onChange={put('password')}
          type="password"
          autoComplete="new-password"
          problem={problemOf(command.error, 'password', t)}
        />
        <PhoneField
          label={w.again}
          value={again}
          onChange={put('again')}
          type="password"
          autoComplete="new-password"
          problem={wrong}
        />
        <PhoneButton kind="primary" type="submit" pending={command.pending} disabledReason={wrong ?? null}>
          {w.change}
        </PhoneButton>
      </form>
    </>
  );
}
