import { useState } from 'react';
import { deliveryContracts } from '#domain/delivery/delivery.contract.ts';
import { gateContracts } from '#domain/delivery/gate.contract.ts';
import type { OutputOf } from '#domain/kernel/contract.ts';
import { words } from '#domain/kernel/words.ts';
import { valueWordsOf } from '#domain/process/value-words.ts';
import { useContractCommand, useContractQuery } from '#web/api/hooks.ts';
import { gateWords } from '#web/features/gate/gate.words.ts';
import styles from '#web/features/gate/gate.module.css';
import { problemOf } from '#web/ui/forms/problem-of.ts';
import { useT, useWords } from '#web/ui/language.ts';
import { useNow } from '#web/ui/now.ts';
import { PhoneButton } from '#web/ui/phone/PhoneButton.tsx';
import { PhoneCard } from '#web/ui/phone/PhoneCard.tsx';
import { PhoneField } from '#web/ui/phone/PhoneField.tsx';
import { PlateTag } from '#web/ui/PlateTag.tsx';
import { RefusalAlert } from '#web/ui/RefusalAlert.tsx';
import { StateTag } from '#web/ui/StateTag.tsx';
import { When } from '#web/ui/When.tsx';

type CarOut = OutputOf<typeof gateContracts.carsOut>['rows'][number];

const overdue = words(gateWords.overdue.zh, gateWords.overdue.en);

/** Cars that went out on a temporary pass: due back when, and back with how many kilometres. */
export function CarsOut() {
  const w = useWords(gateWords);
  const { data, error } = useContractQuery(gateContracts.carsOut, {}, { topics: ['board:visits', 'order:*'] });
  return (
    <section className={styles['out']}>
      <h2>
        {w.carsOut} <span className="figures">{data?.rows.length ?? ''}</span>
      </h2>
      <RefusalAlert error={error} />
      {data?.rows.length === 0 ? <p className={styles['quiet']}>{w.noneOut}</p> : null}
      {data?.rows.map((car) => (
        <OutCar key={car.passNo} car={car} />
      ))}
    </section>
  );
}

function OutCar({ car }: { readonly car: CarOut }) {
  const t = useT();
  const w = useWords(gateWords);
  const now = useNow();
  const [typing, setTyping] = useState(false);
  const late = car.expectedReturnAt !== null && car.expectedReturnAt < now;
  return (
    <PhoneCard alive={late}>
      <div className={styles['row']}>
        <PlateTag plate={car.plate} />
        {late ? <StateTag words={overdue} tone="bad" /> : null}
      </div>
      <p className={styles['quiet']}>
        {t(valueWordsOf('reason', car.reason))} · {car.collectorName} · {w.due} <When at={car.expectedReturnAt} />
      </p>
      {typing ? (
        <ReturnForm car={car} onClose={() => setTyping(false)} />
      ) : (
        <PhoneButton wide onPress={() => setTyping(true)}>
          {w.returned}
        </PhoneButton>
      )}
    </PhoneCard>
  );
}

function ReturnForm({ car, onClose }: { readonly car: CarOut; readonly onClose: () => void }) {
  const t = useT();
  const w = useWords(gateWords);
  const [km, setKm] = useState('');
  const back = useContractCommand(deliveryContracts.carReturned, { onDone: onClose });
  const send = (event: React.FormEvent) => {
    event.preventDefault();
    back.run({ orderId: car.orderId, odometerKm: Number(km || Number.NaN) });
  };
  return (
    <form className={styles['out']} onSubmit={send} noValidate>
      <PhoneField
        label={w.odometer}
        inputMode="numeric"
        value={km}
        onChange={setKm}
        hint={car.odometerKm === null ? undefined : `≥ ${car.odometerKm}`}
        problem={problemOf(back.error, 'odometerKm', t)}
      />
      <RefusalAlert error={back.error} shownFields={['odometerKm']} />
      <div className={styles['pair']}>
        <PhoneButton onPress={onClose}>{w.cancel}</PhoneButton>
        <PhoneButton type="submit" kind="primary" pending={back.pending}>
          {w.confirmReturn}
        </PhoneButton>
      </div>
    </form>
  );
}
