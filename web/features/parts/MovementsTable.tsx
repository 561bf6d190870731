import type { TableColumnsType } from 'antd';
import { formatQty } from '#domain/kernel/quantity.ts';
import { valueWordsOf } from '#domain/process/value-words.ts';
import { unitWords } from '#domain/parts/unit-words.ts';
import { pathTo } from '#web/app/paths.ts';
import { PagedTable } from '#web/ui/desk/PagedTable.tsx';
import type { PartView } from '#web/features/parts/part-view.ts';
import { stockWords } from '#web/features/parts/parts.words.ts';
import { Money } from '#web/ui/figures.tsx';
import { useT, useWords } from '#web/ui/language.ts';
import { PageLink } from '#web/ui/PageLink.tsx';
import { When } from '#web/ui/When.tsx';

type Movement = PartView['movements'][number];

/** Every movement of the part, newest first, with the order or receipt it belongs to. */
export function MovementsTable({ view }: { readonly view: PartView }) {
  const t = useT();
  const w = useWords(stockWords);
  const { unit } = view.part;
  const columns: TableColumnsType<Movement> = [
    { title: w.time, render: (_, row) => <When at={row.movedAt} /> },
    { title: w.kind, render: (_, row) => t(valueWordsOf('kind', row.kind)) },
    {
      title: w.quantity,
      align: 'right',
      render: (_, row) => (
        <span className="figures nowrap">
          {row.qtyMilli > 0 ? '+' : '−'}
          {formatQty(Math.abs(row.qtyMilli))} {t(unitWords(unit))}
        </span>
      ),
    },
    { title: w.cost, align: 'right', render: (_, row) => <Money fen={row.unitCostFen} /> },
    { title: w.document, render: (_, row) => <Documents row={row} /> },
    {
      title: w.who,
      render: (_, row) => [row.movedByName, row.technicianName].filter(Boolean).join(' / ') || '—',
    },
    { title: w.reason, render: (_, row) => row.reason ?? '—' },
  ];
  return (
    <PagedTable
      caption={w.movements}
      empty={w.noMovements}
      page={{ items: view.movements, total: view.total }}
      columns={columns}
      keyOf={(row) => row.movementId}
      pending={false}
      error={null}
    />
  );
}

function Documents({ row }: { readonly row: Movement }) {
  return (
    <span className="figures nowrap">
      {row.slipNo ?? row.receiptNo ?? '—'}{' '}
      {row.orderId && row.orderNo ? (
        <PageLink to={pathTo('order', { orderId: row.orderId })}>{row.orderNo}</PageLink>
      ) : null}
    </span>
  );
}
