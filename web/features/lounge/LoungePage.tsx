import type { TableColumnsType } from 'antd';
import type { OutputOf } from '#domain/kernel/contract.ts';
import { wheel } from '#domain/kernel/wheel.ts';
import { visitListContracts } from '#domain/repair-order/visit-list.contract.ts';
import { useContractQuery } from '#web/api/hooks.ts';
import { pathTo } from '#web/app/paths.ts';
import { useSession } from '#web/app/session.ts';
import { loungeWords } from '#web/features/lounge/lounge.words.ts';
import styles from '#web/features/lounge/lounge.module.css';
import { DataTable } from '#web/ui/desk/DataTable.tsx';
import { useT, useWords } from '#web/ui/language.ts';
import { PageHeader } from '#web/ui/PageHeader.tsx';
import { PageLink } from '#web/ui/PageLink.tsx';
import { PlateTag } from '#web/ui/PlateTag.tsx';
import { StateTag } from '#web/ui/StateTag.tsx';
import { PromiseLamp } from '#web/ui/TrafficLight.tsx';
import { useGo } from '#web/ui/url-state.ts';
import { WheelRing } from '#web/ui/WheelRing.tsx';
import { Since, When } from '#web/ui/When.tsx';

type Guest = OutputOf<typeof visitListContracts.loungeHome>['guests'][number];

/** Who waits in the shop, since when, until when: those who wait longest first (R140). */
export function LoungePage() {
  const t = useT();
  const w = useWords(loungeWords);
  const go = useGo();
  const { store } = useSession();
  const { data, error, isPending } = useContractQuery(
    visitListContracts.loungeHome,
    {},
    { topics: ['board:visits', 'order:*'], keepPrevious: true },
  );
  return (
    <>
      <PageHeader title={w.title} note={data ? t(loungeWords.guests, { count: data.guests.length }) : null}>
        {store ? (
          <PageLink to={pathTo('lounge_wall', {}, { store: store.storeId })} target="_blank" rel="noreferrer">
            {w.wall}
          </PageLink>
        ) : null}
      </PageHeader>
      <DataTable
        caption={w.title}
        rows={data?.guests}
        columns={useColumns()}
        keyOf={({ orderId }) => orderId}
        loading={isPending}
        error={error}
        empty={w.none}
        onRow={({ orderId }) => go(pathTo('order', { orderId }))}
      />
    </>
  );
}

function useColumns(): TableColumnsType<Guest> {
  const t = useT();
  const w = useWords(loungeWords);
  return [
    {
      title: w.customer,
      render: (_, guest) => (
        <strong>
          {guest.customerName} {guest.salutation}
        </strong>
      ),
    },
    { title: w.car, render: (_, guest) => <PlateTag plate={guest.plate} /> },
    {
      title: w.step,
      render: (_, guest) => (
        <span className={styles['step']}>
          <WheelRing step={guest.step} /> {t(wheel[guest.step])}
        </span>
      ),
    },
    { title: w.waits, render: (_, guest) => <Since at={guest.arrivedAt} /> },
    {
      title: w.seated,
      render: (_, guest) =>
        guest.seatedAt ? (
          <When at={guest.seatedAt} as="time" />
        ) : (
          <StateTag words={loungeWords.notSeated} tone="warn" />
        ),
    },
    {
      title: w.promised,
      render: (_, guest) => (
        <span className="nowrap">
          <PromiseLamp light={guest.light} /> <When at={guest.promisedAt} />
        </span>
      ),
    },
    { title: w.advisor, dataIndex: 'advisorName', responsive: ['lg'] },
  ];
}
