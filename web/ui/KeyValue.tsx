import type { ReactNode } from 'react';
import styles from '#web/ui/KeyValue.module.css';

export type Pair = { readonly key: string; readonly label: string; readonly value: ReactNode };

/** Labelled facts; one column on phones, two or more where there is room. */
export function KeyValue({ pairs }: { readonly pairs: readonly Pair[] }) {
  return (
    <dl className={styles['list']}>
      {pairs.map(({ key, label, value }) => (
        <div key={key} className={styles['pair']}>
          <dt>{label}</dt>
          <dd>{value ?? '—'}</dd>
        </div>
      ))}
    </dl>
  );
}
