import type { TableColumnsType } from 'antd';
import type { OutputOf } from '#domain/kernel/contract.ts';
import { valueWordsOf } from '#domain/process/value-words.ts';
import { settlementLists } from '#domain/settlement/settlement-lists.contract.ts';
import { useContractQuery } from '#web/api/hooks.ts';
import { pathTo } from '#web/app/paths.ts';
import { settlementWords } from '#web/features/settlement/settlement.words.ts';
import { DataTable } from '#web/ui/desk/DataTable.tsx';
import { Money } from '#web/ui/figures.tsx';
import { useT, useWords } from '#web/ui/language.ts';
import { PlateTag } from '#web/ui/PlateTag.tsx';
import { StateTag } from '#web/ui/StateTag.tsx';
import { useGo } from '#web/ui/url-state.ts';

type Row = OutputOf<typeof settlementLists.receivables>['items'][number];

/** What manufacturers, insurers, the house and customers on account still owe. */
export function ReceivablesTab() {
  const t = useT();
  const w = useWords(settlementWords);
  const go = useGo();
  const { data, error, isPending } = useContractQuery(
    settlementLists.receivables,
    { limit: 200 },
    { topics: ['board:visits'] },
  );
  const columns: TableColumnsType<Row> = [
    { title: w.payer, render: (_, row) => t(valueWordsOf('payer', row.payer)) },
    { title: w.statement, render: (_, row) => <span className="figures">{row.statementNo}</span> },
    { title: w.car, render: (_, row) => <PlateTag plate={row.plate} size="small" /> },
    { title: w.customer, dataIndex: 'customerName' },
    { title: w.total, align: 'right', render: (_, row) => <Money fen={row.totalFen} /> },
    { title: w.due, align: 'right', render: (_, row) => <Money fen={row.dueFen} /> },
    { title: w.days, align: 'right', dataIndex: 'days' },
    { title: w.state, render: (_, row) => <StateTag words={valueWordsOf('state', row.state)} tone="warn" /> },
  ];
  return (
    <>
      <p>
        {w.total} <strong>{data ? <Money fen={data.dueFen} /> : null}</strong>
      </p>
      <DataTable
        caption={w.receivables}
        rows={data?.items}
        columns={columns}
        keyOf={(row) => row.statementId}
        loading={isPending}
        error={error}
        onRow={(row) => go(pathTo('order', { orderId: row.orderId }, { tab: 'money' }))}
      />
    </>
  );
}
