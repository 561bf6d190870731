import { FindAnything } from '#web/app/find/FindAnything.tsx';
import { LanguageSwitch } from '#web/app/frames/LanguageSwitch.tsx';
import { LiveMark } from '#web/app/frames/LiveMark.tsx';
import { PersonMenu, StoreMenu } from '#web/app/frames/PersonMenu.tsx';
import styles from '#web/app/frames/TopBar.module.css';

export function TopBar() {
  return (
    <header className={styles['bar']}>
      <FindAnything />
      <div className={styles['side']}>
        <LiveMark />
        <StoreMenu />
        <LanguageSwitch />
        <PersonMenu />
      </div>
    </header>
  );
}
