import type { JudgedLine } from '#web/features/warranty/JudgedLines.tsx';
import styles from '#web/features/warranty/warranty.module.css';
import { PlateTag } from '#web/ui/PlateTag.tsx';
import { RefusalAlert } from '#web/ui/RefusalAlert.tsx';
import { ActionForm } from '#web/visit/ActionForm.tsx';
import { useVisit } from '#web/visit/use-visit.ts';

type Props = { readonly line: JudgedLine; readonly onDone: () => void };

/** The judgement of one line, with its car and what is known of it. */
export function JudgeForm({ line, onDone }: Props) {
  const { data, error } = useVisit(line.orderId);
  if (!data) return <RefusalAlert error={error} />;
  const intro = (
    <p>
      <PlateTag plate={line.plate} /> {line.model} · {line.description}
    </p>
  );
  return (
    <div className={styles['form']}>
      <ActionForm
        view={data}
        action="judge_warranty"
        lineId={line.lineId}
        intro={intro}
        onDone={onDone}
        onCancel={onDone}
      />
    </div>
  );
}
