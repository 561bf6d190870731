import type { TableColumnsType } from 'antd';
import type { OutputOf } from '#domain/kernel/contract.ts';
import { counterContracts } from '#domain/parts/counter.contract.ts';
import { useContractQuery } from '#web/api/hooks.ts';
import { pathTo } from '#web/app/paths.ts';
import { PartName } from '#web/features/parts/PartName.tsx';
import styles from '#web/features/parts/parts.module.css';
import { partsWords } from '#web/features/parts/parts.words.ts';
import { RowLink } from '#web/features/parts/RowLink.tsx';
import { counterTopics } from '#web/features/parts/topics.ts';
import { DataTable } from '#web/ui/desk/DataTable.tsx';
import { Qty } from '#web/ui/figures.tsx';
import { useWords } from '#web/ui/language.ts';
import { useNow } from '#web/ui/now.ts';
import { PlateTag } from '#web/ui/PlateTag.tsx';
import { StateTag } from '#web/ui/StateTag.tsx';
import { useGo } from '#web/ui/url-state.ts';
import { Since, When } from '#web/ui/When.tsx';

type Row = OutputOf<typeof counterContracts.shortages>['items'][number];

/** Cars that wait for parts, who came first in front, with the day when the part is expected (R111). */
export function ShortagesTab() {
  const w = useWords(partsWords);
  const go = useGo();
  const { data, error, isPending } = useContractQuery(
    counterContracts.shortages,
    { limit: 200 },
    { topics: counterTopics },
  );
  const columns: TableColumnsType<Row> = [
    {
      title: w.part,
      render: (_, row) => (
        <RowLink to={pathTo('part', { partId: row.partId })}>
          <PartName part={row} />
        </RowLink>
      ),
    },
    { title: w.quantity, align: 'right', render: (_, row) => <Qty milli={row.openMilli} unit={row.unit} /> },
    { title: w.available, align: 'right', render: (_, row) => <Availability row={row} /> },
    { title: w.eta, render: (_, row) => <Expected eta={row.eta} /> },
    { title: w.waitsSince, render: (_, row) => (row.waitsSince ? <Since at={row.waitsSince} /> : '—') },
    { title: w.car, render: (_, row) => <PlateTag plate={row.plate} size="small" /> },
    { title: w.advisor, dataIndex: 'advisorName' },
    { title: w.promised, render: (_, row) => <When at={row.promisedAt} /> },
    {
      title: w.order,
      render: (_, row) => <RowLink to={pathTo('parts_order', { orderId: row.orderId })}>{row.orderNo}</RowLink>,
    },
  ];
  return (
    <DataTable
      caption={w.shortages}
      empty={w.noShortage}
      rows={data?.items}
      columns={columns}
      keyOf={(row) => row.lineId}
      loading={isPending}
      error={error}
      onRow={(row) => go(pathTo('parts_order', { orderId: row.orderId }))}
    />
  );
}

function Availability({ row }: { readonly row: Row }) {
  return (
    <span className={styles['marks']}>
      {row.availableMilli >= row.openMilli ? <StateTag words={partsWords.here} tone="good" /> : null}
      <Qty milli={row.availableMilli} unit={row.unit} />
    </span>
  );
}

function Expected({ eta }: { readonly eta: string | null }) {
  const now = useNow();
  if (eta === null) return <StateTag words={partsWords.noEta} tone="warn" />;
  return (
    <span className={styles['marks']}>
      <When at={eta} />
      {eta < now ? <StateTag words={partsWords.overdueEta} tone="bad" /> : null}
    </span>
  );
}
