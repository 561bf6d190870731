import type { publicAppointmentContracts } from '#domain/appointment/appointment.contract.ts';
import type { OutputOf } from '#domain/kernel/contract.ts';
import { words } from '#domain/kernel/words.ts';
import { bookWords } from '#web/features/appointment/book.words.ts';
import styles from '#web/features/appointment/book.module.css';
import { useT, useWords } from '#web/ui/language.ts';
import { PhoneCard } from '#web/ui/phone/PhoneCard.tsx';

type Props = {
  readonly store: OutputOf<typeof publicAppointmentContracts.slots>;
  readonly accepted: boolean;
  readonly problem: string | undefined;
  readonly onChange: (accepted: boolean) => void;
};

/** Who keeps the data, what for, how long, and the customer's rights (PIPL 17); agreed to by an act of its own. */
export function PrivacyConsent({ store, accepted, problem, onChange }: Props) {
  const t = useT();
  const w = useWords(bookWords);
  const contact = store.phone ? t(bookWords.contact, { phone: store.phone }) : '';
  const name = t(words(store.storeName, store.storeNameEn || store.storeName));
  return (
    <PhoneCard>
      <h2>{w.privacy}</h2>
      <p className={styles['notice']}>{t(bookWords.privacyText, { store: name, contact })}</p>
      <label className={styles['agree']}>
        <input
          type="checkbox"
          checked={accepted}
          aria-invalid={Boolean(problem)}
          onChange={(event) => onChange(event.target.checked)}
        />
        {w.agree}
      </label>
      {problem ? (
        <small className={styles['problem']} role="alert">
          {problem}
        </small>
      ) : null}
    </PhoneCard>
  );
}
