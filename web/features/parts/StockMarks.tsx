import { valueWordsOf } from '#domain/process/value-words.ts';
import type { Idle } from '#domain/parts/idle-stock.ts';
import styles from '#web/features/parts/parts.module.css';
import { stockWords } from '#web/features/parts/parts.words.ts';
import { StateTag } from '#web/ui/StateTag.tsx';

type Props = {
  readonly part: { readonly availableMilli: number; readonly minimumMilli: number; readonly idle: Idle };
};

/** Below its minimum, slow or dead. */
export function StockMarks({ part: { availableMilli, minimumMilli, idle } }: Props) {
  return (
    <span className={styles['marks']}>
      {availableMilli < minimumMilli ? <StateTag words={stockWords.low} tone="bad" icon="warn" /> : null}
      {idle === 'slow' ? <StateTag words={valueWordsOf('idle', idle)} tone="warn" icon="clock" /> : null}
      {idle === 'dead' ? <StateTag words={valueWordsOf('idle', idle)} tone="bad" icon="late" /> : null}
    </span>
  );
}
