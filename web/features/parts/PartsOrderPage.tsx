import { Skeleton } from 'antd';
import { words } from '#domain/kernel/words.ts';
import { counterContracts } from '#domain/parts/counter.contract.ts';
import type { VisitView } from '#domain/repair-order/visit-view.contract.ts';
import { useContractQuery } from '#web/api/hooks.ts';
import { pathTo } from '#web/app/paths.ts';
import { useTitle } from '#web/app/title.ts';
import { IssueSlip } from '#web/features/parts/IssueSlip.tsx';
import styles from '#web/features/parts/parts.module.css';
import { partsWords, slipWords } from '#web/features/parts/parts.words.ts';
import { Slips } from '#web/features/parts/Slips.tsx';
import { useWords } from '#web/ui/language.ts';
import { PageHeader } from '#web/ui/PageHeader.tsx';
import { PageLink } from '#web/ui/PageLink.tsx';
import { PlateTag } from '#web/ui/PlateTag.tsx';
import { RefusalAlert } from '#web/ui/RefusalAlert.tsx';
import { StateTag } from '#web/ui/StateTag.tsx';
import { TrafficLight } from '#web/ui/TrafficLight.tsx';
import { usePathParams } from '#web/ui/url-state.ts';
import { When } from '#web/ui/When.tsx';
import { useVisit } from '#web/visit/use-visit.ts';

/** One order at the counter: what was agreed, where it lies, and the slip on which the technician signs for it. */
export function PartsOrderPage() {
  const { orderId = '' } = usePathParams();
  const { data, error } = useVisit(orderId);
  if (data) return <PartsOrder view={data} />;
  return error ? <RefusalAlert error={error} /> : <Skeleton active />;
}

function PartsOrder({ view }: { readonly view: VisitView }) {
  const w = useWords(slipWords);
  const { order, vehicle } = view;
  const { orderId } = order;
  const { data, error } = useContractQuery(
    counterContracts.ofOrder,
    { orderId },
    { topics: [`order:${orderId}`, 'board:parts'] },
  );
  const named = vehicle.plate ?? order.orderNo;
  useTitle(words(`${slipWords.title.zh} ${named}`, `${slipWords.title.en} ${named}`));
  return (
    <>
      <PageHeader
        before={<PlateTag plate={vehicle.plate} size="large" />}
        title={`${vehicle.brand} ${vehicle.model}`}
        note={
          <span className={styles['marks']}>
            <PageLink to={pathTo('order', { orderId })}>{order.orderNo}</PageLink>
            <TrafficLight promisedAt={order.promisedAt} /> <When at={order.promisedAt} />
            {order.inWorkshopSince ? null : <StateTag words={partsWords.notInWorkshop} tone="neutral" />}
          </span>
        }
      >
        <PageLink className={styles['back'] ?? ''} to={pathTo('parts_requests')}>
          {w.back}
        </PageLink>
      </PageHeader>
      {data ? (
        <>
          <IssueSlip view={view} lines={data.lines} />
          <Slips orderId={orderId} slips={data.slips} />
        </>
      ) : error ? (
        <RefusalAlert error={error} />
      ) : (
        <Skeleton active />
      )}
    </>
  );
}
