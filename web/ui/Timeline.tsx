import type { ReactNode } from 'react';
import { Icon } from '#web/ui/Icon.tsx';
import type { IconName } from '#web/ui/icon-shapes.ts';
import type { Tone } from '#web/ui/theme.ts';
import styles from '#web/ui/Timeline.module.css';
import tones from '#web/ui/tone.module.css';
import { When } from '#web/ui/When.tsx';

export type TimelineEntry = {
  readonly key: string;
  readonly at: string;
  readonly title: ReactNode;
  readonly who?: ReactNode;
  readonly detail?: ReactNode;
  readonly icon?: IconName;
  readonly tone?: Tone;
};

/** What happened, one entry under the other. */
export function Timeline({ entries }: { readonly entries: readonly TimelineEntry[] }) {
  return (
    <ol className={styles['line']}>
      {entries.map(({ key, at, title, who, detail, icon = 'check', tone = 'neutral' }) => (
        <li key={key}>
          <span className={`${styles['dot']} ${tones[tone]}`}>
            <Icon name={icon} size="small" />
          </span>
          <div>
            <div className={styles['title']}>{title}</div>
            <div className={styles['note']}>
              <When at={at} />
              {who ? <span> · {who}</span> : null}
            </div>
            {detail ? <div className={styles['detail']}>{detail}</div> : null}
          </div>
        </li>
      ))}
    </ol>
  );
}
