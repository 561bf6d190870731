import { jobOf, type Job } from '#web/features/workshop/job.ts';
import { JobPanel } from '#web/features/workshop/JobPanel.tsx';
import { workshopWords } from '#web/features/workshop/workshop.words.ts';
import styles from '#web/features/workshop/workshop.module.css';
import { valueWordsOf } from '#domain/process/value-words.ts';
import { pathTo } from '#web/app/paths.ts';
import { Icon } from '#web/ui/Icon.tsx';
import { useWords } from '#web/ui/language.ts';
import { PageLink } from '#web/ui/PageLink.tsx';
import { PhoneCard, PhoneColumns, PhoneStack } from '#web/ui/phone/PhoneCard.tsx';
import { RefusalAlert } from '#web/ui/RefusalAlert.tsx';
import { StateTag } from '#web/ui/StateTag.tsx';
import { usePathParams } from '#web/ui/url-state.ts';
import { useVisit } from '#web/visit/use-visit.ts';

/** One job of one car, reached from the list of jobs. */
export function WorkLinePage() {
  const w = useWords(workshopWords);
  const { orderId = '', lineId = '' } = usePathParams();
  const { data, error } = useVisit(orderId);
  const job = data ? jobOf(data, lineId) : null;
  return (
    <PhoneStack wide>
      <PageLink to={pathTo('my_work')}>
        <span className={styles['back']}>
          <Icon name="back" /> {w.back}
        </span>
      </PageLink>
      {data ? null : <RefusalAlert error={error} />}
      {data && !job ? <p>{w.gone}</p> : null}
      {job ? <PhoneColumns main={<JobPanel job={job} />} side={<OtherJobs job={job} />} /> : null}
    </PhoneStack>
  );
}

/** The other jobs on the same car. */
function OtherJobs({ job }: { readonly job: Job }) {
  const w = useWords(workshopWords);
  const { view, line } = job;
  const others = view.lines.filter(
    ({ workState, lineId, removedAt }) => workState !== null && removedAt === null && lineId !== line.lineId,
  );
  if (others.length === 0) return null;
  return (
    <PhoneCard>
      <h3>{w.otherLines}</h3>
      <ul className={styles['list']}>
        {others.map((each) => (
          <li key={each.lineId}>
            <PageLink to={pathTo('work_line', { orderId: view.order.orderId, lineId: each.lineId })}>
              {each.description}
            </PageLink>
            {each.workState ? <StateTag words={valueWordsOf('workState', each.workState)} tone="neutral" /> : null}
          </li>
        ))}
      </ul>
    </PhoneCard>
  );
}
