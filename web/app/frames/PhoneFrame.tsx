import { Outlet, useRouterState } from '@tanstack/react-router';
import { Suspense, useMemo } from 'react';
import { appWords } from '#web/app/app.words.ts';
import { InFrame } from '#web/app/frames/in-frame.ts';
import { LanguageSwitch } from '#web/app/frames/LanguageSwitch.tsx';
import { LiveMark } from '#web/app/frames/LiveMark.tsx';
import styles from '#web/app/frames/PhoneFrame.module.css';
import { PersonMenu } from '#web/app/frames/PersonMenu.tsx';
import { Loading } from '#web/app/Loading.tsx';
import { menuFor } from '#web/app/menu.ts';
import { patterns } from '#web/app/paths.ts';
import { useSession } from '#web/app/session.ts';
import { useLiveEvents } from '#web/app/use-live-events.ts';
import { Icon } from '#web/ui/Icon.tsx';
import { useT, useWords } from '#web/ui/language.ts';
import { PageLink } from '#web/ui/PageLink.tsx';

/** The phone: the page, a thin line on top, and a bar below when there is more than one place to go. */
export function PhoneFrame() {
  useLiveEvents();
  return (
    <div className={styles['phone']}>
      <header className={styles['top']}>
        <img src="/wheel.svg" alt="" width={24} height={24} />
        <span className={styles['gap']} />
        <LiveMark />
        <LanguageSwitch />
        <PersonMenu />
      </header>
      <main className={styles['content']}>
        <InFrame value>
          <Suspense fallback={<Loading />}>
            <Outlet />
          </Suspense>
        </InFrame>
      </main>
      <BottomBar />
    </div>
  );
}

function BottomBar() {
  const w = useWords(appWords);
  const t = useT();
  const { roles } = useSession();
  const entries = useMemo(() => menuFor(roles).slice(0, 5), [roles]);
  const path = useRouterState({ select: ({ location }) => location.pathname });
  if (entries.length < 2) return null;
  return (
    <nav className={styles['bar']} aria-label={w.menu}>
      {entries.map(({ page, icon }) => (
        <PageLink
          key={page.path}
          to={patterns[page.path]}
          aria-current={path.startsWith(patterns[page.path]) ? 'page' : undefined}
        >
          <Icon name={icon} size="large" />
          <span>{t(page.title)}</span>
        </PageLink>
      ))}
    </nav>
  );
}
