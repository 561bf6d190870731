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

/** Things under each other with even space. */
export const PhoneStack = ({ children }: { readonly children: ReactNode }) => (
  <div className={styles['stack']}>{children}</div>
);
