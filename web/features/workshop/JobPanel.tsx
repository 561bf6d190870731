import type { Job } from '#web/features/workshop/job.ts';
import { planOf, punchesOf, reworkReason } from '#web/features/workshop/job.ts';
import { JobActions } from '#web/features/workshop/JobActions.tsx';
import { JobFacts } from '#web/features/workshop/JobFacts.tsx';
import { JobParts } from '#web/features/workshop/JobParts.tsx';
import { clockOf, minutesSpent } from '#web/features/workshop/time-spent.ts';
import { workshopWords } from '#web/features/workshop/workshop.words.ts';
import styles from '#web/features/workshop/workshop.module.css';
import { valueWordsOf } from '#domain/process/value-words.ts';
import { staffContracts } from '#domain/staff/staff.contract.ts';
import { useContractQuery } from '#web/api/hooks.ts';
import { Hours } from '#web/ui/figures.tsx';
import { useT, useWords } from '#web/ui/language.ts';
import { useNow } from '#web/ui/now.ts';
import { PhoneCard, PhoneStack } from '#web/ui/phone/PhoneCard.tsx';
import { PlateTag } from '#web/ui/PlateTag.tsx';
import { StateTag } from '#web/ui/StateTag.tsx';
import type { Tone } from '#web/ui/theme.ts';
import { TrafficLight } from '#web/ui/TrafficLight.tsx';
import { When } from '#web/ui/When.tsx';

const tones: Readonly<Record<string, Tone>> = {
  working: 'active',
  paused: 'warn',
  self_checked: 'good',
  leader_checked: 'good',
  inspected: 'good',
};

/** One job, everything of it: what, until when, start to finish, what to fit, what to mind. */
export function JobPanel({ job }: { readonly job: Job }) {
  return (
    <PhoneStack>
      <PhoneCard alive={job.line.workState === 'working'}>
        <JobHead job={job} />
        <JobActions job={job} />
      </PhoneCard>
      <JobParts job={job} />
      <JobFacts job={job} />
    </PhoneStack>
  );
}

function JobHead({ job }: { readonly job: Job }) {
  const t = useT();
  const w = useWords(workshopWords);
  const { view, line } = job;
  const { order, vehicle } = view;
  const why = reworkReason(job);
  return (
    <>
      <div className={styles['between']}>
        <PlateTag plate={vehicle.plate} size="large" />
        <span className={styles['promise']}>
          <TrafficLight promisedAt={order.promisedAt} />
          <When at={order.promisedAt} />
        </span>
      </div>
      <p className={styles['quiet']}>
        {vehicle.brand} {vehicle.model} · {vehicle.colour} · <span className="figures nowrap">{order.orderNo}</span>
      </p>
      <h2 className={styles['job']}>{line.description}</h2>
      <div className={styles['between']}>
        <StateTag
          words={valueWordsOf('workState', line.workState ?? 'queued')}
          tone={tones[line.workState ?? ''] ?? 'neutral'}
        />
        {line.reworkCount > 0 ? (
          <span className={styles['bad']}>{t(workshopWords.rework, { count: line.reworkCount })}</span>
        ) : null}
      </div>
      {why ? (
        <p className={styles['warning']}>
          <strong>{w.reworkWhy}</strong> {why}
        </p>
      ) : null}
      <JobTimes job={job} />
    </>
  );
}

function JobTimes({ job }: { readonly job: Job }) {
  const w = useWords(workshopWords);
  const now = useNow();
  const bays = useContractQuery(staffContracts.listBays, {}).data?.items ?? [];
  const plan = planOf(job);
  const punches = punchesOf(job);
  const bayId = punches.at(-1)?.bayId ?? plan?.bayId;
  return (
    <dl className={styles['times']}>
      <div data-alive={job.line.workState === 'working'}>
        <dt>{w.elapsed}</dt>
        <dd className="figures">{punches.length > 0 ? clockOf(minutesSpent(punches, now)) : '—'}</dd>
      </div>
      <div>
        <dt>{w.flatRate}</dt>
        <dd>
          <Hours centi={job.line.flatRateHoursCenti} />
        </dd>
      </div>
      <div>
        <dt>{w.plan}</dt>
        <dd>
          <When at={plan?.plannedFrom ?? null} as="time" />–<When at={plan?.plannedUntil ?? null} as="time" />
        </dd>
      </div>
      <div>
        <dt>{w.bay}</dt>
        <dd>{bays.find((bay) => bay.bayId === bayId)?.name ?? '—'}</dd>
      </div>
    </dl>
  );
}
