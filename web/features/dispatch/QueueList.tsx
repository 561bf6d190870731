import { fill } from '#domain/kernel/words.ts';
import { valueWordsOf } from '#domain/process/value-words.ts';
import { dispatchWords } from '#web/features/dispatch/dispatch.words.ts';
import styles from '#web/features/dispatch/dispatch.module.css';
import type { Queued } from '#web/features/dispatch/grid-tags.ts';
import { keyOf } from '#web/features/dispatch/place.ts';
import { Hours } from '#web/ui/figures.tsx';
import { useT, useWords } from '#web/ui/language.ts';
import { PlateTag } from '#web/ui/PlateTag.tsx';
import { StateTag } from '#web/ui/StateTag.tsx';
import { PromiseLamp } from '#web/ui/TrafficLight.tsx';
import type { Tone } from '#web/ui/theme.ts';
import { When } from '#web/ui/When.tsx';

const tones: Readonly<Record<NonNullable<Queued['priority']>, Tone>> = {
  urgent: 'bad',
  waiting_customer: 'warn',
  appointment: 'active',
  normal: 'neutral',
  low: 'neutral',
};

type Props = {
  readonly queue: readonly Queued[];
  /** The chosen job's key, empty for none. */
  readonly chosen: string;
  readonly onChoose: (job: Queued) => void;
};

/** Granted work without a plan, by priority, then promise (R154). */
export function QueueList({ queue, chosen, onChoose }: Props) {
  const w = useWords(dispatchWords);
  if (queue.length === 0) return <p className={styles['calm']}>{w.queueEmpty}</p>;
  return (
    <ul className={styles['queue']} aria-label={w.queue}>
      {queue.map((job) => (
        <li key={job.lineId}>
          <button type="button" aria-pressed={keyOf(job) === chosen} onClick={() => onChoose(job)}>
            <QueuedJob job={job} />
          </button>
        </li>
      ))}
    </ul>
  );
}

function QueuedJob({ job }: { readonly job: Queued }) {
  const t = useT();
  const w = useWords(dispatchWords);
  return (
    <>
      <span className={styles['line']}>
        <PlateTag plate={job.plate} size="small" />
        <span className={styles['model']}>{job.model}</span>
        {job.priority ? (
          <StateTag words={valueWordsOf('priority', job.priority)} tone={tones[job.priority]} icon="next" />
        ) : null}
      </span>
      <strong>{job.description}</strong>
      <span className={styles['line']}>
        {job.trade ? <span>{t(valueWordsOf('trade', job.trade))}</span> : null}
        {job.hoursCenti === null ? null : <Hours centi={job.hoursCenti} />}
        {job.inWorkshopSince === null ? <StateTag words={dispatchWords.notHanded} tone="neutral" icon="key" /> : null}
        {job.reworkCount > 0 ? (
          <StateTag words={fill(dispatchWords.rework, { count: job.reworkCount })} tone="bad" icon="undo" />
        ) : null}
      </span>
      <span className={styles['line']}>
        <span>
          {w.promised} <When at={job.promisedAt} />
        </span>
        <PromiseLamp light={job.light} />
      </span>
    </>
  );
}
