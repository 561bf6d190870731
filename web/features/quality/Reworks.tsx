import { valueWordsOf } from '#domain/process/value-words.ts';
import { workshopListContracts } from '#domain/workshop/workshop-lists.contract.ts';
import { useContractQuery } from '#web/api/hooks.ts';
import { Loading } from '#web/app/Loading.tsx';
import { pathTo } from '#web/app/paths.ts';
import { qualityWords } from '#web/features/quality/quality.words.ts';
import styles from '#web/features/quality/quality.module.css';
import { useT, useWords } from '#web/ui/language.ts';
import { Listed } from '#web/ui/Listed.tsx';
import { PageLink } from '#web/ui/PageLink.tsx';
import { PhoneCard } from '#web/ui/phone/PhoneCard.tsx';
import { PlateTag } from '#web/ui/PlateTag.tsx';
import { RefusalAlert } from '#web/ui/RefusalAlert.tsx';
import { StateTag } from '#web/ui/StateTag.tsx';
import { When } from '#web/ui/When.tsx';

/** What a check sent back, with who failed it and why (R188). */
export function Reworks() {
  const t = useT();
  const w = useWords(qualityWords);
  const { data, error } = useContractQuery(
    workshopListContracts.rework,
    { limit: 100 },
    { topics: ['board:visits', 'order:*'], keepPrevious: true },
  );
  if (!data) return error ? <RefusalAlert error={error} /> : <Loading />;
  if (data.items.length === 0) return <p>{w.reworkNone}</p>;
  return data.items.map((each) => (
    <PhoneCard key={each.lineId}>
      <div className={styles['between']}>
        <PageLink to={pathTo('order', { orderId: each.orderId })}>
          <PlateTag plate={each.plate} />
        </PageLink>
        <StateTag words={valueWordsOf('workState', each.workState)} tone="warn" />
      </div>
      <strong>
        {each.description} · {t(qualityWords.reworkCount, { count: each.reworkCount })}
      </strong>
      <span className={styles['quiet']}>
        {w.by} <Listed items={each.technicians} none="—" />
      </span>
      <ul className={styles['list']}>
        {each.failures.map((failure) => (
          <li key={`${failure.at}${failure.kind}`} className={styles['line']}>
            <span>
              {t(valueWordsOf('kind', failure.kind))} · {failure.byName ?? '—'} · <When at={failure.at} />
            </span>
            {failure.reason}
          </li>
        ))}
      </ul>
    </PhoneCard>
  ));
}
