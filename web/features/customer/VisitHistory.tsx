import type { TableColumnsType } from 'antd';
import type { z } from 'zod';
import type { visitLine } from '#domain/customer/customer-view.contract.ts';
import { valueWordsOf } from '#domain/process/value-words.ts';
import { pathTo } from '#web/app/paths.ts';
import { customerWords } from '#web/features/customer/customer.words.ts';
import styles from '#web/features/customer/customer.module.css';
import { ShortTable } from '#web/ui/desk/ShortTable.tsx';
import { Kilometres } from '#web/ui/figures.tsx';
import { useT, useWords } from '#web/ui/language.ts';
import { Listed } from '#web/ui/Listed.tsx';
import { PageLink } from '#web/ui/PageLink.tsx';
import { PlateTag } from '#web/ui/PlateTag.tsx';
import { StateTag } from '#web/ui/StateTag.tsx';
import { When } from '#web/ui/When.tsx';
import { WheelRing } from '#web/ui/WheelRing.tsx';

type Line = z.output<typeof visitLine>;

/** The visits of a customer or a car, latest first. */
export function VisitHistory({ visits }: { readonly visits: readonly Line[] }) {
  const t = useT();
  const w = useWords(customerWords);
  const columns: TableColumnsType<Line> = [
    { title: w.lastVisit, render: (_, row) => <When at={row.arrivedAt} /> },
    {
      title: w.order,
      render: (_, row) => (
        <PageLink to={pathTo('order', { orderId: row.orderId })} className={styles['order']}>
          <WheelRing step={row.step} /> <span className="figures nowrap">{row.orderNo}</span>
        </PageLink>
      ),
    },
    { title: w.car, render: (_, row) => <PlateTag plate={row.plate} size="small" /> },
    {
      title: w.jobs,
      render: (_, row) => (
        <div className={styles['jobs']}>
          <Listed items={row.jobs} none={row.complaint} />
        </div>
      ),
    },
    { title: w.odometer, align: 'right', render: (_, row) => <Kilometres km={row.odometerKm} /> },
    {
      title: w.state,
      render: (_, row) => (
        <span className="nowrap">
          <StateTag words={valueWordsOf('state', row.state)} tone={row.state === 'delivered' ? 'good' : 'active'} />{' '}
          {t(valueWordsOf('kind', row.kind))}
        </span>
      ),
    },
  ];
  return (
    <ShortTable
      caption={w.visits}
      columns={columns}
      rows={visits}
      keyOf={({ orderId }) => orderId}
      empty={w.noVisits}
    />
  );
}
