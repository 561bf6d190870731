import { Skeleton } from 'antd';
import type { OutputOf } from '#domain/kernel/contract.ts';
import type { counterContracts } from '#domain/parts/counter.contract.ts';
import { pathTo } from '#web/app/paths.ts';
import { partWords } from '#web/features/parts/PartName.tsx';
import { PartState } from '#web/features/parts/PartState.tsx';
import styles from '#web/features/parts/parts.module.css';
import { partsWords } from '#web/features/parts/parts.words.ts';
import { Qty } from '#web/ui/figures.tsx';
import { useT, useWords } from '#web/ui/language.ts';
import { PageLink } from '#web/ui/PageLink.tsx';
import { PlateTag } from '#web/ui/PlateTag.tsx';
import { StateTag } from '#web/ui/StateTag.tsx';
import { TrafficLight } from '#web/ui/TrafficLight.tsx';
import { When } from '#web/ui/When.tsx';

/** A part line to pick, with its car. */
export type PickRequest = OutputOf<typeof counterContracts.requests>['items'][number];

type Props = { readonly requests: readonly PickRequest[] | undefined };

/** One card per car, the most urgent first, its parts in the order of the bins. */
export function PickCards({ requests }: Props) {
  if (!requests) return <Skeleton active />;
  return (
    <ul className={styles['cards']}>
      {groupedByOrder(requests).map((group) => (
        <PickCard key={group[0].orderId} group={group} />
      ))}
    </ul>
  );
}

type Group = readonly [PickRequest, ...PickRequest[]];

/** Cars in the workshop before those that are not, then by promise. */
function groupedByOrder(requests: readonly PickRequest[]): readonly Group[] {
  const groups = Map.groupBy(requests, ({ orderId }) => orderId);
  const urgency = ([{ inWorkshopSince, promisedAt }]: Group) =>
    `${inWorkshopSince ? 0 : 1} ${promisedAt ?? '9999-12-31'}`;
  return ([...groups.values()] as unknown as Group[]).toSorted((a, b) => (urgency(a) < urgency(b) ? -1 : 1));
}

function PickCard({ group }: { readonly group: Group }) {
  const t = useT();
  const w = useWords(partsWords);
  const [{ orderId, orderNo, plate, promisedAt, inWorkshopSince, technicianName }] = group;
  return (
    <li className={styles['card']}>
      <div className={styles['cardHead']}>
        <PlateTag plate={plate} />
        <span className="nowrap">
          <TrafficLight promisedAt={promisedAt} /> <When at={promisedAt} />
        </span>
      </div>
      <p className={styles['quiet']}>
        <span className="figures">{orderNo}</span>
        {technicianName ? ` · ${w.technician} ${technicianName}` : ''} · {t(partsWords.count, { count: group.length })}
      </p>
      {inWorkshopSince ? null : <StateTag words={partsWords.notInWorkshop} tone="neutral" />}
      <ul className={styles['picks']}>
        {group.map((each) => (
          <li key={each.lineId}>
            <span className={`${styles['bin']} figures`}>{each.bin}</span>
            <span className={styles['grow']}>{t(partWords(each))}</span>
            <Qty milli={each.openMilli} unit={each.unit} />
            <PartState state={each.partState} />
          </li>
        ))}
      </ul>
      <PageLink
        className={styles['cardGo'] ?? ''}
        to={pathTo('parts_order', { orderId })}
        aria-label={`${w.pickSlip} ${plate ?? orderNo}`}
      >
        {w.pickSlip}
      </PageLink>
    </li>
  );
}
