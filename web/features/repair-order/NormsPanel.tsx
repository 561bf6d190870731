import { wheel, wheelSteps } from '#domain/kernel/wheel.ts';
import { receptionContracts } from '#domain/reception/reception.contract.ts';
import type { CallInput } from '#web/api/client.ts';
import type { NormView, VisitView } from '#domain/repair-order/visit-view.contract.ts';
import { useContractCommand } from '#web/api/hooks.ts';
import { orderWords } from '#web/features/repair-order/order.words.ts';
import styles from '#web/features/repair-order/order.module.css';
import { ActionButton } from '#web/ui/desk/ActionButton.tsx';
import { Icon } from '#web/ui/Icon.tsx';
import { useT, useWords } from '#web/ui/language.ts';
import { RefusalAlert } from '#web/ui/RefusalAlert.tsx';
import { When } from '#web/ui/When.tsx';

type TickedNorm = CallInput<typeof receptionContracts.tick>['items'][number];

/** Every norm of the process for this visit: what was due, what was done, when, by whom. */
export function NormsPanel({ view }: { readonly view: VisitView }) {
  const t = useT();
  const tick = useContractCommand(receptionContracts.tick);
  const done = (key: TickedNorm) => tick.run({ orderId: view.order.orderId, items: [key], note: null });
  return (
    <div className={styles['stack']}>
      <RefusalAlert error={tick.error} />
      {wheelSteps.map((step) => {
        const norms = view.norms.filter((norm) => norm.step === step);
        return norms.length === 0 ? null : (
          <section key={step} className={styles['panel']}>
            <h3>{t(wheel[step])}</h3>
            <ul className={styles['norms']}>
              {norms.map((norm) => (
                <NormRow key={norm.key} norm={norm} onTick={() => done(norm.key as TickedNorm)} />
              ))}
            </ul>
          </section>
        );
      })}
    </div>
  );
}

function NormRow({ norm, onTick }: { readonly norm: NormView; readonly onTick: () => void }) {
  const t = useT();
  const w = useWords(orderWords);
  const state = norm.doneAt ? 'done' : norm.due ? 'due' : 'ahead';
  return (
    <li data-state={state}>
      <Icon name={norm.doneAt ? 'check' : norm.due ? 'warn' : 'clock'} size="small" />
      <span>
        {t(norm)} <small>{norm.requirement}</small>
      </span>
      {norm.doneAt ? (
        <span className={styles['stepFacts']}>
          {norm.doneByName} <When at={norm.doneAt} />
        </span>
      ) : norm.ticked ? (
        <ActionButton size="small" onPress={onTick}>
          {w.tick}
        </ActionButton>
      ) : (
        <span className={styles['stepFacts']}>{norm.due ? w.due : ''}</span>
      )}
    </li>
  );
}
