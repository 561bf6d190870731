import { useState } from 'react';
import { customerViewContracts } from '#domain/customer/customer-view.contract.ts';
import type { OutputOf } from '#domain/kernel/contract.ts';
import { useContractQuery } from '#web/api/hooks.ts';
import { appointmentWords } from '#web/features/appointment/appointment.words.ts';
import styles from '#web/features/appointment/appointment.module.css';
import { FindInput } from '#web/ui/desk/FindInput.tsx';
import { useWords } from '#web/ui/language.ts';
import { PlateTag } from '#web/ui/PlateTag.tsx';

export type FiledCar = OutputOf<typeof customerViewContracts.search>['vehicles'][number];

type Props = { readonly chosen: FiledCar | null; readonly onChoose: (car: FiledCar | null) => void };

/** Finds a car on file, so that nobody spells out again who is known. */
export function FindFiled({ chosen, onChoose }: Props) {
  const w = useWords(appointmentWords);
  const [typed, setTyped] = useState('');
  const q = typed.trim();
  const { data } = useContractQuery(
    customerViewContracts.search,
    { q },
    { enabled: q.length > 1 && chosen === null, keepPrevious: true },
  );
  if (chosen)
    return (
      <div className={styles['filed']}>
        <PlateTag plate={chosen.plate} /> {chosen.brand} {chosen.model} · {chosen.ownerName}
        <button type="button" onClick={() => onChoose(null)}>
          {w.otherCar}
        </button>
      </div>
    );
  return (
    <div className={styles['find']}>
      <FindInput label={w.find} value={typed} onChange={setTyped} />
      <ul>
        {q.length > 1
          ? data?.vehicles.slice(0, 6).map((car) => (
              <li key={car.vehicleId}>
                <button type="button" onClick={() => onChoose(car)}>
                  <PlateTag plate={car.plate} size="small" /> {car.brand} {car.model} · {car.ownerName}
                </button>
              </li>
            ))
          : null}
      </ul>
    </div>
  );
}
