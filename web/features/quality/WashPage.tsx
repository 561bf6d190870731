import { useState } from 'react';
import type { OutputOf } from '#domain/kernel/contract.ts';
import { visitListContracts } from '#domain/repair-order/visit-list.contract.ts';
import { useContractQuery } from '#web/api/hooks.ts';
import { Loading } from '#web/app/Loading.tsx';
import { CarHead } from '#web/features/quality/CarHead.tsx';
import { qualityWords } from '#web/features/quality/quality.words.ts';
import styles from '#web/features/quality/quality.module.css';
import { VisitForm } from '#web/features/quality/VisitForm.tsx';
import { useT, useWords } from '#web/ui/language.ts';
import { Listed } from '#web/ui/Listed.tsx';
import { PhoneButton } from '#web/ui/phone/PhoneButton.tsx';
import { PhoneCard, PhoneCards, PhoneStack } from '#web/ui/phone/PhoneCard.tsx';
import { PhoneSheet } from '#web/ui/phone/PhoneSheet.tsx';
import { RefusalAlert } from '#web/ui/RefusalAlert.tsx';
import { When } from '#web/ui/When.tsx';

type Home = OutputOf<typeof visitListContracts.washerHome>;
type Car = Home['toWash'][number];
type Chosen = { readonly car: Car; readonly action: keyof typeof labels };

/** What is done next with a car, under the name of its button. */
const labels = { start_wash: 'startWash', wash: 'washed', park: 'park' } as const;

const nextWash = (car: Car): Chosen['action'] => (car.washStartedAt === null ? 'start_wash' : 'wash');

/** Cars to wash, what to mind in them, and where they are parked afterwards, nose to the exit (R190–R193). */
export function WashPage() {
  const w = useWords(qualityWords);
  const [chosen, choose] = useState<Chosen | null>(null);
  const { data, error } = useContractQuery(
    visitListContracts.washerHome,
    {},
    { topics: ['board:visits', 'order:*'], keepPrevious: true },
  );
  if (!data) return error ? <RefusalAlert error={error} /> : <Loading />;
  return (
    <PhoneStack wide>
      <h1>{w.washTitle}</h1>
      <Cars title={w.toWash} none={w.washNone} cars={data.toWash} actionOf={nextWash} onPress={choose} />
      <Cars title={w.toPark} none={w.parkNone} cars={data.toPark} actionOf={() => 'park'} onPress={choose} />
      {chosen ? (
        <PhoneSheet title={w[labels[chosen.action]]} onClose={() => choose(null)}>
          <VisitForm orderId={chosen.car.orderId} action={chosen.action} onDone={() => choose(null)} />
        </PhoneSheet>
      ) : null}
    </PhoneStack>
  );
}

type CarsProps = {
  readonly title: string;
  readonly none: string;
  readonly cars: readonly Car[];
  readonly actionOf: (car: Car) => Chosen['action'];
  readonly onPress: (chosen: Chosen) => void;
};

function Cars({ title, none, cars, actionOf, onPress }: CarsProps) {
  const t = useT();
  const w = useWords(qualityWords);
  return (
    <>
      <h2>
        {title} <span className="figures">{cars.length}</span>
      </h2>
      {cars.length === 0 ? <p className={styles['quiet']}>{none}</p> : null}
      <PhoneCards>
        {cars.map((car) => (
          <PhoneCard key={car.orderId}>
            <CarHead car={{ ...car, model: [car.model, car.colour].filter(Boolean).join(' · ') }} />
            {car.damages > 0 || car.belongings.length > 0 ? (
              <p className={styles['warning']}>
                <strong>{w.mind}</strong> {car.damages > 0 ? `${t(qualityWords.damages, { count: car.damages })} ` : ''}
                <Listed items={car.belongings.map(({ description }) => description)} />
              </p>
            ) : null}
            {actionOf(car) === 'wash' ? (
              <p className={styles['quiet']}>
                {w.washingSince} <When at={car.washStartedAt} />
              </p>
            ) : null}
            <PhoneButton wide kind="primary" onPress={() => onPress({ car, action: actionOf(car) })}>
              {w[labels[actionOf(car)]]}
            </PhoneButton>
          </PhoneCard>
        ))}
      </PhoneCards>
    </>
  );
}
