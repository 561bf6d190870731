import type { TableColumnsType } from 'antd';
import type { OutputOf } from '#domain/kernel/contract.ts';
import { valueWordsOf } from '#domain/process/value-words.ts';
import { settlementLists } from '#domain/settlement/settlement-lists.contract.ts';
import { useContractQuery } from '#web/api/hooks.ts';
import { pathTo } from '#web/app/paths.ts';
import { warrantyWords } from '#web/features/warranty/warranty.words.ts';
import { DataTable } from '#web/ui/desk/DataTable.tsx';
import { Money } from '#web/ui/figures.tsx';
import { useWords } from '#web/ui/language.ts';
import { PlateTag } from '#web/ui/PlateTag.tsx';
import { StateTag } from '#web/ui/StateTag.tsx';
import { useGo } from '#web/ui/url-state.ts';

type Row = OutputOf<typeof settlementLists.receivables>['items'][number];

/** Statements that the manufacturer still owes, the oldest first. */
export function ManufacturerOwes() {
  const w = useWords(warrantyWords);
  const go = useGo();
  const { data, error, isPending } = useContractQuery(
    settlementLists.receivables,
    { payer: 'manufacturer', limit: 200 },
    { topics: ['board:visits'] },
  );
  const columns: TableColumnsType<Row> = [
    { title: w.car, render: (_, row) => <PlateTag plate={row.plate} size="small" /> },
    { title: w.customer, dataIndex: 'customerName' },
    { title: w.statement, render: (_, row) => <span className="figures">{row.statementNo}</span> },
    { title: w.amount, align: 'right', render: (_, row) => <Money fen={row.totalFen} /> },
    { title: w.due, align: 'right', render: (_, row) => <Money fen={row.dueFen} /> },
    { title: w.days, align: 'right', dataIndex: 'days' },
    { title: w.judgement, render: (_, row) => <StateTag words={valueWordsOf('state', row.state)} tone="warn" /> },
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
        empty={w.empty}
        onRow={(row) => go(pathTo('order', { orderId: row.orderId }, { tab: 'money' }))}
      />
    </>
  );
}
