import { receptionContracts } from '#domain/reception/reception.contract.ts';
import { norms } from '#domain/repair-order/norms.ts';
import { useContractCommand } from '#web/api/hooks.ts';
import { actionOf, type Job } from '#web/features/workshop/job.ts';
import styles from '#web/features/workshop/workshop.module.css';
import { useT } from '#web/ui/language.ts';
import { PhoneButton } from '#web/ui/phone/PhoneButton.tsx';
import { RefusalAlert } from '#web/ui/RefusalAlert.tsx';
import { When } from '#web/ui/When.tsx';

const items = ['symptom_confirmed', 'symptom_driven'] as const;

/** The symptom is confirmed before the work, on a road test where one is needed; who did it and when is shown (R157). */
export function ConfirmSymptom({ job }: { readonly job: Job }) {
  const t = useT();
  const { norms: ofVisit, order } = job.view;
  const tick = useContractCommand(receptionContracts.tick);
  const offered = actionOf(job, 'tick', 'visit');
  if (!offered) return null;
  return (
    <div className={styles['pair']}>
      {items.map((item) => {
        const norm = ofVisit.find(({ key }) => key === item);
        if (!norm) return null;
        return norm.doneAt ? (
          <p key={item} className={styles['quiet']}>
            {t(norms[item])}: {norm.doneByName} <When at={norm.doneAt} />
          </p>
        ) : (
          <PhoneButton
            key={item}
            wide
            pending={tick.pending}
            disabledReason={offered.disabled ? t(offered.disabled) : null}
            onPress={() => tick.run({ orderId: order.orderId, items: [item], note: null })}
          >
            {t(norms[item])}
          </PhoneButton>
        );
      })}
      <RefusalAlert error={tick.error} />
    </div>
  );
}
