import { valueWordsOf } from '#domain/process/value-words.ts';
import { pathTo } from '#web/app/paths.ts';
import { dispatchWords } from '#web/features/dispatch/dispatch.words.ts';
import styles from '#web/features/dispatch/dispatch.module.css';
import type { Board } from '#web/features/dispatch/grid-tags.ts';
import { useT, useWords } from '#web/ui/language.ts';
import { PageLink } from '#web/ui/PageLink.tsx';
import { PlateTag } from '#web/ui/PlateTag.tsx';
import { PromiseLamp } from '#web/ui/TrafficLight.tsx';
import { Since, When } from '#web/ui/When.tsx';

/** Cars that wait: for what, since when, until when, and whom to ask. */
export function WaitingCars({ waiting }: { readonly waiting: Board['waiting'] }) {
  const w = useWords(dispatchWords);
  if (waiting.length === 0) return <p className={styles['calm']}>{w.waitingEmpty}</p>;
  return (
    <ul className={styles['waiting']} aria-label={w.waiting}>
      {waiting.map((car) => (
        <li key={car.orderId}>
          <PageLink to={pathTo('order', { orderId: car.orderId })}>
            <span className={styles['line']}>
              <PlateTag plate={car.plate} size="small" />
              <PromiseLamp light={car.light} />
            </span>
            <small>
              {w.promised} <When at={car.promisedAt} /> · {car.advisorName}
            </small>
          </PageLink>
          <ul>
            {car.waits.map((wait) => (
              <Wait key={wait.waitId} wait={wait} />
            ))}
          </ul>
        </li>
      ))}
    </ul>
  );
}

/** Finished cars in the wash bay, since when, and whose they are (R190). */
export function WashingCars({ washing }: { readonly washing: Board['washing'] }) {
  const w = useWords(dispatchWords);
  return (
    <ul className={styles['waiting']} aria-label={w.washing}>
      {washing.map(({ orderId, plate, advisorName, since }) => (
        <li key={orderId}>
          <PageLink to={pathTo('order', { orderId })}>
            <span className={styles['line']}>
              <PlateTag plate={plate} size="small" />
            </span>
            <small>
              <When at={since} /> · {advisorName}
            </small>
          </PageLink>
        </li>
      ))}
    </ul>
  );
}

function Wait({ wait }: { readonly wait: Board['waiting'][number]['waits'][number] }) {
  const t = useT();
  const w = useWords(dispatchWords);
  return (
    <li>
      <span className={styles['line']}>
        <strong>{t(valueWordsOf('reason', wait.reason))}</strong>
        <span>{wait.description ?? w.wholeCar}</span>
      </span>
      <small>
        {w.since} <Since at={wait.since} /> · {w.expected}{' '}
        {wait.expectedUntil ? <When at={wait.expectedUntil} /> : w.unknown}
        {wait.note ? ` · ${wait.note}` : ''}
      </small>
    </li>
  );
}
