import { useState } from 'react';
import { publicAppointmentContracts } from '#domain/appointment/appointment.contract.ts';
import type { OutputOf } from '#domain/kernel/contract.ts';
import { addDays, shopDay } from '#domain/kernel/calendar.ts';
import { useContractQuery } from '#web/api/hooks.ts';
import { PublicPage } from '#web/app/frames/PublicPage.tsx';
import { Loading } from '#web/app/Loading.tsx';
import { pathTo } from '#web/app/paths.ts';
import { BookForm } from '#web/features/appointment/BookForm.tsx';
import { bookWords } from '#web/features/appointment/book.words.ts';
import styles from '#web/features/appointment/book.module.css';
import { useT, useWords } from '#web/ui/language.ts';
import { useNow } from '#web/ui/now.ts';
import { PageLink } from '#web/ui/PageLink.tsx';
import { PhoneButton } from '#web/ui/phone/PhoneButton.tsx';
import { PhoneCard, PhoneStack } from '#web/ui/phone/PhoneCard.tsx';
import { RefusalAlert } from '#web/ui/RefusalAlert.tsx';
import { usePathParams, useUrlState } from '#web/ui/url-state.ts';
import { When } from '#web/ui/When.tsx';

type Made = OutputOf<typeof publicAppointmentContracts.request>;

/** Anybody's way to a place in the workshop, from any phone (R030, R031); staff confirm it by a call. */
export function BookPage() {
  const w = useWords(bookWords);
  const { storeId = '' } = usePathParams();
  const now = useNow();
  const [{ day }, setUrl] = useUrlState({ day: addDays(shopDay(now), 1) });
  const [made, setMade] = useState<Made | null>(null);
  const { data, error, isPending } = useContractQuery(
    publicAppointmentContracts.slots,
    { storeId, day },
    { keepPrevious: true },
  );
  if (!data) return <PublicPage title={w.title}>{isPending ? <Loading /> : <RefusalAlert error={error} />}</PublicPage>;
  return (
    <PublicPage
      store={{ name: data.storeName, nameEn: data.storeNameEn }}
      title={w.title}
      foot={<Foot storeId={storeId} store={data} />}
    >
      {made ? (
        <Done made={made} onAgain={() => setMade(null)} />
      ) : (
        <BookForm
          storeId={storeId}
          store={data}
          day={day}
          today={shopDay(now)}
          onDay={(next) => setUrl({ day: next })}
          onDone={setMade}
        />
      )}
    </PublicPage>
  );
}

type FootProps = { readonly storeId: string; readonly store: OutputOf<typeof publicAppointmentContracts.slots> };

function Foot({ storeId, store }: FootProps) {
  const t = useT();
  const w = useWords(bookWords);
  return (
    <>
      <PageLink to={pathTo('prices', { storeId })}>{w.prices}</PageLink>
      {store.phone ? <a href={`tel:${store.phone}`}>{t(bookWords.callUs, { phone: store.phone })}</a> : null}
      {store.address ? (
        <p>
          {w.address}: {store.address}
        </p>
      ) : null}
    </>
  );
}

function Done({ made, onAgain }: { readonly made: Made; readonly onAgain: () => void }) {
  const w = useWords(bookWords);
  return (
    <PhoneStack>
      <PhoneCard alive>
        <div className={styles['done']} role="status">
          <h2>{w.done}</h2>
          <p className={styles['when']}>
            <When at={made.startsAt} />
          </p>
          <p>
            {w.number} <span className="figures">{made.appointmentNo}</span>
          </p>
          <p>{w.doneText}</p>
        </div>
      </PhoneCard>
      <PhoneButton onPress={onAgain}>{w.again}</PhoneButton>
    </PhoneStack>
  );
}
