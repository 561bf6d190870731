import { useState } from 'react';
import { dispatchBoardContracts } from '#domain/dispatch/dispatch-board.contract.ts';
import { dispatchActions } from '#domain/dispatch/dispatch.transitions.ts';
import { shopDateTime, shopDay } from '#domain/kernel/calendar.ts';
import { mayAct } from '#domain/kernel/role.ts';
import { words } from '#domain/kernel/words.ts';
import { useContractQuery } from '#web/api/hooks.ts';
import { useActor } from '#web/app/actor.ts';
import { pathTo } from '#web/app/paths.ts';
import { DispatchGrid, teamOnly, type GridBy } from '#web/features/dispatch/DispatchGrid.tsx';
import { dispatchWords } from '#web/features/dispatch/dispatch.words.ts';
import styles from '#web/features/dispatch/dispatch.module.css';
import { Head, QueuePanel, WaitingPanel } from '#web/features/dispatch/DispatchPanels.tsx';
import { JobDrawer } from '#web/features/dispatch/JobDrawer.tsx';
import { PickJob } from '#web/features/dispatch/PickJob.tsx';
import { jobIn, keyOf, type Place } from '#web/features/dispatch/place.ts';
import { Loading } from '#web/app/Loading.tsx';
import { ShowFilter } from '#web/ui/desk/ShowFilter.tsx';
import { useWords } from '#web/ui/language.ts';
import { useNow } from '#web/ui/now.ts';
import { RefusalAlert } from '#web/ui/RefusalAlert.tsx';
import { useGo, useUrlState } from '#web/ui/url-state.ts';

const topics = ['board:dispatch', 'board:visits', 'board:appointments', 'order:*'] as const;
const rowsBy = { bay: words('工位', 'Bays'), technician: words('技师', 'Technicians') };

/** The supervisor's day: what is planned and what happens where, what is to be dispatched, which car waits and why (R154, R155). */
export function DispatchPage() {
  const w = useWords(dispatchWords);
  const now = useNow();
  const go = useGo();
  const mayAssign = mayAct(useActor(), dispatchActions.assign_line.by);
  const [{ day, by, job }, setUrl] = useUrlState({ day: shopDay(now), by: 'bay', job: '' }, { by: rowsBy });
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
          <QueuePanel
            board={board.data}
            job={job}
            onJob={(next) => (mayAssign ? setUrl({ job: next }) : openJob(next))}
            onForm={byForm}
          />
          <div className={styles['boardPlace']}>
            <ShowFilter value={by} options={rowsBy} onChange={(next) => setUrl({ by: next })} />
            <DispatchGrid
              key={`${by} ${board.data.day}`}
              board={board.data}
              by={by as GridBy}
              now={now}
              onJob={openJob}
              onAppointment={(tag) => go(pathTo('appointments', {}, { day, tag }))}
              onPlace={mayAssign ? pressed : undefined}
            />
            <p className={styles['legend']}>{w.legend}</p>
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
