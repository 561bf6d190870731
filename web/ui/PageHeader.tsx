import type { ReactNode } from 'react';
import styles from '#web/ui/PageHeader.module.css';

type Props = {
  readonly title: ReactNode;
  readonly note?: ReactNode;
  readonly before?: ReactNode;
  readonly children?: ReactNode;
};

/** The head of a page: its name, a short note, and what can be done at its right. */
export function PageHeader({ title, note, before, children }: Props) {
  return (
    <header className={styles['head']}>
      {before}
      <div className={styles['name']}>
        <h1>{title}</h1>
        {note ? <div className={styles['note']}>{note}</div> : null}
      </div>
      {children ? <div className={styles['actions']}>{children}</div> : null}
    </header>
  );
}

type SectionProps = { readonly title: ReactNode; readonly side?: ReactNode; readonly children: ReactNode };

/** A titled surface on a page. */
export function Section({ title, side, children }: SectionProps) {
  return (
    <section className={styles['section']}>
      <div className={styles['sectionHead']}>
        <h2>{title}</h2>
        {side}
      </div>
      {children}
    </section>
  );
}
