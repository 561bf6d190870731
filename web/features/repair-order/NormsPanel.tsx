import { wheel, wheelSteps, type WheelStep } from '#domain/kernel/wheel.ts';
import { receptionContracts } from '#domain/reception/reception.contract.ts';
import { checkNotAhead } from '#domain/repair-order/norm-ahead.ts';
import { norms, type TickItem } from '#domain/repair-order/norms.ts';
import type { NormView, VisitView } from '#domain/repair-order/visit-view.contract.ts';
import { useContractCommand } from '#web/api/hooks.ts';
import { orderWords } from '#web/features/repair-order/order.words.ts';
import styles from '#web/features/repair-order/order.module.css';
import { ActionButton } from '#web/ui/desk/ActionButton.tsx';
import { Icon } from '#web/ui/Icon.tsx';
import { useT, useWords } from '#web/ui/language.ts';
import { RefusalAlert } from '#web/ui/RefusalAlert.tsx';
import { When } from '#web/ui/When.tsx';

/** Every norm of the process for this visit: what was due, what was done, when, by whom (process rule 10). */
export function NormsPanel({ view }: { readonly view: VisitView }) {
  const tick = useContractCommand(receptionContracts.tick);
  const done = (item: TickItem) => tick.run({ orderId: view.order.orderId, items: [item], note: null });
  return (
    <div className={styles['stack']}>
      <RefusalAlert error={tick.error} />
      {wheelSteps.map((step) => (
        <StepNorms key={step} step={step} view={view} onTick={done} />
      ))}
    </div>
  );
}

type StepProps = { readonly step: WheelStep; readonly view: VisitView; readonly onTick: (item: TickItem) => void };

function StepNorms({ step, view, onTick }: StepProps) {
  const t = useT();
  const ofStep = view.norms.filter(({ key }) => norms[key].step === step);
  if (ofStep.length === 0) return null;
  const reached = wheel[step].number <= wheel[view.order.step].number;
  const due = ofStep.filter((norm) => norm.due || norm.doneAt !== null);
  const counts = { due: due.length, done: due.filter(({ doneAt }) => doneAt !== null).length };
  return (
    <section className={styles['panel']}>
      <div className={styles['cardTitle']}>
        <h3>
          {wheel[step].number} {t(wheel[step])}
        </h3>
        <span className={styles['stepFacts']}>
          {counts.due > 0 ? t(orderWords.normCounts, counts) : t(reached ? orderWords.notCalledFor : orderWords.ahead)}
        </span>
      </div>
      <ul className={styles['norms']}>
        {ofStep.map((norm) => (
          <li key={norm.key} data-state={norm.doneAt ? 'done' : norm.due ? 'due' : 'ahead'}>
            <Icon name={norm.doneAt ? 'check' : norm.due ? 'warn' : 'clock'} size="small" />
            <span>{t(norms[norm.key])}</span>
            <NormFacts norm={norm} reached={reached} view={view} onTick={onTick} />
          </li>
        ))}
      </ul>
    </section>
  );
}

type FactsProps = Omit<StepProps, 'step'> & { readonly norm: NormView; readonly reached: boolean };

/** Who did it when; else the button of whoever may say that it was done, or whether it is called for. */
function NormFacts({ norm, reached, view, onTick }: FactsProps) {
  const t = useT();
  const w = useWords(orderWords);
  const tick = view.actions.find(({ action }) => action === 'tick');
  if (norm.doneAt)
    return (
      <span className={styles['stepFacts']}>
        {norm.doneByName} <When at={norm.doneAt} />
      </span>
    );
  if (norms[norm.key].evidence === 'tick' && tick) {
    const item = norm.key as TickItem;
    const reason = tick.disabled ?? checkNotAhead(item, view.order)?.words;
    return (
      <ActionButton size="small" disabledReason={reason && t(reason)} onPress={() => onTick(item)}>
        {w.tick}
      </ActionButton>
    );
  }
  return <span className={styles['stepFacts']}>{norm.due ? w.due : reached ? w.notCalledFor : ''}</span>;
}
