import type { TableColumnsType } from 'antd';
import type { OutputOf } from '#domain/kernel/contract.ts';
import { stockContracts } from '#domain/parts/stock.contract.ts';
import { useContractQuery } from '#web/api/hooks.ts';
import { pathTo } from '#web/app/paths.ts';
import styles from '#web/features/parts/parts.module.css';
import { PagedTable, usePaging } from '#web/ui/desk/PagedTable.tsx';
import { partsWords } from '#web/features/parts/parts.words.ts';
import { Money, Qty } from '#web/ui/figures.tsx';
import { useT, useWords } from '#web/ui/language.ts';
import { PageLink } from '#web/ui/PageLink.tsx';
import { When } from '#web/ui/When.tsx';

type Row = OutputOf<typeof stockContracts.receipts>['items'][number];

/** What came in, newest first, each receipt open to its parts, so that every part can be traced to its delivery. */
export function ArrivalsTab() {
  const t = useT();
  const w = useWords(partsWords);
  const paging = usePaging();
  const { data, error, isPending } = useContractQuery(stockContracts.receipts, paging, {
    topics: ['board:parts'],
    keepPrevious: true,
  });
  const columns: TableColumnsType<Row> = [
    { title: w.receiptNo, render: (_, row) => <span className="figures nowrap">{row.receiptNo}</span> },
    { title: w.receivedAt, render: (_, row) => <When at={row.receivedAt} /> },
    { title: w.supplier, dataIndex: 'supplier' },
    { title: w.voucher, render: (_, row) => <span className="figures">{row.voucher || '—'}</span> },
    { title: w.part, render: (_, row) => t(partsWords.count, { count: row.lines.length }) },
    { title: w.total, align: 'right', render: (_, row) => <Money fen={row.totalFen} /> },
    { title: w.receivedBy, render: (_, row) => row.receivedByName ?? '—' },
    { title: w.note, render: (_, row) => row.note || '—' },
  ];
  return (
    <PagedTable
      caption={w.arrivals}
      empty={w.noArrival}
      page={data}
      columns={columns}
      keyOf={(row) => row.receiptId}
      pending={isPending}
      error={error}
      expandable={{ expandedRowRender: (row) => <ReceivedLines row={row} />, expandRowByClick: true }}
    />
  );
}

function ReceivedLines({ row }: { readonly row: Row }) {
  return (
    <ul className={styles['picks']}>
      {row.lines.map((line, index) => (
        <li key={`${line.partId} ${index}`}>
          <span className={`${styles['bin']} figures`}>{line.bin}</span>
          <span className={styles['grow']}>
            <PageLink to={pathTo('part', { partId: line.partId })}>
              {line.name} <span className="figures">{line.code}</span>
            </PageLink>
          </span>
          <Qty milli={line.qtyMilli} unit={line.unit} />
          <Money fen={line.unitCostFen} />
        </li>
      ))}
    </ul>
  );
}
