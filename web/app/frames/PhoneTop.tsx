import { LanguageSwitch } from '#web/app/frames/LanguageSwitch.tsx';
import { LiveMark } from '#web/app/frames/LiveMark.tsx';
import styles from '#web/app/frames/PhoneFrame.module.css';
import { PersonMenu } from '#web/app/frames/PersonMenu.tsx';
import { pathTo } from '#web/app/paths.ts';
import { productName } from '#web/app/product.ts';
import { useT } from '#web/ui/language.ts';
import { PageLink } from '#web/ui/PageLink.tsx';

/** The thin line on top of a phone: the way home, language and person. What is used all day stands below, under the thumb. */
export function PhoneTop() {
  const t = useT();
  return (
    <header className={styles['top']}>
      <PageLink className={styles['home'] ?? ''} to={pathTo('start')} aria-label={t(productName)}>
        <img src="/wheel.svg" alt="" width={24} height={24} />
      </PageLink>
      <span className={styles['gap']} />
      <LiveMark />
      <LanguageSwitch />
      <PersonMenu />
    </header>
  );
}
