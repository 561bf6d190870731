import type { Breakpoint, TableColumnsType } from 'antd';
import { wheel } from '#domain/kernel/wheel.ts';
import { words } from '#domain/kernel/words.ts';
import { valueWordsOf } from '#domain/process/value-words.ts';
import type { VisitRowView } from '#domain/repair-order/visit-list.contract.ts';
import { pathTo } from '#web/app/paths.ts';
import styles from '#web/features/repair-order/lists.module.css';
import { useT, useWords } from '#web/ui/language.ts';
import { PageLink } from '#web/ui/PageLink.tsx';
import { PlateTag } from '#web/ui/PlateTag.tsx';
import { StateTag } from '#web/ui/StateTag.tsx';
import { PromiseLamp } from '#web/ui/TrafficLight.tsx';
import { WheelRing } from '#web/ui/WheelRing.tsx';
import { Since, When } from '#web/ui/When.tsx';

const texts = {
  step: words('步骤', 'Step'),
  since: words('已停留', 'For'),
  car: words('车辆', 'Car'),
  customer: words('客户', 'Customer'),
  order: words('工单', 'Order'),
  advisor: words('服务顾问', 'Advisor'),
  promised: words('预计交车', 'Promised'),
  waits: words('等待', 'Waits for'),
  decision: words('待客户决定', 'Customer decides'),
  washing: words('洗车中', 'Being washed'),
};

/** A tablet held upright has no room for these; the car's page says them. */
const roomy: Breakpoint[] = ['lg'];

type RowProps = { readonly row: VisitRowView };

/** The columns of a list of cars, the wheel first. */
export function useVisitColumns(): TableColumnsType<VisitRowView> {
  const t = useT();
  const w = useWords(texts);
  return [
    {
      title: w.step,
      width: 150,
      render: (_, row) => (
        <span className={styles['step']}>
          <WheelRing step={row.step} /> {t(wheel[row.step])}
        </span>
      ),
    },
    {
      title: w.car,
      render: (_, row) => (
        <PageLink to={pathTo('order', { orderId: row.orderId })}>
          <PlateTag plate={row.plate} /> {row.model}
        </PageLink>
      ),
    },
    { title: w.customer, dataIndex: 'customerName' },
    { title: w.promised, render: (_, row) => <Promised row={row} /> },
    { title: w.since, render: (_, row) => <Since at={row.stepSince} /> },
    { title: w.waits, render: (_, row) => <Waits row={row} /> },
    { title: w.advisor, dataIndex: 'advisorName', responsive: roomy },
    { title: w.order, responsive: roomy, render: (_, row) => <span className="figures">{row.orderNo}</span> },
  ];
}

function Promised({ row }: RowProps) {
  return (
    <span className="nowrap">
      <PromiseLamp light={row.light} /> <When at={row.promisedAt} />
    </span>
  );
}

function Waits({ row }: RowProps) {
  return (
    <div className={styles['waits']}>
      {row.washingSince ? (
        <span className="nowrap">
          <StateTag words={texts.washing} tone="active" /> <When at={row.washingSince} />
        </span>
      ) : null}
      {row.awaitsDecision ? <StateTag words={texts.decision} tone="warn" icon="pen" /> : null}
      {row.waits.map((reason) => (
        <StateTag key={reason} words={valueWordsOf('reason', reason)} tone="warn" icon="clock" />
      ))}
    </div>
  );
}
