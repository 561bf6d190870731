import type { VisitView } from '#domain/repair-order/visit-view.contract.ts';
import { ActionsPanel } from '#web/features/repair-order/ActionsPanel.tsx';
import { LinesTable } from '#web/features/repair-order/LinesTable.tsx';
import { MoneyPanel } from '#web/features/repair-order/MoneyPanel.tsx';
import { NormsPanel } from '#web/features/repair-order/NormsPanel.tsx';
import { orderWords } from '#web/features/repair-order/order.words.ts';
import styles from '#web/features/repair-order/order.module.css';
import { ReceptionPanel } from '#web/features/repair-order/ReceptionPanel.tsx';
import { RecordPanel } from '#web/features/repair-order/RecordPanel.tsx';
import { VersionsPanel } from '#web/features/repair-order/VersionsPanel.tsx';
import { VisitHeader } from '#web/features/repair-order/VisitHeader.tsx';
import { WheelPanel } from '#web/features/repair-order/WheelPanel.tsx';
import { WorkshopPanel } from '#web/features/repair-order/WorkshopPanel.tsx';
import { PageTabs } from '#web/ui/desk/PageTabs.tsx';
import { useWords } from '#web/ui/language.ts';
import { RefusalAlert } from '#web/ui/RefusalAlert.tsx';
import { usePathParams } from '#web/ui/url-state.ts';
import { useVisit } from '#web/visit/use-visit.ts';

/** The page of a car: where it stands on the wheel, what can be done now and by whom, everything recorded. */
export function OrderPage() {
  const { orderId = '' } = usePathParams();
  const { data, error } = useVisit(orderId);
  if (!data) return <RefusalAlert error={error} />;
  return (
    <div className={styles['page']}>
      <VisitHeader view={data} />
      <div className={styles['columns']}>
        <WheelPanel view={data} />
        <div className={styles['main']}>
          <ActionsPanel view={data} />
          <VisitTabs view={data} />
        </div>
      </div>
    </div>
  );
}

function VisitTabs({ view }: { readonly view: VisitView }) {
  const w = useWords(orderWords);
  const tabs = [
    { key: 'lines', label: w.lines, children: <LinesTable view={view} /> },
    { key: 'versions', label: w.versions, children: <VersionsPanel view={view} /> },
    { key: 'reception', label: w.reception, children: <ReceptionPanel view={view} /> },
    { key: 'workshop', label: w.workshop, children: <WorkshopPanel view={view} /> },
    { key: 'money', label: w.money, children: <MoneyPanel view={view} /> },
    { key: 'norms', label: w.norms, children: <NormsPanel view={view} /> },
    { key: 'record', label: w.record, children: <RecordPanel orderId={view.order.orderId} /> },
  ];
  return <PageTabs className={styles['tabs']} tabs={tabs} />;
}
