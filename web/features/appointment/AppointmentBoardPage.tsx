import { Drawer } from 'antd';
import { useState } from 'react';
import { appointmentContracts } from '#domain/appointment/appointment.contract.ts';
import { appointmentMachine } from '#domain/appointment/appointment.machine.ts';
import type { OutputOf } from '#domain/kernel/contract.ts';
import { addDays, shopDateTime, shopDay } from '#domain/kernel/calendar.ts';
import { checkAction } from '#domain/kernel/machine.ts';
import { useContractQuery } from '#web/api/hooks.ts';
import { useActor } from '#web/app/actor.ts';
import { Loading } from '#web/app/Loading.tsx';
import { pathTo } from '#web/app/paths.ts';
import { useSession } from '#web/app/session.ts';
import { AppointmentGrid, noAdvisor } from '#web/features/appointment/AppointmentGrid.tsx';
import { AppointmentCard } from '#web/features/appointment/AppointmentCard.tsx';
import { appointmentWords } from '#web/features/appointment/appointment.words.ts';
import styles from '#web/features/appointment/appointment.module.css';
import { DayList } from '#web/features/appointment/DayList.tsx';
import { MakeAppointment } from '#web/features/appointment/MakeAppointment.tsx';
import { MissedList } from '#web/features/appointment/MissedList.tsx';
import { ActionButton } from '#web/ui/desk/ActionButton.tsx';
import { useT, useWords } from '#web/ui/language.ts';
import { useNow } from '#web/ui/now.ts';
import { PageHeader } from '#web/ui/PageHeader.tsx';
import { PageLink } from '#web/ui/PageLink.tsx';
import { RefusalAlert } from '#web/ui/RefusalAlert.tsx';
import { useUrlState } from '#web/ui/url-state.ts';

type Tag = OutputOf<typeof appointmentContracts.board>['tags'][number];

/** The magnetic board: advisors against hours, a tag per appointment with its marker (R039, R040). */
export function AppointmentBoardPage() {
  const t = useT();
  const w = useWords(appointmentWords);
  const now = useNow();
  const { store } = useSession();
  const mayMake = checkAction(appointmentMachine, 'make', { state: null, actor: useActor() });
  const [{ day, tag }, setUrl] = useUrlState({ day: shopDay(now), tag: '' });
  const choose = (appointmentId: string) => setUrl({ tag: appointmentId });
  const [place, setPlace] = useState<{ readonly advisorId: string | null; readonly startsAt: string } | null>(null);
  const { data, error } = useContractQuery(
    appointmentContracts.board,
    { day },
    { topics: ['board:appointments'], keepPrevious: true },
  );
  const count = (marker: Tag['marker']) => data?.tags.filter((tag) => tag.marker === marker).length ?? 0;
  const summary = t(appointmentWords.summary, {
    all: data?.tags.length ?? 0,
    requested: data?.tags.filter(({ state }) => state === 'requested').length ?? 0,
    arrived: count('arrived'),
    late: count('late'),
  });
  const makeAt = (advisorId: string, time: string) =>
    setPlace({ advisorId: advisorId === noAdvisor ? null : advisorId, startsAt: shopDateTime(day, time) });
  const made = (appointmentId: string) => {
    setPlace(null);
    choose(appointmentId);
  };
  return (
    <>
      <PageHeader title={w.board} note={data ? `${day} · ${summary}` : day}>
        <ActionButton onPress={() => setUrl({ day: addDays(day, -1) })}>{w.previous}</ActionButton>
        <ActionButton onPress={() => setUrl({ day: shopDay(now) })}>{w.today}</ActionButton>
        <ActionButton onPress={() => setUrl({ day: addDays(day, 1) })}>{w.next}</ActionButton>
        {store ? (
          <PageLink to={pathTo('book', { storeId: store.storeId })} target="_blank" className={styles['link'] ?? ''}>
            {w.online}
          </PageLink>
        ) : null}
        <ActionButton
          kind="primary"
          disabledReason={mayMake ? t(mayMake.words) : null}
          onPress={() => setPlace({ advisorId: null, startsAt: firstPlace(day, now) })}
        >
          {w.make}
        </ActionButton>
      </PageHeader>
      <RefusalAlert error={error} />
      <div className={styles['board']}>
        {data ? (
          <AppointmentGrid
            board={data}
            isToday={day === shopDay(now)}
            onTag={choose}
            onPlace={mayMake ? undefined : makeAt}
          />
        ) : error ? null : (
          <Loading />
        )}
        <DayList day={day} onOpen={choose} />
        <MissedList onOpen={choose} />
      </div>
      <Drawer open={place !== null} onClose={() => setPlace(null)} title={w.make} size={560} destroyOnHidden>
        {place ? <MakeAppointment place={place} onDone={made} /> : null}
      </Drawer>
      <Drawer open={tag !== ''} onClose={() => choose('')} size={560} destroyOnHidden>
        {tag ? <AppointmentCard appointmentId={tag} /> : null}
      </Drawer>
    </>
  );
}

/** What a new appointment begins with: ten in the morning, or the next half hour where that has passed. */
function firstPlace(day: string, now: string): string {
  const ten = shopDateTime(day, '10:00');
  const halfHour = 30 * 60_000;
  return ten > now ? ten : new Date(Math.ceil(Date.parse(now) / halfHour) * halfHour).toISOString();
}
