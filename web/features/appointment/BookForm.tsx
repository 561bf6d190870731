import { useState, type FormEvent } from 'react';
import { publicAppointmentContracts } from '#domain/appointment/appointment.contract.ts';
import type { OutputOf } from '#domain/kernel/contract.ts';
import { useContractCommand } from '#web/api/hooks.ts';
import { bookWords, commonWishes } from '#web/features/appointment/book.words.ts';
import styles from '#web/features/appointment/book.module.css';
import { PlaceFields } from '#web/features/appointment/PlaceFields.tsx';
import { PrivacyConsent } from '#web/features/appointment/PrivacyConsent.tsx';
import { problemOf } from '#web/ui/forms/problem-of.ts';
import { useT, useWords } from '#web/ui/language.ts';
import { PhoneButton } from '#web/ui/phone/PhoneButton.tsx';
import { PhoneCard, PhoneStack } from '#web/ui/phone/PhoneCard.tsx';
import { PhoneField, PhoneText } from '#web/ui/phone/PhoneField.tsx';
import { RefusalAlert } from '#web/ui/RefusalAlert.tsx';

type Store = OutputOf<typeof publicAppointmentContracts.slots>;

type Props = {
  readonly storeId: string;
  readonly store: Store;
  readonly day: string;
  readonly today: string;
  readonly onDay: (day: string) => void;
  readonly onDone: (made: OutputOf<typeof publicAppointmentContracts.request>) => void;
};

const empty = { requestedJobs: '', customerWords: '', customerName: '', phone: '', plate: '', model: '' };
const shownFields = [...Object.keys(empty), 'startsAt', 'privacyAccepted'];

/** Wish, time, who and which car, and the consent; what is refused stands beside its field and nothing typed is lost. */
export function BookForm({ storeId, store, day, today, onDay, onDone }: Props) {
  const t = useT();
  const w = useWords(bookWords);
  const [values, setValues] = useState(empty);
  const [startsAt, setStartsAt] = useState<string | null>(null);
  const [privacyAccepted, setAccepted] = useState(false);
  const command = useContractCommand(publicAppointmentContracts.request, { onDone, touches: [] });
  const problem = (field: string) => problemOf(command.error, field, t);
  const fieldOf = (name: keyof typeof empty) => ({
    label: w[labels[name]],
    value: values[name],
    problem: problem(name),
    onChange: (text: string) => setValues((before) => ({ ...before, [name]: text })),
  });
  const submit = (event: FormEvent) => {
    event.preventDefault();
    const optional = { plate: values.plate || null, model: values.model || null };
    const customerWords = values.customerWords || null;
    command.run({ storeId, ...values, ...optional, customerWords, startsAt: startsAt ?? '', privacyAccepted });
  };
  return (
    <form onSubmit={submit} noValidate>
      <PhoneStack>
        <PhoneCard>
          <h2>{w.wish}</h2>
          <Wishes chosen={values.requestedJobs} onChoose={fieldOf('requestedJobs').onChange} />
          <PhoneText {...fieldOf('requestedJobs')} hint={w.jobsHint} rows={2} />
          <PhoneText {...fieldOf('customerWords')} rows={2} />
        </PhoneCard>
        <PlaceFields
          slots={store.slots}
          day={day}
          today={today}
          chosen={startsAt}
          problem={startsAt === null && command.error ? w.chooseTime : problem('startsAt')}
          onDay={(next) => {
            setStartsAt(null);
            onDay(next);
          }}
          onChoose={setStartsAt}
        />
        <PhoneCard>
          <PhoneField {...fieldOf('customerName')} autoComplete="name" />
          <PhoneField {...fieldOf('phone')} type="tel" inputMode="tel" autoComplete="tel" />
          <PhoneField {...fieldOf('plate')} hint={w.plateHint} autoCapitalize="characters" />
          <PhoneField {...fieldOf('model')} />
        </PhoneCard>
        <PrivacyConsent
          store={store}
          accepted={privacyAccepted}
          problem={problem('privacyAccepted')}
          onChange={setAccepted}
        />
        <RefusalAlert error={command.error} shownFields={shownFields} />
        <PhoneButton type="submit" kind="primary" wide pending={command.pending}>
          {w.submit}
        </PhoneButton>
      </PhoneStack>
    </form>
  );
}

const labels = {
  requestedJobs: 'jobs',
  customerWords: 'words',
  customerName: 'name',
  phone: 'phone',
  plate: 'plate',
  model: 'model',
} as const satisfies Record<keyof typeof empty, keyof typeof bookWords>;

type WishesProps = { readonly chosen: string; readonly onChoose: (jobs: string) => void };

/** What most people ask for; a press adds it to the wish or takes it out again. */
function Wishes({ chosen, onChoose }: WishesProps) {
  const t = useT();
  const w = useWords(bookWords);
  const parts = chosen.split('、').filter(Boolean);
  const press = (wish: string) =>
    onChoose((parts.includes(wish) ? parts.filter((each) => each !== wish) : [...parts, wish]).join('、'));
  return (
    <div className={styles['wishes']} role="group" aria-label={w.wishes}>
      {commonWishes
        .map((each) => t(each))
        .map((wish) => (
          <button key={wish} type="button" aria-pressed={parts.includes(wish)} onClick={() => press(wish)}>
            {wish}
          </button>
        ))}
    </div>
  );
}
