import { valueWordsOf } from '#domain/process/value-words.ts';
import { nextActions } from '#domain/repair-order/next-actions.ts';
import type { VisitView } from '#domain/repair-order/visit-view.contract.ts';
import { settlementWords } from '#web/features/settlement/settlement.words.ts';
import styles from '#web/features/settlement/settlement.module.css';
import { Money } from '#web/ui/figures.tsx';
import { useT, useWords } from '#web/ui/language.ts';
import { Section } from '#web/ui/PageHeader.tsx';
import { When } from '#web/ui/When.tsx';

/** What was taken, and of cash what was handed over and the change to give back (R241). */
export function PaymentsCard({ view }: { readonly view: VisitView }) {
  const t = useT();
  const w = useWords(settlementWords);
  if (view.payments.length === 0) return null;
  const settled = nextActions(view).includes('refund');
  return (
    <Section title={w.payments}>
      {view.payments.map((each) => (
        <div key={each.paymentId}>
          <p className={styles['sum']}>
            <span>
              {t(valueWordsOf('kind', each.kind))} · {t(valueWordsOf('method', each.method))} <When at={each.takenAt} />
            </span>
            <Money fen={each.kind === 'refund' ? -each.amountFen : each.amountFen} />
          </p>
          {each.tenderedFen === null ? null : (
            <p className={styles['sum']}>
              <span>
                {w.tendered} <Money fen={each.tenderedFen} />
              </span>
              <strong>
                {w.change} <Money fen={each.changeFen} />
              </strong>
            </p>
          )}
        </div>
      ))}
      {view.money.freeFen > 0 ? (
        <p className={styles['sum']}>
          <strong>{settled ? w.toRefund : w.unused}</strong>
          <Money fen={view.money.freeFen} />
        </p>
      ) : null}
    </Section>
  );
}
