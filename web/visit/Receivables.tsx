import type { TableColumnsType } from 'antd';
import type { InputOf, OutputOf } from '#domain/kernel/contract.ts';
import { words } from '#domain/kernel/words.ts';
import { statementStateWords } from '#domain/process/statement-words.ts';
import { valueWordsOf } from '#domain/process/value-words.ts';
import { settlementListContracts } from '#domain/settlement/settlement-lists.contract.ts';
import { useContractQuery } from '#web/api/hooks.ts';
import { pathTo } from '#web/app/paths.ts';
import { DataTable } from '#web/ui/desk/DataTable.tsx';
import { Money } from '#web/ui/figures.tsx';
import { useT, useWords } from '#web/ui/language.ts';
import { PlateTag } from '#web/ui/PlateTag.tsx';
import { StateTag } from '#web/ui/StateTag.tsx';
import { useGo } from '#web/ui/url-state.ts';

const texts = {
  total: words('合计未收', 'Due in all'),
  payer: words('付费方', 'Payer'),
  statement: words('结算单', 'Statement'),
  car: words('车辆', 'Car'),
  customer: words('客户', 'Customer'),
  amount: words('金额', 'Amount'),
  due: words('未收', 'Due'),
  days: words('天数', 'Days'),
  state: words('状态', 'State'),
};

type Row = OutputOf<typeof settlementListContracts.receivables>['items'][number];
type Props = {
  readonly caption: string;
  /** Only what this one owes; else manufacturers, insurers, the house and customers on account. */
  readonly payer?: InputOf<typeof settlementListContracts.receivables>['payer'];
};

/** Statements that are still owed, and how much that is in all. */
export function Receivables({ caption, payer }: Props) {
  const w = useWords(texts);
  const go = useGo();
  const input = { limit: 200, ...(payer && { payer }) };
  const { data, error, isPending } = useContractQuery(settlementListContracts.receivables, input, {
    topics: ['board:visits'],
  });
  return (
    <>
      <p>
        {w.total} <strong>{data ? <Money fen={data.dueFen} /> : null}</strong>
      </p>
      <DataTable
        caption={caption}
        rows={data?.items}
        columns={useColumns(payer === undefined)}
        keyOf={(row) => row.statementId}
        loading={isPending}
        error={error}
        onRow={(row) => go(pathTo('order', { orderId: row.orderId }, { tab: 'money' }))}
      />
    </>
  );
}

function useColumns(ofAll: boolean): TableColumnsType<Row> {
  const t = useT();
  const w = useWords(texts);
  return [
    ...(ofAll ? [{ title: w.payer, render: (_: unknown, row: Row) => t(valueWordsOf('payer', row.payer)) }] : []),
    { title: w.statement, render: (_, row) => <span className="figures">{row.statementNo}</span> },
    { title: w.car, render: (_, row) => <PlateTag plate={row.plate} size="small" /> },
    { title: w.customer, dataIndex: 'customerName' },
    { title: w.amount, align: 'right', render: (_, row) => <Money fen={row.totalFen} /> },
    { title: w.due, align: 'right', render: (_, row) => <Money fen={row.dueFen} /> },
    { title: w.days, align: 'right', dataIndex: 'days' },
    { title: w.state, render: (_, row) => <StateTag words={statementStateWords(row)} tone="warn" /> },
  ];
}
