import { valueWordsOf } from '#domain/process/value-words.ts';
import type { OutputOf } from '#domain/kernel/contract.ts';
import { receptionDayContracts } from '#domain/reception/reception-day.contract.ts';
import { useContractQuery } from '#web/api/hooks.ts';
import { queueWords } from '#web/features/reception/reception.words.ts';
import styles from '#web/features/reception/reception.module.css';
import { ActionButton } from '#web/ui/desk/ActionButton.tsx';
import { CommandBar } from '#web/ui/desk/CommandBar.tsx';
import { useT, useWords } from '#web/ui/language.ts';
import { Section } from '#web/ui/PageHeader.tsx';
import { PlateTag } from '#web/ui/PlateTag.tsx';
import { RefusalAlert } from '#web/ui/RefusalAlert.tsx';
import { StateTag } from '#web/ui/StateTag.tsx';
import { When } from '#web/ui/When.tsx';

type Waiting = OutputOf<typeof receptionDayContracts.queue>['waiting'][number];
type Chosen = { readonly vehicle: string; readonly appointment: string };
type Props = { readonly onReceive: (chosen: Chosen) => void };

/** Who arrived and waits to be received: appointments before the others, then as they came (R056). */
export function ReceptionQueue({ onReceive }: Props) {
  const w = useWords(queueWords);
  const topics = ['board:reception', 'board:appointments', 'board:visits'] as const;
  const { data, error } = useContractQuery(receptionDayContracts.queue, {}, { topics });
  const register = { contract: receptionDayContracts.registerArrival, known: {} };
  return (
    <div className={styles['queue']}>
      <Section title={w.title} side={<CommandBar commands={[register]} />}>
        <RefusalAlert error={error} />
        {data?.waiting.length === 0 ? <p>{w.none}</p> : null}
        <ol>
          {data?.waiting.map((each) => (
            <li key={`${each.appointmentId}${each.arrivalId}${each.plate}`} className={styles['waiting']}>
              <WaitingCar car={each} onReceive={onReceive} />
            </li>
          ))}
        </ol>
      </Section>
    </div>
  );
}

function WaitingCar({ car, onReceive }: Props & { readonly car: Waiting }) {
  const t = useT();
  const w = useWords(queueWords);
  const booked = car.kind === 'appointment';
  const { arrivalId } = car;
  return (
    <>
      <span className={styles['row']}>
        {car.plate ? <PlateTag plate={car.plate} /> : t(queueWords.noPlate)}
        <StateTag words={valueWordsOf('kind', car.kind)} tone={booked ? 'active' : 'neutral'} />
        {car.startsAt ? <When at={car.startsAt} /> : null}
        <span className="figures">
          {[car.customerName, car.note].filter(Boolean).join(' ')} · {car.minutes} {w.minutes}
        </span>
      </span>
      <span className={styles['row']}>
        <ActionButton
          kind="primary"
          onPress={() => onReceive({ vehicle: car.vehicleId ?? '', appointment: car.appointmentId ?? '' })}
          disabledReason={car.vehicleId || booked ? null : w.unfiled}
        >
          {w.receive}
        </ActionButton>
        {arrivalId ? (
          <CommandBar commands={[{ contract: receptionDayContracts.endArrival, known: { arrivalId } }]} />
        ) : null}
      </span>
    </>
  );
}
