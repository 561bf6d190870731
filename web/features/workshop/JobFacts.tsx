import { valueWordsOf } from '#domain/process/value-words.ts';
import type { Job } from '#web/features/workshop/job.ts';
import { workshopWords } from '#web/features/workshop/workshop.words.ts';
import styles from '#web/features/workshop/workshop.module.css';
import { Icon } from '#web/ui/Icon.tsx';
import { useT, useWords } from '#web/ui/language.ts';
import { Listed } from '#web/ui/Listed.tsx';
import { PhoneCard } from '#web/ui/phone/PhoneCard.tsx';
import { StateTag } from '#web/ui/StateTag.tsx';

/** What the customer said, what to mind, what was noted on the car, what was already reported. */
export function JobFacts({ job }: { readonly job: Job }) {
  const w = useWords(workshopWords);
  const { view, line } = job;
  const notes = view.custody.findLast(({ direction }) => direction === 'to_workshop')?.notes;
  const belongings = view.entrusted.filter(
    ({ kind, returnedAt }) => returnedAt === null && (kind === 'belonging' || kind === 'other'),
  );
  return (
    <PhoneCard>
      <h3>{w.complaint}</h3>
      <blockquote className={styles['words']}>{view.order.complaint}</blockquote>
      {line.reason ? <Fact title={w.asked}>{line.reason}</Fact> : null}
      {notes ? <Fact title={w.advisorNotes}>{notes}</Fact> : null}
      {belongings.length > 0 ? (
        <p className={styles['warning']}>
          <Icon name="warn" size="small" /> <strong>{w.belongings}</strong>{' '}
          <Listed items={belongings.map(({ description }) => description)} />
        </p>
      ) : null}
      <Damages job={job} />
      <Findings job={job} />
    </PhoneCard>
  );
}

function Fact({ title, children }: { readonly title: string; readonly children: string }) {
  return (
    <div>
      <h3>{title}</h3>
      <p>{children}</p>
    </div>
  );
}

function Damages({ job }: { readonly job: Job }) {
  const t = useT();
  const w = useWords(workshopWords);
  const { walkAround } = job.view;
  if (walkAround.length === 0) return <p className={styles['quiet']}>{w.noDamages}</p>;
  return (
    <div>
      <h3>{w.damages}</h3>
      <ul className={styles['list']}>
        {walkAround.map((item) => (
          <li key={item.itemId}>
            <span>
              {t(valueWordsOf('area', item.area))} · {t(valueWordsOf('damage', item.damage))}
            </span>
            <span className={styles['quiet']}>{item.note}</span>
          </li>
        ))}
      </ul>
    </div>
  );
}

function Findings({ job }: { readonly job: Job }) {
  const w = useWords(workshopWords);
  const { findings } = job.view;
  if (findings.length === 0) return null;
  return (
    <div>
      <h3>{w.findings}</h3>
      <ul className={styles['list']}>
        {findings.map((each) => (
          <li key={each.findingId}>
            <span>{each.finding}</span>
            <StateTag
              words={each.answeredAt ? workshopWords.answered : workshopWords.waitsAnswer}
              tone={each.answeredAt ? 'good' : 'warn'}
            />
          </li>
        ))}
      </ul>
    </div>
  );
}
