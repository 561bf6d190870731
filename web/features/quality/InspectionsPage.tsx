import { workshopListContracts } from '#domain/workshop/workshop-lists.contract.ts';
import { useContractQuery } from '#web/api/hooks.ts';
import { Loading } from '#web/app/Loading.tsx';
import { pathTo } from '#web/app/paths.ts';
import { CarHead } from '#web/features/quality/CarHead.tsx';
import { qualityWords } from '#web/features/quality/quality.words.ts';
import styles from '#web/features/quality/quality.module.css';
import { Reworks } from '#web/features/quality/Reworks.tsx';
import { useT, useWords } from '#web/ui/language.ts';
import { Listed } from '#web/ui/Listed.tsx';
import { PhoneButton } from '#web/ui/phone/PhoneButton.tsx';
import { PhoneCard, PhoneCards, PhoneStack } from '#web/ui/phone/PhoneCard.tsx';
import { RefusalAlert } from '#web/ui/RefusalAlert.tsx';
import { useGo, useUrlState } from '#web/ui/url-state.ts';

const lists = { inspect: qualityWords.toInspect, rework: qualityWords.rework };

/** The inspector's home: every car that is to be finally inspected, and what went back to work (R183, R188). */
export function InspectionsPage() {
  const w = useWords(qualityWords);
  const [{ show }, setUrl] = useUrlState({ show: 'inspect' }, { show: lists });
  return (
    <PhoneStack wide>
      <h1>{w.inspectionsTitle}</h1>
      <div className={styles['tabs']}>
        <button type="button" aria-pressed={show === 'inspect'} onClick={() => setUrl({ show: 'inspect' })}>
          {w.toInspect}
        </button>
        <button type="button" aria-pressed={show === 'rework'} onClick={() => setUrl({ show: 'rework' })}>
          {w.rework}
        </button>
      </div>
      <PhoneCards>{show === 'rework' ? <Reworks /> : <ToInspect />}</PhoneCards>
    </PhoneStack>
  );
}

function ToInspect() {
  const t = useT();
  const w = useWords(qualityWords);
  const go = useGo();
  const { data, error } = useContractQuery(
    workshopListContracts.inspectorHome,
    {},
    { topics: ['board:visits', 'order:*'], keepPrevious: true },
  );
  if (!data) return error ? <RefusalAlert error={error} /> : <Loading />;
  if (data.cars.length === 0) return <p>{w.inspectionsNone}</p>;
  return data.cars.map((car) => (
    <PhoneCard key={car.orderId}>
      <CarHead car={car} />
      <p>
        {t(qualityWords.lines, { count: car.lines.length })}{' '}
        <Listed items={car.lines.map(({ description }) => description)} />
      </p>
      <PhoneButton
        wide
        kind="primary"
        disabledReason={car.workedOnIt ? w.workedOn : null}
        onPress={() => go(pathTo('inspection', { orderId: car.orderId }))}
      >
        {w.inspect}
      </PhoneButton>
    </PhoneCard>
  ));
}
