import { dispatchBoardContracts } from '#domain/dispatch/dispatch-board.contract.ts';
import { shopDay, shopTime } from '#domain/kernel/calendar.ts';
import { valueWordsOf } from '#domain/process/value-words.ts';
import { useContractQuery } from '#web/api/hooks.ts';
import { useLiveState } from '#web/api/live.ts';
import { useLiveEvents } from '#web/app/use-live-events.ts';
import { wallWords } from '#web/features/dispatch/dispatch.words.ts';
import type { Board } from '#web/features/dispatch/grid-tags.ts';
import styles from '#web/features/dispatch/wall.module.css';
import { WallBay } from '#web/features/dispatch/WallBay.tsx';
import { isUsed, wallRows, type WallRow } from '#web/features/dispatch/wall-rows.ts';
import { useT, useWords } from '#web/ui/language.ts';
import { useNow } from '#web/ui/now.ts';
import { PlateTag } from '#web/ui/PlateTag.tsx';
import { RefusalAlert } from '#web/ui/RefusalAlert.tsx';
import { StateTag } from '#web/ui/StateTag.tsx';
import { PromiseLamp } from '#web/ui/TrafficLight.tsx';
import { Since, When } from '#web/ui/When.tsx';

const topics = ['board:dispatch', 'board:visits', 'board:appointments', 'order:*'] as const;
const shownCars = 6;

/** The wall in the workshop: which car stands where and how it goes, what comes next, which car waits and why. Nobody touches it. */
export function WallPage() {
  useLiveEvents();
  const w = useWords(wallWords);
  const now = useNow();
  const live = useLiveState();
  const { data, error } = useContractQuery(dispatchBoardContracts.board, {}, { topics, keepPrevious: true });
  const rows = data ? wallRows(data, now) : [];
  return (
    <main className={styles['wall']}>
      <header className={styles['head']}>
        <h1>{w.title}</h1>
        {live === 'offline' ? <StateTag words={wallWords.offline} tone="bad" icon="offline" /> : null}
        <span className={`${styles['clock']} figures`}>
          {shopDay(now)} <strong>{shopTime(now)}</strong>
        </span>
      </header>
      <RefusalAlert error={data ? null : error} />
      {data ? (
        <div className={styles['body']}>
          <ul className={styles['bays']} aria-label={w.title}>
            {rows.filter(isUsed).map((row) => (
              <WallBay key={row.bayId} row={row} board={data} />
            ))}
            <FreeBays rows={rows.filter((row) => !isUsed(row))} />
          </ul>
          <div className={styles['side']}>
            <Waiting cars={data.waiting} />
            <Queue queue={data.queue} />
            <Expected expected={data.expected} />
          </div>
        </div>
      ) : null}
    </main>
  );
}

function FreeBays({ rows }: { readonly rows: readonly WallRow[] }) {
  const w = useWords(wallWords);
  if (rows.length === 0) return null;
  return (
    <li className={styles['bay']} data-idle>
      <h2>{w.free}</h2>
      <span className={styles['free']}>{rows.map(({ name }) => name).join(' · ')}</span>
    </li>
  );
}

type GroupProps = { readonly title: string; readonly count: number; readonly children: React.ReactNode };

function Group({ title, count, children }: GroupProps) {
  const t = useT();
  const w = useWords(wallWords);
  return (
    <section className={styles['group']}>
      <h2>
        {title} <span className="figures">{count}</span>
      </h2>
      {count === 0 ? <p>{w.none}</p> : <ul>{children}</ul>}
      {count > shownCars ? <p>{t(wallWords.more, { count: count - shownCars })}</p> : null}
    </section>
  );
}

function Waiting({ cars }: { readonly cars: Board['waiting'] }) {
  const t = useT();
  const w = useWords(wallWords);
  return (
    <Group title={w.waiting} count={cars.length}>
      {cars.slice(0, shownCars).map((car) => (
        <li key={car.orderId}>
          <PlateTag plate={car.plate} />
          <span className={styles['what']}>
            {[...new Set(car.waits.map(({ reason }) => t(valueWordsOf('reason', reason))))].join(' · ')}
          </span>
          {car.waits[0] ? <Since at={car.waits[0].since} /> : null}
        </li>
      ))}
    </Group>
  );
}

function Queue({ queue }: { readonly queue: Board['queue'] }) {
  const w = useWords(wallWords);
  return (
    <Group title={w.queue} count={queue.length}>
      {queue.slice(0, shownCars).map((job) => (
        <li key={job.lineId}>
          <PlateTag plate={job.plate} />
          <span className={styles['what']}>{job.description}</span>
          <PromiseLamp light={job.light} />
        </li>
      ))}
    </Group>
  );
}

function Expected({ expected }: { readonly expected: Board['expected'] }) {
  const w = useWords(wallWords);
  return (
    <Group title={w.expected} count={expected.length}>
      {expected.slice(0, shownCars).map((each) => (
        <li key={each.appointmentId}>
          <PlateTag plate={each.plates[0] ?? null} />
          <span className={styles['what']}>{each.requestedJobs}</span>
          {each.marker === 'late' ? <StateTag words={wallWords.late} tone="warn" /> : null}
          <When at={each.from} as="time" />
        </li>
      ))}
    </Group>
  );
}
