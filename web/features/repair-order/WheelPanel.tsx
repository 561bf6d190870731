import { valueWordsOf } from '#domain/process/value-words.ts';
import { useState } from 'react';
import { roles } from '#domain/kernel/role.ts';
import { wheel } from '#domain/kernel/wheel.ts';
import type { VisitView } from '#domain/repair-order/visit-view.contract.ts';
import { orderWords } from '#web/features/repair-order/order.words.ts';
import styles from '#web/features/repair-order/order.module.css';
import { useT, useWords } from '#web/ui/language.ts';
import { WheelRing } from '#web/ui/WheelRing.tsx';
import { When, durationWords } from '#web/ui/When.tsx';

/** The wheel, large, and each step with who, when and how long (R001). */
export function WheelPanel({ view }: { readonly view: VisitView }) {
  const t = useT();
  const w = useWords(orderWords);
  const { holder, order } = view;
  const [wide] = useState(() => globalThis.matchMedia('(width >= 900px)').matches);
  const finished = order.state === 'delivered' && view.wheel.every(({ state }) => state === 'done');
  return (
    <aside className={styles['wheel']}>
      <WheelRing step={finished ? null : order.step} size="large" />
      <p className={styles['holder']}>
        {w.holder}: <strong>{t(roles[holder.role])}</strong> {holder.name}
      </p>
      <details className={styles['steps']} open={wide}>
        <summary>{w.steps}</summary>
        <ol>
          {view.wheel.map((each) => (
            <li key={each.step} data-state={each.state} data-internal={!wheel[each.step].facesCustomer}>
              <span className={styles['stepNumber']}>{wheel[each.step].number}</span>
              <span>
                {t(wheel[each.step])}{' '}
                <span className="visually-hidden">{t(valueWordsOf('stepState', each.state))}</span>
              </span>
              <span className={styles['stepFacts']}>
                {each.since ? (
                  <>
                    {each.byName} <When at={each.since} />
                    {each.state === 'ahead' ? null : ` · ${t(durationWords(each.minutes))}`}
                  </>
                ) : null}
              </span>
            </li>
          ))}
        </ol>
      </details>
    </aside>
  );
}
