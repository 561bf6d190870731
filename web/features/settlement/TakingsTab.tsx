import type { TableColumnsType } from 'antd';
import type { OutputOf } from '#domain/kernel/contract.ts';
import { shopDay } from '#domain/kernel/calendar.ts';
import { valueWordsOf } from '#domain/process/value-words.ts';
import { settlementListContracts } from '#domain/settlement/settlement-lists.contract.ts';
import { useContractQuery } from '#web/api/hooks.ts';
import { pathTo } from '#web/app/paths.ts';
import { settlementWords } from '#web/features/settlement/settlement.words.ts';
import styles from '#web/features/settlement/settlement.module.css';
import { DataTable } from '#web/ui/desk/DataTable.tsx';
import { ShortTable } from '#web/ui/desk/ShortTable.tsx';
import { Money } from '#web/ui/figures.tsx';
import { useT, useWords } from '#web/ui/language.ts';
import { useNow } from '#web/ui/now.ts';
import { PageLink } from '#web/ui/PageLink.tsx';
import { PlateTag } from '#web/ui/PlateTag.tsx';
import { useUrlState } from '#web/ui/url-state.ts';
import { When } from '#web/ui/When.tsx';

type Takings = OutputOf<typeof settlementListContracts.takings>;
type Taking = Takings['items'][number];

/** What came in and went out on a day, by method, and each payment (R244). */
export function TakingsTab() {
  const t = useT();
  const w = useWords(settlementWords);
  const now = useNow();
  const [{ day }, setUrl] = useUrlState({ day: shopDay(now) });
  const { data, error, isPending } = useContractQuery(
    settlementListContracts.takings,
    { day, limit: 200 },
    { topics: ['board:visits'], keepPrevious: true },
  );
  const columns: TableColumnsType<Taking> = [
    { title: w.time, render: (_, row) => <When at={row.takenAt} /> },
    { title: w.kind, render: (_, row) => t(valueWordsOf('kind', row.kind)) },
    { title: w.method, render: (_, row) => t(valueWordsOf('method', row.method)) },
    {
      title: w.amount,
      align: 'right',
      render: (_, row) => <Money fen={row.kind === 'refund' ? -row.amountFen : row.amountFen} />,
    },
    {
      title: w.change,
      align: 'right',
      render: (_, row) => (row.tenderedFen === null ? '—' : <Money fen={row.changeFen} />),
    },
    { title: w.car, render: (_, row) => <PlateTag plate={row.plate} size="small" /> },
    { title: w.customer, dataIndex: 'customerName' },
    {
      title: w.order,
      render: (_, row) => <PageLink to={pathTo('order', { orderId: row.orderId })}>{row.orderNo}</PageLink>,
    },
    { title: w.by, dataIndex: 'takenByName' },
  ];
  return (
    <div className={styles['stack']}>
      <input
        type="date"
        aria-label={w.time}
        className={styles['day']}
        value={day}
        onChange={(event) => setUrl({ day: event.target.value })}
      />
      {data ? <ByMethod takings={data} /> : null}
      <DataTable
        caption={w.takings}
        rows={data?.items}
        columns={columns}
        keyOf={(row) => row.paymentId}
        loading={isPending}
        error={error}
      />
    </div>
  );
}

function ByMethod({ takings }: { readonly takings: Takings }) {
  const t = useT();
  const w = useWords(settlementWords);
  type Row = Takings['methods'][number];
  const columns: TableColumnsType<Row> = [
    { title: w.method, render: (_, row) => t(valueWordsOf('method', row.method)) },
    { title: w.payments, align: 'right', render: (_, row) => <Money fen={row.paymentsFen} /> },
    { title: w.deposits, align: 'right', render: (_, row) => <Money fen={row.depositsFen} /> },
    { title: w.refunds, align: 'right', render: (_, row) => <Money fen={row.refundsFen} /> },
    { title: w.net, align: 'right', render: (_, row) => <Money fen={row.netFen} /> },
  ];
  return (
    <div>
      <ShortTable
        caption={w.method}
        columns={columns}
        rows={takings.methods}
        keyOf={({ method }) => method}
        empty={w.noTakings}
      />
      <strong className={styles['sum']}>
        {w.total} <Money fen={takings.netFen} />
      </strong>
    </div>
  );
}
