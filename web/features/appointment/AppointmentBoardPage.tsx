import { Drawer } from 'antd';
import { useState } from 'react';
import { appointmentContracts } from '#domain/appointment/appointment.contract.ts';
import { appointmentMachine } from '#domain/appointment/appointment.machine.ts';
import { tagMarkerWords } from '#domain/appointment/tag.ts';
import type { OutputOf } from '#domain/kernel/contract.ts';
import { addDays, addMinutes, shopDateTime, shopDay, shopTime } from '#domain/kernel/calendar.ts';
import { checkAction } from '#domain/kernel/machine.ts';
import { useContractQuery } from '#web/api/hooks.ts';
import { useActor } from '#web/app/actor.ts';
import { pathTo } from '#web/app/paths.ts';
import { useSession } from '#web/app/session.ts';
import { AppointmentCard } from '#web/features/appointment/AppointmentCard.tsx';
import { appointmentWords } from '#web/features/appointment/appointment.words.ts';
import styles from '#web/features/appointment/appointment.module.css';
import { DayList } from '#web/features/appointment/DayList.tsx';
import { MakeAppointment } from '#web/features/appointment/MakeAppointment.tsx';
import { ActionButton } from '#web/ui/desk/ActionButton.tsx';
import { useT, useWords } from '#web/ui/language.ts';
import { useNow } from '#web/ui/now.ts';
import { PageHeader } from '#web/ui/PageHeader.tsx';
import { PageLink } from '#web/ui/PageLink.tsx';
import { PlateTag } from '#web/ui/PlateTag.tsx';
import { RefusalAlert } from '#web/ui/RefusalAlert.tsx';
import type { Tone } from '#web/ui/theme.ts';
import { TimeGrid, type GridTag } from '#web/ui/TimeGrid.tsx';
import { useUrlState } from '#web/ui/url-state.ts';

type Board = OutputOf<typeof appointmentContracts.board>;
type Tag = Board['tags'][number];

const none = 'none';
const tones: Readonly<Record<Tag['marker'], Tone>> = { none: 'active', arrived: 'good', late: 'warn', no_show: 'bad' };

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
    setPlace({ advisorId: advisorId === none ? null : advisorId, startsAt: shopDateTime(day, time) });
  const made = (appointmentId: string) => {
    setPlace(null);
    choose(appointmentId);
  };
  return (
    <>
      <PageHeader title={w.board} note={`${day} · ${summary}`}>
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
          <Grid board={data} isToday={day === shopDay(now)} onTag={choose} onPlace={mayMake ? undefined : makeAt} />
        ) : null}
        <DayList day={day} onOpen={choose} />
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

type GridProps = {
  readonly board: Board;
  readonly isToday: boolean;
  readonly onTag: (appointmentId: string) => void;
  readonly onPlace: ((advisorId: string, time: string) => void) | undefined;
};

function Grid({ board, isToday, onTag, onPlace }: GridProps) {
  const t = useT();
  const w = useWords(appointmentWords);
  const first = board.hours[0] ?? board.now;
  const last = board.hours.at(-1) ?? board.now;
  const tags: GridTag[] = board.tags.map((tag) => ({
    key: tag.appointmentId,
    row: tag.advisorId ?? none,
    from: tag.startsAt,
    until: addMinutes(tag.startsAt, tag.minutes),
    tone: tag.state === 'requested' ? 'neutral' : tones[tag.marker],
    label: `${shopTime(tag.startsAt)} ${tag.customerName} ${tag.plates.join(' ')} ${tag.requestedJobs} ${t(tagMarkerWords[tag.marker])}`,
    content: <TagFace tag={tag} />,
  }));
  const rows = [
    ...board.advisors.map(({ advisorId, name }) => ({ key: advisorId, title: name })),
    { key: none, title: w.unassigned },
  ];
  return (
    <TimeGrid
      roomy
      tall
      label={w.board}
      opensAt={shopTime(first)}
      closesAt={shopTime(addMinutes(last, 60))}
      rows={rows}
      tags={tags}
      {...(isToday ? { now: board.now } : {})}
      onTag={(tag) => onTag(tag.key)}
      {...(onPlace ? { onPlace } : {})}
    />
  );
}

function TagFace({ tag }: { readonly tag: Tag }) {
  const t = useT();
  return (
    <span className={styles['tag']}>
      <span className={styles['tagHead']}>
        <span className="figures">{shopTime(tag.startsAt)}</span>
        {tag.marker === 'none' ? null : <em>{t(tagMarkerWords[tag.marker])}</em>}
      </span>
      <strong>{tag.customerName}</strong>
      <PlateTag plate={tag.plates[0] ?? null} size="small" />
      <small>{tag.requestedJobs}</small>
      {tag.bayName ? <small>{tag.bayName}</small> : null}
    </span>
  );
}
