import { complaintMachine } from '#domain/followup/complaint.machine.ts';
import { Drawer, type TableColumnsType } from 'antd';
import { complaintContracts } from '#domain/followup/complaint.contract.ts';
import type { OutputOf } from '#domain/kernel/contract.ts';
import { words } from '#domain/kernel/words.ts';
import { valueWordsOf } from '#domain/process/value-words.ts';
import { useContractQuery } from '#web/api/hooks.ts';
import { ComplaintCard } from '#web/features/followup/ComplaintCard.tsx';
import { FirstResponse } from '#web/features/followup/FirstResponse.tsx';
import { DataTable } from '#web/ui/desk/DataTable.tsx';
import { ShowFilter } from '#web/ui/desk/ShowFilter.tsx';
import { useT, useWords } from '#web/ui/language.ts';
import { PageHeader } from '#web/ui/PageHeader.tsx';
import styles from '#web/features/followup/followup.module.css';
import { PlateTag } from '#web/ui/PlateTag.tsx';
import { StateTag } from '#web/ui/StateTag.tsx';
import { useUrlState } from '#web/ui/url-state.ts';

const texts = {
  title: words('投诉', 'Complaints'),
  no: words('编号', 'No.'),
  customer: words('客户', 'Customer'),
  what: words('内容', 'What'),
  level: words('级别', 'Level'),
  class: words('分类', 'Class'),
  response: words('首次回应', 'First response'),
  assignee: words('处理人', 'Assignee'),
  counts: words('{open} 件未关闭，{overdue} 件超时', '{open} open, {overdue} overdue'),
};
const shows = {
  open: words('未关闭', 'Open'),
  overdue: words('超时', 'Overdue'),
  mine: words('我处理的', 'Mine'),
  all: words('全部', 'All'),
};

type Row = OutputOf<typeof complaintContracts.list>['items'][number];

/** Every complaint until it is closed with cause and preventive measure (R280–R283). */
export function ComplaintsPage() {
  const t = useT();
  const w = useWords(texts);
  const [{ show, complaint }, setUrl] = useUrlState({ show: 'open', complaint: '' }, { show: shows });
  const columns = useColumns();
  const counts = useContractQuery(complaintContracts.counts, {}, { topics: ['board:complaints'] }).data;
  const input = { show: show as keyof typeof shows, limit: 200 };
  const { data, error, isPending } = useContractQuery(complaintContracts.list, input, {
    topics: ['board:complaints'],
    keepPrevious: true,
  });
  const open =
    counts?.byState.filter(({ state }) => state !== 'closed').reduce((sum, { count }) => sum + count, 0) ?? 0;
  return (
    <>
      <PageHeader title={w.title} note={counts ? t(texts.counts, { open, overdue: counts.overdue }) : null} />
      <ShowFilter value={show} options={shows} onChange={(next) => setUrl({ show: next })} />
      <DataTable
        caption={w.title}
        rows={data?.items}
        columns={columns}
        keyOf={(row) => row.complaintId}
        loading={isPending}
        error={error}
        onRow={(row) => setUrl({ complaint: row.complaintId })}
      />
      <Drawer
        open={complaint !== ''}
        onClose={() => setUrl({ complaint: '' })}
        title={w.title}
        size={600}
        destroyOnHidden
      >
        {complaint ? <ComplaintCard complaintId={complaint} /> : null}
      </Drawer>
    </>
  );
}

function useColumns(): TableColumnsType<Row> {
  const t = useT();
  const w = useWords(texts);
  return [
    {
      title: w.no,
      render: (_, row) => (
        <>
          <StateTag words={complaintMachine.states[row.state]} tone={row.state === 'closed' ? 'good' : 'active'} />
          <div className="figures nowrap">{row.complaintNo}</div>
        </>
      ),
    },
    {
      title: w.customer,
      render: (_, row) => (
        <>
          <PlateTag plate={row.plate} size="small" />
          <div>{row.customerName}</div>
        </>
      ),
    },
    { title: w.what, render: (_, row) => <div className={styles['what']}>{row.description}</div> },
    { title: w.class, render: (_, row) => t(valueWordsOf('class', row.class)) },
    { title: w.level, render: (_, row) => t(valueWordsOf('level', row.level)) },
    {
      title: w.response,
      render: (_, row) => <FirstResponse complaint={row} />,
    },
    { title: w.assignee, dataIndex: 'assigneeName' },
  ];
}
