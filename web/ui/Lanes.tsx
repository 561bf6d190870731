import type { ReactNode } from 'react';
import styles from '#web/ui/Lanes.module.css';

/** Lanes side by side; on phones under each other. */
export function Lanes({ children, label }: { readonly children: ReactNode; readonly label: string }) {
  return (
    <div className={styles['lanes']} role="group" aria-label={label}>
      {children}
    </div>
  );
}

type LaneProps = {
  readonly title: ReactNode;
  readonly count: number;
  readonly empty: string;
  readonly children?: ReactNode;
};

/** One lane with its title, how many stand in it, and its cards. */
export function Lane({ title, count, empty, children }: LaneProps) {
  return (
    <section className={styles['lane']}>
      <h2>
        {title}
        <span className="figures">{count}</span>
      </h2>
      {count === 0 ? <p className={styles['empty']}>{empty}</p> : <ul>{children}</ul>}
    </section>
  );
}

/** A card in a lane; `alive` for the one that needs a hand now. */
export function LaneCard({ children, alive = false }: { readonly children: ReactNode; readonly alive?: boolean }) {
  return (
    <li className={styles['card']} data-alive={alive}>
      {children}
    </li>
  );
}
