import { words } from '#domain/kernel/words.ts';
import styles from '#web/features/followup/followup.module.css';
import { useWords } from '#web/ui/language.ts';
import { StateTag } from '#web/ui/StateTag.tsx';
import { When } from '#web/ui/When.tsx';

const texts = {
  by: words('最迟', 'by'),
  inTime: words('按时回应', 'Answered in time'),
  late: words('回应已迟', 'Answered late'),
  overdue: words('超时未回应', 'Overdue'),
};

type Props = {
  readonly complaint: {
    readonly respondBy: string;
    readonly respondedAt: string | null;
    readonly overdue: boolean;
  };
};

/** When the customer was first answered, in time or late; until then, by when they must be. */
export function FirstResponse({ complaint: { respondBy, respondedAt, overdue } }: Props) {
  const w = useWords(texts);
  if (respondedAt === null) {
    return (
      <span className={styles['response']}>
        {overdue ? <StateTag words={texts.overdue} tone="bad" /> : null}
        <span>
          {w.by} <When at={respondBy} as="both" />
        </span>
      </span>
    );
  }
  const inTime = respondedAt <= respondBy;
  return (
    <span className={styles['response']}>
      <StateTag words={inTime ? texts.inTime : texts.late} tone={inTime ? 'good' : 'warn'} />
      <When at={respondedAt} />
    </span>
  );
}
