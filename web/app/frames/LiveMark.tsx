import { useLiveState } from '#web/api/live.ts';
import { appWords } from '#web/app/app.words.ts';
import styles from '#web/app/frames/TopBar.module.css';
import { Icon } from '#web/ui/Icon.tsx';
import { useWords } from '#web/ui/language.ts';

/** Says when the screen no longer moves by itself; silent while it does. */
export function LiveMark() {
  const w = useWords(appWords);
  const state = useLiveState();
  return (
    <span role="status">
      {state === 'offline' ? (
        <span className={styles['offline']} title={w.offline}>
          <Icon name="offline" size="small" label={w.offline} />
          <span>{w.offline}</span>
        </span>
      ) : null}
    </span>
  );
}
