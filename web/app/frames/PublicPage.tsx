import type { ReactNode } from 'react';
import { words } from '#domain/kernel/words.ts';
import { LanguageSwitch } from '#web/app/frames/LanguageSwitch.tsx';
import styles from '#web/app/frames/PublicPage.module.css';
import { useT } from '#web/ui/language.ts';

type Props = {
  /** Whose page it is; absent until that is known. */
  readonly store?: { readonly name: string; readonly nameEn: string };
  readonly title: string;
  readonly children: ReactNode;
  /** Ways to go on, and where the store is. */
  readonly foot?: ReactNode;
};

/** A store's page for anybody, who has signed in nowhere: its name above, how to reach it below. */
export function PublicPage({ store, title, children, foot }: Props) {
  const t = useT();
  if (!store) return <main className={styles['page']}>{children}</main>;
  return (
    <main className={styles['page']}>
      <header className={styles['head']}>
        <div>
          <h1>{t(words(store.name, store.nameEn || store.name))}</h1>
          <p>{title}</p>
        </div>
        <LanguageSwitch />
      </header>
      {children}
      {foot ? <footer className={styles['foot']}>{foot}</footer> : null}
    </main>
  );
}
