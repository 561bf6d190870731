import { Outlet } from '@tanstack/react-router';
import { Suspense } from 'react';
import { BottomBar } from '#web/app/frames/BottomBar.tsx';
import desk from '#web/app/frames/DesktopFrame.module.css';
import { InFrame } from '#web/app/frames/in-frame.ts';
import styles from '#web/app/frames/PhoneFrame.module.css';
import { PhoneTop } from '#web/app/frames/PhoneTop.tsx';
import { Rail } from '#web/app/frames/Rail.tsx';
import { TopBar } from '#web/app/frames/TopBar.tsx';
import { Loading } from '#web/app/Loading.tsx';
import { useLiveEvents } from '#web/app/use-live-events.ts';
import { useOnDesk } from '#web/ui/narrow.ts';

/** The phone: the page, a thin line on top, a bar below. On a desk the same pages stand beside the rail of all others. */
export function PhoneFrame() {
  useLiveEvents();
  return useOnDesk() ? <OnDesk /> : <OnPhone />;
}

const Page = () => (
  <InFrame value>
    <Suspense fallback={<Loading />}>
      <Outlet />
    </Suspense>
  </InFrame>
);

const OnDesk = () => (
  <div className={desk['desk']}>
    <Rail />
    <TopBar />
    <main className={`${desk['content']} ${styles['roomy']}`}>
      <Page />
    </main>
  </div>
);

const OnPhone = () => (
  <div className={styles['phone']}>
    <PhoneTop />
    <main className={styles['content']}>
      <Page />
    </main>
    <BottomBar />
  </div>
);
