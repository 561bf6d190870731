import { refuse } from '#domain/kernel/refusal.ts';
import { valueWordsOf } from '#domain/process/value-words.ts';
import type { VisitView } from '#domain/repair-order/visit-view.contract.ts';
import { workshopContracts } from '#domain/workshop/workshop.contract.ts';
import { useContractCommand } from '#web/api/hooks.ts';
import { orderWords } from '#web/features/repair-order/order.words.ts';
import styles from '#web/features/repair-order/order.module.css';
import { ActionButton } from '#web/ui/desk/ActionButton.tsx';
import { useT, useWords } from '#web/ui/language.ts';
import { RefusalAlert } from '#web/ui/RefusalAlert.tsx';
import { StateTag } from '#web/ui/StateTag.tsx';
import { Since } from '#web/ui/When.tsx';

/** What the car waits for, since when, and the button that ends it. */
export function WaitsPanel({ view }: { readonly view: VisitView }) {
  const t = useT();
  const w = useWords(orderWords);
  const end = useContractCommand(workshopContracts.endWait);
  const open = view.waits.filter(({ endedAt }) => endedAt === null);
  const reason = view.actions.find(({ action }) => action === 'end_wait');
  const away = view.order.awaySince === null ? null : refuse('vehicle_away');
  if (open.length === 0) return null;
  return (
    <div className={styles['waits']}>
      {open.map((wait) => (
        <div key={wait.waitId} className={styles['wait']}>
          <StateTag words={valueWordsOf('reason', wait.reason)} tone="warn" icon="clock" />
          <span>{view.lines.find(({ lineId }) => lineId === wait.lineId)?.description}</span>
          <Since at={wait.since} />
          <span>{wait.note}</span>
          {reason ? (
            <ActionButton
              size="small"
              pending={end.pending}
              disabledReason={wait.reason === 'vehicle_away' && away ? t(away.words) : null}
              onPress={() => end.run({ orderId: view.order.orderId, waitId: wait.waitId })}
            >
              {w.endWait}
            </ActionButton>
          ) : null}
        </div>
      ))}
      <RefusalAlert error={end.error} />
    </div>
  );
}
