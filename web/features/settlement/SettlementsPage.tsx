import type { TableColumnsType } from 'antd';
import type { OutputOf } from '#domain/kernel/contract.ts';
import { statementStateWords } from '#domain/process/statement-words.ts';
import { valueWordsOf } from '#domain/process/value-words.ts';
import { settlementListContracts } from '#domain/settlement/settlement-lists.contract.ts';
import { useContractQuery } from '#web/api/hooks.ts';
import { pathTo } from '#web/app/paths.ts';
import { useSession } from '#web/app/session.ts';
import { settlementWords } from '#web/features/settlement/settlement.words.ts';
import styles from '#web/features/settlement/settlement.module.css';
import { TakingsTab } from '#web/features/settlement/TakingsTab.tsx';
import { DataTable } from '#web/ui/desk/DataTable.tsx';
import { PageTabs } from '#web/ui/desk/PageTabs.tsx';
import { Money } from '#web/ui/figures.tsx';
import { useT, useWords } from '#web/ui/language.ts';
import { PageHeader } from '#web/ui/PageHeader.tsx';
import { PlateTag } from '#web/ui/PlateTag.tsx';
import { StateTag } from '#web/ui/StateTag.tsx';
import { useGo } from '#web/ui/url-state.ts';
import { When } from '#web/ui/When.tsx';
import { Receivables } from '#web/visit/Receivables.tsx';

type Row = OutputOf<typeof settlementListContracts.queue>['items'][number];

/** The cashier's day: cars to settle split by payer, the day's takings by method, what is still owed. */
export function SettlementsPage() {
  const w = useWords(settlementWords);
  const { roles } = useSession();
  const counts = roles.some((role) => role === 'cashier' || role === 'service_manager');
  const tabs = [
    { key: 'queue', label: w.queue, children: <Queue /> },
    ...(counts ? [{ key: 'takings', label: w.takings, children: <TakingsTab /> }] : []),
    ...(counts || roles.includes('warranty_clerk')
      ? [{ key: 'receivables', label: w.receivables, children: <Receivables caption={w.receivables} /> }]
      : []),
  ];
  return (
    <>
      <PageHeader title={w.title} />
      <PageTabs tabs={tabs} />
    </>
  );
}

function Queue() {
  const t = useT();
  const w = useWords(settlementWords);
  const go = useGo();
  const { data, error, isPending } = useContractQuery(
    settlementListContracts.queue,
    { limit: 200 },
    { topics: ['board:visits', 'order:*'] },
  );
  const columns: TableColumnsType<Row> = [
    {
      title: w.car,
      render: (_, row) => (
        <>
          <PlateTag plate={row.plate} /> {row.model}
        </>
      ),
    },
    { title: w.customer, dataIndex: 'customerName' },
    {
      title: w.pickUp,
      render: (_, row) => (
        <>
          <StateTag
            words={row.customerTold ? settlementWords.told : settlementWords.notTold}
            tone={row.customerTold ? 'good' : 'warn'}
          />{' '}
          <When at={row.pickUpAt} />
        </>
      ),
    },
    {
      title: w.shares,
      render: (_, row) => (
        <div className={styles['shares']}>
          {row.shares.map((share) => (
            <span key={share.statementId}>
              {t(valueWordsOf('payer', share.payer))} <Money fen={share.totalFen} />{' '}
              <StateTag words={statementStateWords(share)} tone={share.dueFen === 0 ? 'good' : 'warn'} />
            </span>
          ))}
        </div>
      ),
    },
    { title: w.received, align: 'right', render: (_, row) => <Money fen={row.receivedFen} /> },
    { title: w.advisor, dataIndex: 'advisorName' },
    { title: w.order, render: (_, row) => <span className="figures">{row.orderNo}</span> },
  ];
  return (
    <DataTable
      caption={w.queue}
      rows={data?.items}
      columns={columns}
      keyOf={(row) => row.orderId}
      loading={isPending}
      error={error}
      onRow={(row) => go(pathTo('settlement', { orderId: row.orderId }))}
    />
  );
}
