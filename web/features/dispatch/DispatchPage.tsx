import { useState } from 'react';
import { dispatchBoardContracts } from '#domain/dispatch/dispatch-board.contract.ts';
import { addDays, shopDateTime, shopDay } from '#domain/kernel/calendar.ts';
import { words } from '#domain/kernel/words.ts';
import { useContractQuery } from '#web/api/hooks.ts';
import { pathTo } from '#web/app/paths.ts';
import { DispatchGrid, teamOnly, type GridBy } from '#web/features/dispatch/DispatchGrid.tsx';
import { dispatchWords } from '#web/features/dispatch/dispatch.words.ts';
import styles from '#web/features/dispatch/dispatch.module.css';
import type { Board } from '#web/features/dispatch/grid-tags.ts';
import { JobDrawer } from '#web/features/dispatch/JobDrawer.tsx';
import { PickJob } from '#web/features/dispatch/PickJob.tsx';
import { jobIn, keyOf, type Place } from '#web/features/dispatch/place.ts';
import { QueueList } from '#web/features/dispatch/QueueList.tsx';
import { WaitingCars } from '#web/features/dispatch/WaitingCars.tsx';
import { Loading } from '#web/app/Loading.tsx';
import { ActionButton } from '#web/ui/desk/ActionButton.tsx';
import { ShowFilter } from '#web/ui/desk/ShowFilter.tsx';
import { useT, useWords } from '#web/ui/language.ts';
import { useNow } from '#web/ui/now.ts';
import { PageHeader } from '#web/ui/PageHeader.tsx';
import { PageLink } from '#web/ui/PageLink.tsx';
import { RefusalAlert } from '#web/ui/RefusalAlert.tsx';
import { useUrlState } from '#web/ui/url-state.ts';

const topics = ['board:dispatch', 'board:visits', 'board:appointments', 'order:*'] as const;
const rowsBy = { bay: words('工位', 'Bays'), technician: words('技师', 'Technicians') };

/** The supervisor's day: what is planned and what happens where, what is to be dispatched, which car waits and why (R154, R155). */
export function DispatchPage() {
  const now = useNow();
  const [{ day, by, job }, setUrl] = useUrlState({ day: shopDay(now), by: 'bay', job: '' });
  const [place, setPlace] = useState<Place | null>(null);
  const [opened, open] = useState<string | null>(null);
  const board = useContractQuery(dispatchBoardContracts.board, { day }, { topics, keepPrevious: true });
  const options = useContractQuery(dispatchBoardContracts.options, { day }, { topics, keepPrevious: true });
  const openJob = (key: string) => (jobIn(key) ? open(key) : undefined);
  const close = () => {
    open(null);
    setPlace(null);
    setUrl({ job: '' });
  };
  const pressed = (row: string, time: string) => {
    const bayId = by === 'bay' ? row : null;
    const technicianId = by === 'technician' && row !== teamOnly ? row : null;
    setPlace({ bayId, technicianId, from: shopDateTime(day, time) });
    if (job) open(job);
  };
  const byForm = () => {
    const from = day === shopDay(now) ? now : shopDateTime(day, board.data?.opensAt ?? '08:00');
    setPlace({ bayId: null, technicianId: null, from });
    openJob(job);
  };
  const openedJob = opened ? jobIn(opened) : null;
  return (
    <>
      <Head board={board.data} day={day} today={shopDay(now)} onDay={(next) => setUrl({ day: next })} />
      <RefusalAlert error={board.error ?? options.error} />
      {board.data ? (
        <div className={styles['page']}>
          <QueuePanel board={board.data} job={job} onJob={(next) => setUrl({ job: next })} onForm={byForm} />
          <div className={styles['boardPlace']}>
            <ShowFilter value={by} options={rowsBy} onChange={(next) => setUrl({ by: next })} />
            <DispatchGrid
              key={`${by} ${board.data.day}`}
              board={board.data}
              by={by as GridBy}
              now={now}
              onJob={openJob}
              onPlace={pressed}
            />
            <Legend />
          </div>
          <WaitingPanel board={board.data} />
          {openedJob ? (
            <JobDrawer
              job={openedJob}
              place={place}
              board={board.data}
              options={options.data}
              now={now}
              onClose={close}
            />
          ) : null}
          {place && !openedJob ? (
            <PickJob
              place={place}
              board={board.data}
              onChoose={(next) => open(keyOf(next))}
              onClose={() => setPlace(null)}
            />
          ) : null}
        </div>
      ) : board.isPending ? (
        <Loading />
      ) : null}
    </>
  );
}

type HeadProps = {
  readonly board: Board | undefined;
  readonly day: string;
  readonly today: string;
  readonly onDay: (day: string) => void;
};

function Head({ board, day, today, onDay }: HeadProps) {
  const t = useT();
  const w = useWords(dispatchWords);
  const summary = t(dispatchWords.summary, {
    queue: board?.queue.length ?? 0,
    working: board?.actuals.filter(({ until }) => until === null).length ?? 0,
    waiting: board?.waiting.length ?? 0,
    expected: board?.expected.length ?? 0,
  });
  return (
    <PageHeader title={w.title} note={board ? `${day} · ${summary}` : day}>
      <ActionButton onPress={() => onDay(addDays(day, -1))}>{w.previous}</ActionButton>
      <ActionButton onPress={() => onDay(today)}>{w.today}</ActionButton>
      <ActionButton onPress={() => onDay(addDays(day, 1))}>{w.next}</ActionButton>
      <PageLink to={pathTo('workshop_wall')} target="_blank" className={styles['wallLink'] ?? ''}>
        {w.wall}
      </PageLink>
    </PageHeader>
  );
}

type QueueProps = {
  readonly board: Board;
  readonly job: string;
  readonly onJob: (key: string) => void;
  readonly onForm: () => void;
};

function QueuePanel({ board, job, onJob, onForm }: QueueProps) {
  const t = useT();
  const w = useWords(dispatchWords);
  const chosen = board.queue.find((each) => keyOf(each) === job);
  return (
    <section className={styles['panel']}>
      <h2>
        {w.queue} <span className="figures">{board.queue.length}</span>
      </h2>
      <small>{w.queueNote}</small>
      {chosen ? (
        <div className={styles['placing']} role="status">
          <p>{t(dispatchWords.placing, { job: `${chosen.plate ?? ''} ${chosen.description}` })}</p>
          <div className={styles['actions']}>
            <ActionButton kind="primary" onPress={onForm}>
              {w.useForm}
            </ActionButton>
            <ActionButton onPress={() => onJob('')}>{w.drop}</ActionButton>
          </div>
        </div>
      ) : null}
      <QueueList queue={board.queue} chosen={job} onChoose={(next) => onJob(keyOf(next) === job ? '' : keyOf(next))} />
    </section>
  );
}

function WaitingPanel({ board }: { readonly board: Board }) {
  const w = useWords(dispatchWords);
  return (
    <section className={`${styles['panel']} ${styles['wide']}`}>
      <h2>
        {w.waiting} <span className="figures">{board.waiting.length}</span>
      </h2>
      <WaitingCars waiting={board.waiting} />
    </section>
  );
}

function Legend() {
  const w = useWords(dispatchWords);
  return <p className={styles['legend']}>{w.legend}</p>;
}
