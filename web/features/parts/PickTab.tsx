import type { TableColumnsType } from 'antd';
import { counterContracts } from '#domain/parts/counter.contract.ts';
import { useContractQuery } from '#web/api/hooks.ts';
import { pathTo } from '#web/app/paths.ts';
import { PartName } from '#web/features/parts/PartName.tsx';
import { PartState } from '#web/features/parts/PartState.tsx';
import { partsWords } from '#web/features/parts/parts.words.ts';
import { PickCards, type PickRequest } from '#web/features/parts/PickCards.tsx';
import { RowLink } from '#web/features/parts/RowLink.tsx';
import { counterTopics } from '#web/features/parts/topics.ts';
import { DataTable } from '#web/ui/desk/DataTable.tsx';
import { ShowFilter } from '#web/ui/desk/ShowFilter.tsx';
import { Qty } from '#web/ui/figures.tsx';
import { useWords } from '#web/ui/language.ts';
import { PlateTag } from '#web/ui/PlateTag.tsx';
import { RefusalAlert } from '#web/ui/RefusalAlert.tsx';
import { useGo, useUrlState } from '#web/ui/url-state.ts';
import { When } from '#web/ui/When.tsx';

const options = { order: partsWords.byOrder, bin: partsWords.byBin };

/** What to pick: order by order, or along the bins. */
export function PickTab() {
  const w = useWords(partsWords);
  const [{ by }, setUrl] = useUrlState({ by: 'order', page: '1' }, { by: options });
  const { data, error } = useContractQuery(counterContracts.requests, { limit: 200 }, { topics: counterTopics });
  return (
    <>
      <ShowFilter value={by} options={options} onChange={(value) => setUrl({ by: value, page: '1' })} />
      {data?.items.length === 0 ? <p>{w.nothingToPick}</p> : null}
      {data ? null : <RefusalAlert error={error} />}
      {by === 'order' ? <PickCards requests={data?.items} /> : <BinTable requests={data?.items} error={error} />}
    </>
  );
}

type TableProps = { readonly requests: readonly PickRequest[] | undefined; readonly error: Error | null };

function BinTable({ requests, error }: TableProps) {
  const w = useWords(partsWords);
  const go = useGo();
  if (requests?.length === 0) return null;
  const columns: TableColumnsType<PickRequest> = [
    { title: w.bin, render: (_, row) => <strong className="figures nowrap">{row.bin}</strong> },
    {
      title: w.part,
      render: (_, row) => <PartName part={row} />,
    },
    { title: w.quantity, align: 'right', render: (_, row) => <Qty milli={row.openMilli} unit={row.unit} /> },
    { title: w.state, render: (_, row) => <PartState state={row.partState} /> },
    { title: w.car, render: (_, row) => <PlateTag plate={row.plate} size="small" /> },
    { title: w.technician, render: (_, row) => row.technicianName ?? '—' },
    { title: w.promised, render: (_, row) => <When at={row.promisedAt} /> },
    {
      title: w.order,
      render: (_, row) => <RowLink to={pathTo('parts_order', { orderId: row.orderId })}>{row.orderNo}</RowLink>,
    },
  ];
  return (
    <DataTable
      caption={w.pick}
      rows={requests}
      columns={columns}
      keyOf={(row) => row.lineId}
      error={error}
      onRow={(row) => go(pathTo('parts_order', { orderId: row.orderId }))}
    />
  );
}
