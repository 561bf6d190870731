import type { ChargeLine } from '#domain/estimate/charge-line.ts';
import { valueWordsOf } from '#domain/process/value-words.ts';
import { partsToFit, type Job } from '#web/features/workshop/job.ts';
import { workshopWords } from '#web/features/workshop/workshop.words.ts';
import styles from '#web/features/workshop/workshop.module.css';
import { Qty } from '#web/ui/figures.tsx';
import { useT, useWords } from '#web/ui/language.ts';
import { PhoneCard } from '#web/ui/phone/PhoneCard.tsx';
import { StateTag } from '#web/ui/StateTag.tsx';
import type { Tone } from '#web/ui/theme.ts';
import { When } from '#web/ui/When.tsx';

const tones: Readonly<Record<NonNullable<ChargeLine['partState']>, Tone>> = {
  requested: 'neutral',
  reserved: 'active',
  backordered: 'bad',
  issued: 'good',
  returned: 'warn',
};

/** What to fit, whether it is here, and the old parts that came off. */
export function JobParts({ job }: { readonly job: Job }) {
  const t = useT();
  const w = useWords(workshopWords);
  const parts = partsToFit(job);
  const old = job.view.oldParts;
  const unitOf = (lineId: string) => job.view.lines.find((line) => line.lineId === lineId)?.unit ?? '';
  return (
    <PhoneCard>
      <h3>{w.parts}</h3>
      {parts.length === 0 ? <p className={styles['quiet']}>{w.noParts}</p> : null}
      <ul className={styles['list']}>
        {parts.map((part) => (
          <li key={part.lineId}>
            <span>
              {part.description} <Qty milli={part.grantedQtyMilli ?? part.qtyMilli} unit={part.unit} />
            </span>
            <span className={styles['promise']}>
              {part.partState ? (
                <StateTag words={valueWordsOf('partState', part.partState)} tone={tones[part.partState]} />
              ) : null}
              {part.partState === 'backordered' ? <When at={part.backorderEta} /> : null}
            </span>
          </li>
        ))}
      </ul>
      {old.length > 0 ? (
        <>
          <h3>{w.oldParts}</h3>
          <ul className={styles['list']}>
            {old.map((each) => (
              <li key={each.oldPartId}>
                <span>
                  {each.description} <Qty milli={each.qtyMilli} unit={unitOf(each.lineId)} />
                </span>
                <span>
                  {t(valueWordsOf('disposition', each.disposition))} {each.bagLabel}
                </span>
              </li>
            ))}
          </ul>
        </>
      ) : null}
    </PhoneCard>
  );
}
