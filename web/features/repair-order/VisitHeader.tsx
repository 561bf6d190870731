import { words } from '#domain/kernel/words.ts';
import { valueWordsOf } from '#domain/process/value-words.ts';
import type { VisitView } from '#domain/repair-order/visit-view.contract.ts';
import { useTitle } from '#web/app/title.ts';
import { pathTo } from '#web/app/paths.ts';
import { orderWords } from '#web/features/repair-order/order.words.ts';
import styles from '#web/features/repair-order/order.module.css';
import { Kilometres } from '#web/ui/figures.tsx';
import { KeyValue } from '#web/ui/KeyValue.tsx';
import { useT, useWords } from '#web/ui/language.ts';
import { PageLink } from '#web/ui/PageLink.tsx';
import { PlateTag } from '#web/ui/PlateTag.tsx';
import { StateTag } from '#web/ui/StateTag.tsx';
import { PromiseLamp } from '#web/ui/TrafficLight.tsx';
import { When } from '#web/ui/When.tsx';
import { nameOf } from '#web/visit/use-visit.ts';

const stateTones = { open: 'active', ready: 'good', delivered: 'neutral', cancelled: 'neutral' } as const;

/** Which car, whose, in which state, promised for when. */
export function VisitHeader({ view }: { readonly view: VisitView }) {
  const t = useT();
  const w = useWords(orderWords);
  const { order, vehicle, customer } = view;
  useTitle(words(`${vehicle.plate ?? order.orderNo}`, `${vehicle.plate ?? order.orderNo}`));
  const pairs = [
    { key: 'promised', label: w.promised, value: <When at={order.promisedAt} as="both" /> },
    { key: 'first', label: w.firstPromised, value: <When at={order.firstPromisedAt} /> },
    { key: 'arrived', label: w.arrived, value: <When at={order.arrivedAt} as="both" /> },
    { key: 'advisor', label: w.advisor, value: nameOf(view, order.advisorId) },
    {
      key: 'customer',
      label: w.customer,
      value: (
        <PageLink to={pathTo('customer', { customerId: customer.customerId })}>
          {customer.name} {customer.phone}
        </PageLink>
      ),
    },
    { key: 'presenter', label: w.presenter, value: `${order.presenterName} ${order.presenterPhone ?? ''}` },
    { key: 'odometer', label: w.odometer, value: <Kilometres km={view.reception?.odometerKm ?? vehicle.odometerKm} /> },
    { key: 'vin', label: w.vin, value: <span className="figures">{vehicle.vin ?? '—'}</span> },
  ];
  return (
    <header className={styles['header']}>
      <div className={styles['title']}>
        <PageLink to={pathTo('vehicle', { vehicleId: vehicle.vehicleId })}>
          <PlateTag plate={vehicle.plate} size="large" />
        </PageLink>
        <h1>
          {vehicle.brand} {vehicle.model}
        </h1>
        <span className="figures">{order.orderNo}</span>
        <StateTag words={valueWordsOf('state', order.state)} tone={stateTones[order.state]} />
        {order.kind === 'customer' ? null : <StateTag words={valueWordsOf('kind', order.kind)} tone="active" />}
        {order.cancelledAt && order.state !== 'cancelled' ? (
          <StateTag words={orderWords.cancelled} tone="warn" />
        ) : null}
        <PromiseLamp light={view.light} />
      </div>
      <div className={styles['facts']}>
        <KeyValue pairs={pairs} />
      </div>
      <p className={styles['complaint']}>
        <span>{w.complaint}</span> {order.complaint}
      </p>
      {order.cancelledAt ? (
        <p className={styles['complaint']}>
          <span>
            {w.cancelled} <When at={order.cancelledAt} as="both" />
          </span>{' '}
          {order.cancelReason}
        </p>
      ) : null}
      <span className="visually-hidden">{t(valueWordsOf('kind', order.kind))}</span>
    </header>
  );
}
