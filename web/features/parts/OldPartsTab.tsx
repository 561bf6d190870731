import type { TableColumnsType } from 'antd';
import type { OutputOf } from '#domain/kernel/contract.ts';
import { counterContracts } from '#domain/parts/counter.contract.ts';
import { valueWordsOf } from '#domain/process/value-words.ts';
import { useContractQuery } from '#web/api/hooks.ts';
import { pathTo } from '#web/app/paths.ts';
import { partsWords } from '#web/features/parts/parts.words.ts';
import { RowLink } from '#web/features/parts/RowLink.tsx';
import { counterTopics } from '#web/features/parts/topics.ts';
import { DataTable } from '#web/ui/desk/DataTable.tsx';
import { ShowFilter } from '#web/ui/desk/ShowFilter.tsx';
import { Qty } from '#web/ui/figures.tsx';
import { useT, useWords } from '#web/ui/language.ts';
import { PlateTag } from '#web/ui/PlateTag.tsx';
import { StateTag } from '#web/ui/StateTag.tsx';
import { useGo, useUrlState } from '#web/ui/url-state.ts';

type Row = OutputOf<typeof counterContracts.oldParts>['items'][number];

const shows = { due: partsWords.oldDue, all: partsWords.oldAll };

/** The old part of each part that went out: owed, recorded with its bag and where it goes, confirmed, shown (R205, R213, R303). */
export function OldPartsTab() {
  const t = useT();
  const w = useWords(partsWords);
  const go = useGo();
  const [{ old }, setUrl] = useUrlState({ old: 'due', page: '1' }, { old: shows });
  const { data, error, isPending } = useContractQuery(
    counterContracts.oldParts,
    { due: old === 'due', limit: 200 },
    { topics: counterTopics, keepPrevious: true },
  );
  const columns: TableColumnsType<Row> = [
    { title: w.part, dataIndex: 'description' },
    { title: w.quantity, align: 'right', render: (_, row) => <Qty milli={row.issuedMilli} unit={row.unit} /> },
    { title: w.state, render: (_, row) => <OldPartState row={row} /> },
    { title: w.disposition, render: (_, row) => dispositionOf(row, t) },
    { title: w.bag, render: (_, row) => <span className="figures">{row.bagLabel ?? '—'}</span> },
    {
      title: w.choice,
      render: (_, row) => (row.oldPartChoice ? t(valueWordsOf('oldPartChoice', row.oldPartChoice)) : '—'),
    },
    { title: w.payer, render: (_, row) => t(valueWordsOf('payer', row.payer)) },
    { title: w.technician, render: (_, row) => row.technicianName ?? '—' },
    { title: w.car, render: (_, row) => <PlateTag plate={row.plate} size="small" /> },
    {
      title: w.order,
      render: (_, row) => <RowLink to={pathTo('parts_order', { orderId: row.orderId })}>{row.orderNo}</RowLink>,
    },
  ];
  return (
    <>
      <ShowFilter value={old} options={shows} onChange={(value) => setUrl({ old: value, page: '1' })} />
      <DataTable
        caption={w.oldParts}
        empty={w.noOldParts}
        rows={data?.items}
        columns={columns}
        keyOf={(row) => row.oldPartId ?? row.lineId}
        loading={isPending}
        error={error}
        onRow={(row) => go(pathTo('parts_order', { orderId: row.orderId }))}
      />
    </>
  );
}

const dispositionOf = ({ disposition }: Row, t: ReturnType<typeof useT>): string =>
  disposition ? t(valueWordsOf('disposition', disposition)) : '—';

function OldPartState({ row }: { readonly row: Row }) {
  if (row.oldPartId === null) return <StateTag words={partsWords.owed} tone="warn" />;
  if (row.shownAt) return <StateTag words={partsWords.shown} tone="good" />;
  if (row.confirmedAt) return <StateTag words={partsWords.confirmed} tone="good" />;
  return <StateTag words={partsWords.recorded} tone="active" />;
}
