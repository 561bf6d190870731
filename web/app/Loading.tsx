import { appWords } from '#web/app/app.words.ts';
import styles from '#web/app/message.module.css';
import { useWords } from '#web/ui/language.ts';

/** Shown while a page or the session arrives; invisible for the first moment, so that quick pages do not flicker. */
export function Loading() {
  const w = useWords(appWords);
  return (
    <div className={styles['loading']} role="status" aria-label={w.loading}>
      <span className={styles['bar']} />
    </div>
  );
}
