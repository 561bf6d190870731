import type { ReactNode } from 'react';
import styles from '#web/ui/phone/card.module.css';

/** A surface on a phone page; `alive` for what needs a hand now. */
export function PhoneCard({ children, alive = false }: { readonly children: ReactNode; readonly alive?: boolean }) {
  return (
    <section className={styles['card']} data-alive={alive}>
      {children}
    </section>
  );
}

type StackProps = { readonly children: ReactNode; readonly wide?: boolean };

/** Things under each other with even space; no wider than a hand can follow unless `wide`. */
export const PhoneStack = ({ children, wide = false }: StackProps) => (
  <div className={styles['stack']} data-wide={wide}>
    {children}
  </div>
);

/** Cards under each other on a phone, beside each other on a desk. */
export const PhoneCards = ({ children }: { readonly children: ReactNode }) => (
  <div className={styles['cards']}>{children}</div>
);

type ColumnsProps = { readonly main: ReactNode; readonly side: ReactNode; readonly even?: boolean };

/** What is in hand, and what goes with it: beneath on a phone, beside it on a desk. */
export const PhoneColumns = ({ main, side, even = false }: ColumnsProps) => (
  <div className={styles['columns']} data-even={even}>
    <div className={styles['stack']}>{main}</div>
    <div className={styles['stack']}>{side}</div>
  </div>
);
