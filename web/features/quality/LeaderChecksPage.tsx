import { useState } from 'react';
import type { OutputOf } from '#domain/kernel/contract.ts';
import { workshopListContracts } from '#domain/workshop/workshop-lists.contract.ts';
import { useContractQuery } from '#web/api/hooks.ts';
import { Loading } from '#web/app/Loading.tsx';
import { CarHead } from '#web/features/quality/CarHead.tsx';
import { CheckedLine, type Line } from '#web/features/quality/CheckedLine.tsx';
import { qualityWords } from '#web/features/quality/quality.words.ts';
import styles from '#web/features/quality/quality.module.css';
import { VisitForm } from '#web/features/quality/VisitForm.tsx';
import { useWords } from '#web/ui/language.ts';
import { PhoneButton } from '#web/ui/phone/PhoneButton.tsx';
import { PhoneCard, PhoneCards, PhoneStack } from '#web/ui/phone/PhoneCard.tsx';
import { PhoneSheet } from '#web/ui/phone/PhoneSheet.tsx';
import { RefusalAlert } from '#web/ui/RefusalAlert.tsx';

type Car = OutputOf<typeof workshopListContracts.checks>['cars'][number];
type Chosen = { readonly car: Car; readonly line: Line };

/** Cars whose work its technicians have checked themselves: the leader checks, advises and signs (R181, R182). */
export function LeaderChecksPage() {
  const w = useWords(qualityWords);
  const [chosen, choose] = useState<Chosen | null>(null);
  const { data, error } = useContractQuery(
    workshopListContracts.checks,
    {},
    { topics: ['board:visits', 'order:*'], keepPrevious: true },
  );
  if (!data) return error ? <RefusalAlert error={error} /> : <Loading />;
  return (
    <PhoneStack wide>
      <h1>{w.leaderTitle}</h1>
      {data.cars.length === 0 ? <p>{w.leaderNone}</p> : null}
      <PhoneCards>
        {data.cars.map((car) => (
          <PhoneCard key={car.orderId}>
            <CarHead car={car} />
            {car.leaderCheckWaivedReason ? (
              <p className={styles['warning']}>
                {w.waived}
                {car.leaderCheckWaivedReason}
              </p>
            ) : null}
            <ul className={styles['list']}>
              {car.lines.map((line) => (
                <CheckedLine key={line.lineId} line={line}>
                  {line.workState === 'self_checked' ? (
                    <PhoneButton
                      wide
                      kind="primary"
                      disabledReason={line.ownWork ? w.ownWork : null}
                      onPress={() => choose({ car, line })}
                    >
                      {w.check}
                    </PhoneButton>
                  ) : null}
                </CheckedLine>
              ))}
            </ul>
          </PhoneCard>
        ))}
      </PhoneCards>
      {chosen ? (
        <PhoneSheet title={`${w.check}：${chosen.line.description}`} onClose={() => choose(null)}>
          <VisitForm
            orderId={chosen.car.orderId}
            action="leader_check"
            lineId={chosen.line.lineId}
            onDone={() => choose(null)}
          />
        </PhoneSheet>
      ) : null}
    </PhoneStack>
  );
}
