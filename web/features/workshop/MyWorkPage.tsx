import type { OutputOf } from '#domain/kernel/contract.ts';
import { valueWordsOf } from '#domain/process/value-words.ts';
import { workshopListContracts } from '#domain/workshop/workshop-lists.contract.ts';
import { useContractQuery } from '#web/api/hooks.ts';
import { Loading } from '#web/app/Loading.tsx';
import { pathTo } from '#web/app/paths.ts';
import { jobOf } from '#web/features/workshop/job.ts';
import { JobPanel } from '#web/features/workshop/JobPanel.tsx';
import { workshopWords } from '#web/features/workshop/workshop.words.ts';
import styles from '#web/features/workshop/workshop.module.css';
import { useT, useWords } from '#web/ui/language.ts';
import { Listed } from '#web/ui/Listed.tsx';
import { PageLink } from '#web/ui/PageLink.tsx';
import { PhoneColumns, PhoneStack } from '#web/ui/phone/PhoneCard.tsx';
import { PlateTag } from '#web/ui/PlateTag.tsx';
import { RefusalAlert } from '#web/ui/RefusalAlert.tsx';
import { StateTag } from '#web/ui/StateTag.tsx';
import { PromiseLamp } from '#web/ui/TrafficLight.tsx';
import { When } from '#web/ui/When.tsx';
import { useVisit } from '#web/visit/use-visit.ts';

type MyJob = OutputOf<typeof workshopListContracts.myJobs>['next'][number];

/** The technician's one screen: the job under my hands with its buttons, then what comes next. */
export function MyWorkPage() {
  const t = useT();
  const w = useWords(workshopWords);
  const { data, error } = useContractQuery(
    workshopListContracts.myJobs,
    {},
    { topics: ['board:visits', 'board:dispatch', 'order:*'], keepPrevious: true },
  );
  if (!data) return error ? <RefusalAlert error={error} /> : <Loading />;
  const [current, next] = inTurn(data);
  return (
    <PhoneStack wide>
      <h1>{w.title}</h1>
      <PhoneColumns
        main={current ? <CurrentJob key={current.line.lineId} job={current} /> : <p>{w.nothing}</p>}
        side={
          <>
            {next.length > 0 ? <h2>{w.next}</h2> : null}
            {next.map((job) => (
              <NextJob key={job.line.lineId} job={job} />
            ))}
            {data.more > 0 ? <p className={styles['quiet']}>{t(workshopWords.more, { count: data.more })}</p> : null}
          </>
        }
      />
    </PhoneStack>
  );
}

/** What runs comes first, then what was begun and stands, then the plan; a job that cannot be started waits its turn. */
function inTurn({ now, next }: OutputOf<typeof workshopListContracts.myJobs>): [MyJob | undefined, readonly MyJob[]] {
  const begun = next.filter(({ line }) => line.workState === 'paused');
  const planned = next.filter(({ line }) => line.workState !== 'paused');
  const [current, ...rest] = [
    ...now,
    ...begun.filter(isPossible),
    ...planned.filter(isPossible),
    ...[...begun, ...planned].filter((job) => !isPossible(job)),
  ];
  return [current, rest];
}

/** The car is there, the parts are drawn, the customer agreed: nothing forbids the next press. */
const isPossible = ({ actions }: MyJob): boolean =>
  actions.some(({ action, disabled }) => disabled === null && (action === 'start_work' || action === 'resume_work'));

/** The whole job, read with its visit, so that its buttons are those of the car's page. */
function CurrentJob({ job }: { readonly job: MyJob }) {
  const { data, error } = useVisit(job.orderId);
  const found = data ? jobOf(data, job.line.lineId) : null;
  if (found) return <JobPanel job={found} />;
  return error ? <RefusalAlert error={error} /> : <Loading />;
}

function NextJob({ job }: { readonly job: MyJob }) {
  const t = useT();
  const { line } = job;
  const missing = job.parts.filter(({ partState }) => partState !== 'issued' && partState !== 'returned').length;
  return (
    <PageLink to={pathTo('work_line', { orderId: job.orderId, lineId: line.lineId })} className={styles['next']}>
      <span className={styles['between']}>
        <PlateTag plate={job.plate} />
        <span>
          <When at={job.plannedFrom} /> {job.bayName ? `· ${job.bayName}` : ''}
        </span>
      </span>
      <strong>{line.description}</strong>
      <span className={styles['between']}>
        <StateTag
          words={valueWordsOf('workState', line.workState ?? 'queued')}
          tone={line.workState === 'paused' ? 'warn' : 'neutral'}
        />
        {missing > 0 ? <span>{t(workshopWords.partsDue, { count: missing })}</span> : null}
        <PromiseLamp light={job.light} />
      </span>
      {line.reworkCount > 0 ? (
        <span className={styles['bad']}>
          {t(workshopWords.rework, { count: line.reworkCount })} {job.reworkReasons[0] ?? ''}
        </span>
      ) : null}
      {job.waits.length > 0 ? (
        <span className={styles['quiet']}>
          <Listed items={job.waits.map(({ reason }) => t(valueWordsOf('reason', reason)))} />
        </span>
      ) : null}
    </PageLink>
  );
}
