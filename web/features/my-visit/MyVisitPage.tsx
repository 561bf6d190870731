import { customerVisitContract, type CustomerVisitView } from '#domain/repair-order/customer-visit.contract.ts';
import { words } from '#domain/kernel/words.ts';
import { valueWordsOf } from '#domain/process/value-words.ts';
import { actAsCustomer } from '#web/api/place.ts';
import { useContractQuery } from '#web/api/hooks.ts';
import { LanguageSwitch } from '#web/app/frames/LanguageSwitch.tsx';
import { useLiveEvents } from '#web/app/use-live-events.ts';
import { AfterVisit } from '#web/features/my-visit/AfterVisit.tsx';
import { Collect } from '#web/features/my-visit/Collect.tsx';
import { DecideCard } from '#web/features/my-visit/DecideCard.tsx';
import { FaultReport } from '#web/features/my-visit/FaultReport.tsx';
import { myVisitWords } from '#web/features/my-visit/my-visit.words.ts';
import styles from '#web/features/my-visit/my-visit.module.css';
import { Questions } from '#web/features/my-visit/Questions.tsx';
import { StatementCard } from '#web/features/my-visit/StatementCard.tsx';
import { useT, useWords } from '#web/ui/language.ts';
import { PhoneCard, PhoneStack } from '#web/ui/phone/PhoneCard.tsx';
import { PlateTag } from '#web/ui/PlateTag.tsx';
import { RefusalAlert } from '#web/ui/RefusalAlert.tsx';
import { StateTag } from '#web/ui/StateTag.tsx';
import { PromiseLamp } from '#web/ui/TrafficLight.tsx';
import { usePathParams } from '#web/ui/url-state.ts';
import { When } from '#web/ui/When.tsx';
import { PaperLink } from '#web/visit/PaperLink.tsx';

/** The customer's own page: where the car is, what to approve and sign, what to pay, how to collect it. */
export function MyVisitPage() {
  const { token = '' } = usePathParams();
  actAsCustomer(token);
  const { data, error } = useContractQuery(customerVisitContract, {}, { topics: ['order:*'] });
  return data ? <MyVisit visit={data} /> : <NotYet error={error} />;
}

/** The page before its visit is there; a link that no longer works says so. */
function NotYet({ error }: { readonly error: Error | null }) {
  const w = useWords(myVisitWords);
  return (
    <main className={styles['page']}>
      <h1>{w.title}</h1>
      <RefusalAlert error={error} />
    </main>
  );
}

function MyVisit({ visit }: { readonly visit: CustomerVisitView }) {
  useLiveEvents();
  const t = useT();
  const w = useWords(myVisitWords);
  return (
    <main className={styles['page']}>
      <header className={styles['head']}>
        <PlateTag plate={visit.plate} size="large" />
        <LanguageSwitch />
        <div>
          <h1>
            {visit.brand} {visit.model}
          </h1>
          <p>
            {t(words(visit.storeName, visit.storeNameEn || visit.storeName))} ·{' '}
            <span className="figures">{visit.orderNo}</span>
          </p>
        </div>
      </header>
      <PhoneStack>
        {visit.toDecide ? <DecideCard key={visit.toDecide.versionId} visit={visit} toDecide={visit.toDecide} /> : null}
        <Where visit={visit} />
        <FaultReport visit={visit} />
        <Questions visit={visit} />
        {visit.statements.map((statement) => (
          <StatementCard key={statement.statementId} visit={visit} statement={statement} />
        ))}
        <Collect visit={visit} />
        <Papers visit={visit} />
        <AfterVisit visit={visit} />
        <PhoneCard>
          <p>
            {w.advisor}: {visit.advisorName}
          </p>
          {visit.hotline ? (
            <a className={styles['call']} href={`tel:${visit.hotline}`}>
              {w.call} {visit.hotline}
            </a>
          ) : null}
        </PhoneCard>
      </PhoneStack>
    </main>
  );
}

function Where({ visit }: { readonly visit: CustomerVisitView }) {
  const t = useT();
  const w = useWords(myVisitWords);
  const inShop = visit.state === 'open' || visit.state === 'ready';
  return (
    <PhoneCard>
      <h2>{w.where}</h2>
      <ol className={styles['stages']}>
        {visit.stages.map((stage) => (
          <li key={stage.stage} data-state={stage.state} aria-current={stage.state === 'now' ? 'step' : undefined}>
            {t(stage)}
          </li>
        ))}
      </ol>
      {inShop && visit.promisedAt ? (
        <p className={styles['promise']}>
          {w.promised} <When at={visit.promisedAt} as="both" /> <PromiseLamp light={visit.light} />
        </p>
      ) : null}
      {visit.pickUpAt ? (
        <p>
          {w.pickUp} <When at={visit.pickUpAt} as="both" />
        </p>
      ) : null}
      {visit.waits.length > 0 ? (
        <p className={styles['promise']}>
          {visit.waits.map((reason) => (
            <StateTag key={reason} words={valueWordsOf('reason', reason)} tone="warn" icon="clock" />
          ))}
        </p>
      ) : null}
      <p className={styles['note']}>
        {w.presenter}: {visit.presenterName}
      </p>
      <p className={styles['note']}>
        {w.complaint}: {visit.complaint}
      </p>
    </PhoneCard>
  );
}

function Papers({ visit }: { readonly visit: CustomerVisitView }) {
  const t = useT();
  const w = useWords(myVisitWords);
  if (visit.papers.length === 0) return null;
  return (
    <PhoneCard>
      <h2>{w.papers}</h2>
      {visit.papers.map(({ paper, subjectId }) => (
        <PaperLink
          key={`${paper}${subjectId}`}
          label={t(valueWordsOf('paper', paper))}
          paper={{ orderId: visit.orderId, paper, ...subjectOf(paper, subjectId) }}
        />
      ))}
    </PhoneCard>
  );
}

function subjectOf(paper: CustomerVisitView['papers'][number]['paper'], subjectId: string | null): object {
  if (subjectId === null || paper === 'reception_form') return {};
  if (paper === 'statement') return { statementId: subjectId };
  return paper === 'gate_pass' ? { passId: subjectId } : { versionId: subjectId };
}
