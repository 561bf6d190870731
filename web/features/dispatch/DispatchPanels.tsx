import { addDays } from '#domain/kernel/calendar.ts';
import { pathTo } from '#web/app/paths.ts';
import { dispatchWords } from '#web/features/dispatch/dispatch.words.ts';
import styles from '#web/features/dispatch/dispatch.module.css';
import type { Board } from '#web/features/dispatch/grid-tags.ts';
import { keyOf } from '#web/features/dispatch/place.ts';
import { QueueList } from '#web/features/dispatch/QueueList.tsx';
import { WaitingCars, WashingCars } from '#web/features/dispatch/WaitingCars.tsx';
import { ActionButton } from '#web/ui/desk/ActionButton.tsx';
import { useT, useWords } from '#web/ui/language.ts';
import { PageHeader } from '#web/ui/PageHeader.tsx';
import { PageLink } from '#web/ui/PageLink.tsx';

type HeadProps = {
  readonly board: Board | undefined;
  readonly day: string;
  readonly today: string;
  readonly onDay: (day: string) => void;
};

/** The day, what it holds in figures, and the way to other days and to the wall. */
export function Head({ board, day, today, onDay }: HeadProps) {
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

/** What is to be dispatched, and what to do with the job that is chosen. */
export function QueuePanel({ board, job, onJob, onForm }: QueueProps) {
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

/** Cars that wait, and those being washed (R190), under the board. */
export function WaitingPanel({ board }: { readonly board: Board }) {
  const w = useWords(dispatchWords);
  return (
    <section className={`${styles['panel']} ${styles['wide']}`}>
      <h2>
        {w.waiting} <span className="figures">{board.waiting.length}</span>
      </h2>
      <WaitingCars waiting={board.waiting} />
      {board.washing.length > 0 ? (
        <>
          <h2>
            {w.washing} <span className="figures">{board.washing.length}</span>
          </h2>
          <WashingCars washing={board.washing} />
        </>
      ) : null}
    </section>
  );
}
