import { valueWordsOf } from '#domain/process/value-words.ts';
import type { CustomerVisitView } from '#domain/repair-order/customer-visit.contract.ts';
import { myVisitWords } from '#web/features/my-visit/my-visit.words.ts';
import styles from '#web/features/my-visit/my-visit.module.css';
import { useT, useWords } from '#web/ui/language.ts';
import { PhoneCard } from '#web/ui/phone/PhoneCard.tsx';
import { StateTag } from '#web/ui/StateTag.tsx';
import { When } from '#web/ui/When.tsx';
import { LineName } from '#web/visit/LineName.tsx';

/** What was found, why, and what is to be done about it, with when the car is inspected (R092, R095). */
export function FaultReport({ visit }: { readonly visit: CustomerVisitView }) {
  const t = useT();
  const w = useWords(myVisitWords);
  if (visit.faults.length === 0 && visit.inspections.length === 0) return null;
  return (
    <PhoneCard>
      <h2>{w.report}</h2>
      {visit.inspections.map((each) => (
        <p key={each.lineId} className={styles['promise']}>
          {w.inspection} <When at={each.from} as="both" /> – <When at={each.until} />{' '}
          <LineName name={each.description} english={visit.namesEn[each.lineId]} />
        </p>
      ))}
      {visit.faults.map((fault) => (
        <article key={fault.findingId} className={styles['fault']}>
          <h3 className={styles['promise']}>
            {t(valueWordsOf('system', fault.system))}
            <StateTag
              words={valueWordsOf('necessity', fault.necessity)}
              tone={fault.necessity === 'safety' ? 'bad' : 'neutral'}
            />
            {fault.remedy ? (
              <StateTag words={valueWordsOf('remedy', fault.remedy)} tone="active" icon="wrench" />
            ) : null}
          </h3>
          <p>{fault.finding}</p>
          {fault.cause ? (
            <p className={styles['note']}>
              {w.why}: {fault.cause}
            </p>
          ) : null}
          {fault.proposal ? (
            <p className={styles['note']}>
              {w.plan}: {fault.proposal}
            </p>
          ) : null}
        </article>
      ))}
    </PhoneCard>
  );
}
