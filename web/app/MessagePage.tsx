import { useContext, type ReactNode } from 'react';
import { InFrame } from '#web/app/frames/in-frame.ts';
import styles from '#web/app/message.module.css';
import { Icon } from '#web/ui/Icon.tsx';
import type { IconName } from '#web/ui/icon-shapes.ts';

type Props = { readonly icon: IconName; readonly title: string; readonly hint: string; readonly children?: ReactNode };

/** A page that says one thing and what to do next. */
export function MessagePage({ icon, title, hint, children }: Props) {
  const Part = useContext(InFrame) ? 'section' : 'main';
  return (
    <Part className={styles['message']}>
      <span className={styles['mark']}>
        <Icon name={icon} size="large" />
      </span>
      <h1>{title}</h1>
      <p>{hint}</p>
      {children ? <div className={styles['ways']}>{children}</div> : null}
    </Part>
  );
}
