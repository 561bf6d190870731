import { shopTime } from '#domain/kernel/calendar.ts';
import { fill, type Words } from '#domain/kernel/words.ts';
import { valueWordsOf } from '#domain/process/value-words.ts';
import { wallWords } from '#web/features/dispatch/dispatch.words.ts';
import type { Board, Plan } from '#web/features/dispatch/grid-tags.ts';
import styles from '#web/features/dispatch/wall.module.css';
import type { WallRow } from '#web/features/dispatch/wall-rows.ts';
import { useWords } from '#web/ui/language.ts';
import { PlateTag } from '#web/ui/PlateTag.tsx';
import { StateTag } from '#web/ui/StateTag.tsx';
import { durationWords } from '#web/ui/When.tsx';

type Props = { readonly row: WallRow; readonly board: Board };

/** A bay: the car in it with what is left or over, and the next one with how far it is behind. */
export function WallBay({ row, board }: Props) {
  const w = useWords(wallWords);
  const { running, paused, next } = row;
  const idle = running.length === 0 && paused.length === 0;
  return (
    <li className={styles['bay']} data-idle={idle}>
      <h2>{row.name}</h2>
      <div className={styles['jobs']}>
        {running.map((each) => (
          <Job key={each.punchId} job={each} who={nameIn(board, each.technicianId)}>
            <StateTag {...progress(each.minutesOver)} />
          </Job>
        ))}
        {paused.map((each) => (
          <Job key={each.assignmentId} job={each} who={nameIn(board, each.technicianId)}>
            <StateTag words={valueWordsOf('workState', 'paused')} tone="warn" icon="pause" />
          </Job>
        ))}
        {idle ? <span className={styles['free']}>{w.free}</span> : null}
      </div>
      {next ? <Next next={next} /> : null}
    </li>
  );
}

const nameIn = (board: Board, technicianId: string | null): string =>
  board.technicians.find(({ staffId }) => staffId === technicianId)?.name ?? '';

const said = (text: Words, minutes: number): Words => {
  const length = durationWords(minutes);
  return { zh: fill(text, { length: length.zh }).zh, en: fill(text, { length: length.en }).en };
};

function progress(minutesOver: number | null): { words: Words; tone: 'bad' | 'active'; icon: 'late' | 'play' } {
  if (minutesOver === null) return { words: valueWordsOf('workState', 'working'), tone: 'active', icon: 'play' };
  if (minutesOver > 0) return { words: said(wallWords.over, minutesOver), tone: 'bad', icon: 'late' };
  return { words: said(wallWords.left, minutesOver), tone: 'active', icon: 'play' };
}

type JobProps = {
  readonly job: Pick<Plan, 'plate' | 'description'>;
  readonly who: string;
  readonly children: React.ReactNode;
};

function Job({ job, who, children }: JobProps) {
  return (
    <div className={styles['job']}>
      <PlateTag plate={job.plate} size="large" />
      <span className={styles['what']}>
        {job.description}
        <small>{who}</small>
      </span>
      {children}
    </div>
  );
}

function Next({ next }: { readonly next: NonNullable<WallRow['next']> }) {
  const w = useWords(wallWords);
  return (
    <div className={styles['next']}>
      <small>
        {w.next} <span className="figures">{shopTime(next.from)}</span>
      </small>
      <PlateTag plate={next.plate} />
      {next.minutesBehind > 0 ? (
        <StateTag words={said(wallWords.behind, next.minutesBehind)} tone="warn" icon="clock" />
      ) : null}
    </div>
  );
}
