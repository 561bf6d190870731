import { Outlet } from '@tanstack/react-router';
import { App as AntdApp, ConfigProvider } from 'antd';
import enUS from 'antd/locale/en_US';
import zhCN from 'antd/locale/zh_CN';
import { Suspense } from 'react';
import { appWords } from '#web/app/app.words.ts';
import styles from '#web/app/frames/DesktopFrame.module.css';
import { BottomBar } from '#web/app/frames/BottomBar.tsx';
import { InFrame } from '#web/app/frames/in-frame.ts';
import { PhoneTop } from '#web/app/frames/PhoneTop.tsx';
import { Rail } from '#web/app/frames/Rail.tsx';
import { TopBar } from '#web/app/frames/TopBar.tsx';
import { Loading } from '#web/app/Loading.tsx';
import { useLiveEvents } from '#web/app/use-live-events.ts';
import { antdTheme } from '#web/ui/antd-theme.ts';
import { useLanguage, useWords } from '#web/ui/language.ts';
import { useOnPhone } from '#web/ui/narrow.ts';

/** The desk: rail by role on the left, find box and person on top, the page in the middle. */
export function DesktopFrame() {
  useLiveEvents();
  const w = useWords(appWords);
  const language = useLanguage();
  const onPhone = useOnPhone();
  return (
    <ConfigProvider theme={antdTheme} locale={language === 'zh' ? zhCN : enUS} button={{ autoInsertSpace: false }}>
      <AntdApp className={styles['desk'] ?? ''}>
        <a className={styles['skip']} href="#content">
          {w.skip}
        </a>
        {onPhone ? null : <Rail />}
        {onPhone ? <PhoneTop /> : <TopBar />}
        <main id="content" className={styles['content']} tabIndex={-1}>
          <InFrame value>
            <Suspense fallback={<Loading />}>
              <Outlet />
            </Suspense>
          </InFrame>
        </main>
        {onPhone ? <BottomBar /> : null}
      </AntdApp>
    </ConfigProvider>
  );
}
