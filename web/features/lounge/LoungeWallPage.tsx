import type { OutputOf } from '#domain/kernel/contract.ts';
import { shopDay, shopTime } from '#domain/kernel/calendar.ts';
import { wheel, type WheelStep } from '#domain/kernel/wheel.ts';
import { visitListContracts } from '#domain/repair-order/visit-list.contract.ts';
import { words } from '#domain/kernel/words.ts';
import { useContractQuery } from '#web/api/hooks.ts';
import { LanguageSwitch } from '#web/app/frames/LanguageSwitch.tsx';
import { pathTo } from '#web/app/paths.ts';
import { loungeWallWords } from '#web/features/lounge/lounge.words.ts';
import styles from '#web/features/lounge/lounge.module.css';
import { Icon } from '#web/ui/Icon.tsx';
import { useT, useWords } from '#web/ui/language.ts';
import { useNow } from '#web/ui/now.ts';
import { PageLink } from '#web/ui/PageLink.tsx';
import { PlateTag } from '#web/ui/PlateTag.tsx';
import { RefusalAlert } from '#web/ui/RefusalAlert.tsx';
import { useUrlState } from '#web/ui/url-state.ts';
import { WheelRing } from '#web/ui/WheelRing.tsx';

type Car = OutputOf<typeof visitListContracts.loungeBoard>['cars'][number];
type Lane = 'waiting' | 'working' | 'ready';

const inWorkshop: ReadonlySet<WheelStep> = new Set(['dispatch', 'parts', 'work', 'final_inspection']);

const laneOf = ({ ready, step }: Car): Lane => (ready ? 'ready' : inWorkshop.has(step) ? 'working' : 'waiting');

/** For the wall of the lounge: masked plates, where each car stands, until when; no names, no touch. */
export function LoungeWallPage() {
  const [{ store }] = useUrlState({ store: '' });
  return store === '' ? <ChooseBoard /> : <Board store={store} />;
}

/** An address without a store: the only one there is, or a choice of them. */
function ChooseBoard() {
  const t = useT();
  const w = useWords(loungeWallWords);
  const { data, error } = useContractQuery(visitListContracts.loungeBoards, {});
  const [only, ...others] = data?.stores ?? [];
  if (only && others.length === 0) return <Board store={only.storeId} />;
  return (
    <main className={styles['choose']}>
      <div className={styles['head']}>
        <h1>{w.choose}</h1>
        <LanguageSwitch />
      </div>
      <RefusalAlert error={data ? null : error} />
      {data ? <p>{only ? w.chooseHint : w.noBoard}</p> : null}
      <ul>
        {data?.stores.map(({ storeId, name, nameEn }) => (
          <li key={storeId}>
            <PageLink to={pathTo('lounge_wall', {}, { store: storeId })}>
              {t(words(name, nameEn || name))} <Icon name="next" />
            </PageLink>
          </li>
        ))}
      </ul>
    </main>
  );
}

function Board({ store }: { readonly store: string }) {
  const t = useT();
  const w = useWords(loungeWallWords);
  const now = useNow();
  const { data, error } = useContractQuery(
    visitListContracts.loungeBoard,
    { store },
    { topics: ['board:visits'], keepPrevious: true },
  );
  return (
    <main className={styles['wall']}>
      <header className={styles['head']}>
        <h1>{data ? t(words(data.storeName, data.storeNameEn || data.storeName)) : ''}</h1>
        <span className="figures">
          {shopDay(now)} <strong>{shopTime(now)}</strong>
        </span>
      </header>
      <RefusalAlert error={data ? null : error} />
      {data ? (
        <div className={styles['lanes']}>
          {(['waiting', 'working', 'ready'] as const).map((lane) => (
            <section key={lane} className={`${styles['lane']} ${styles[lane]}`}>
              <h2>
                {w[lane]} <span className="figures">{data.cars.filter((car) => laneOf(car) === lane).length}</span>
              </h2>
              <Cars cars={data.cars.filter((car) => laneOf(car) === lane)} />
            </section>
          ))}
        </div>
      ) : null}
      <footer className={styles['notes']}>{w.notes}</footer>
    </main>
  );
}

/** As many as a wall shows without scrolling. */
const shown = 10;

function Cars({ cars }: { readonly cars: readonly Car[] }) {
  const t = useT();
  const w = useWords(loungeWallWords);
  if (cars.length === 0) return <p>{w.nobody}</p>;
  return (
    <>
      <ul>
        {cars.slice(0, shown).map((car, index) => (
          <CarLine key={`${car.plate}${index}`} car={car} />
        ))}
      </ul>
      {cars.length > shown ? <p>{t(loungeWallWords.more, { count: cars.length - shown })}</p> : null}
    </>
  );
}

function CarLine({ car }: { readonly car: Car }) {
  const t = useT();
  const w = useWords(loungeWallWords);
  const promise = car.promisedAt ? t(loungeWallWords.promised, { time: shopTime(car.promisedAt) }) : '';
  return (
    <li className={styles['car']}>
      <WheelRing step={car.step} />
      <PlateTag plate={car.plate} />
      <span className={styles['where']}>{car.ready ? w.readyNow : t(wheel[car.step])}</span>
      {car.ready ? null : <span className={`${styles['promise']} figures`}>{car.late ? w.late : promise}</span>}
    </li>
  );
}
