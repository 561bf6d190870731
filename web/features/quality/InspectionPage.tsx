import { workshopListContracts } from '#domain/workshop/workshop-lists.contract.ts';
import { useContractQuery } from '#web/api/hooks.ts';
import { Loading } from '#web/app/Loading.tsx';
import { pathTo } from '#web/app/paths.ts';
import { CarHead } from '#web/features/quality/CarHead.tsx';
import { CheckedLine } from '#web/features/quality/CheckedLine.tsx';
import { qualityWords } from '#web/features/quality/quality.words.ts';
import styles from '#web/features/quality/quality.module.css';
import { VisitForm } from '#web/features/quality/VisitForm.tsx';
import { Kilometres } from '#web/ui/figures.tsx';
import { Icon } from '#web/ui/Icon.tsx';
import { useWords } from '#web/ui/language.ts';
import { PageLink } from '#web/ui/PageLink.tsx';
import { PhoneCard, PhoneColumns, PhoneStack } from '#web/ui/phone/PhoneCard.tsx';
import { RefusalAlert } from '#web/ui/RefusalAlert.tsx';
import { useGo, usePathParams } from '#web/ui/url-state.ts';

/** One car before its inspector: what was asked, what was done, every point to look at, the road test, the signature (R183–R185). */
export function InspectionPage() {
  const w = useWords(qualityWords);
  const go = useGo();
  const { orderId = '' } = usePathParams();
  const { data, error } = useContractQuery(
    workshopListContracts.inspectorHome,
    {},
    { topics: ['board:visits', `order:${orderId}`], keepPrevious: true },
  );
  if (!data) return error ? <RefusalAlert error={error} /> : <Loading />;
  const car = data.cars.find((each) => each.orderId === orderId);
  return (
    <PhoneStack wide>
      <PageLink to={pathTo('final_inspections')}>
        <span className={styles['back']}>
          <Icon name="back" /> {w.back}
        </span>
      </PageLink>
      {car ? (
        <PhoneColumns
          even
          main={
            <PhoneCard>
              <CarHead car={car} />
              <p>
                {w.odometer} <Kilometres km={car.odometerKm} />
              </p>
              <h2>{w.complaint}</h2>
              <blockquote className={styles['words']}>{car.complaint}</blockquote>
              <ul className={styles['list']}>
                {car.lines.map((line) => (
                  <CheckedLine key={line.lineId} line={line} />
                ))}
              </ul>
            </PhoneCard>
          }
          side={
            <PhoneCard alive>
              <h1>{w.inspectionsTitle}</h1>
              {car.workedOnIt ? (
                <p className={styles['warning']}>{w.workedOn}</p>
              ) : (
                <VisitForm orderId={orderId} action="final_inspect" onDone={() => go(pathTo('final_inspections'))} />
              )}
            </PhoneCard>
          }
        />
      ) : (
        <p>{w.passed}</p>
      )}
    </PhoneStack>
  );
}
