import { followUpMachine } from '#domain/followup/follow-up.machine.ts';
import { Drawer, type TableColumnsType } from 'antd';
import { followUpContracts } from '#domain/followup/follow-up.contract.ts';
import type { OutputOf } from '#domain/kernel/contract.ts';
import { words } from '#domain/kernel/words.ts';
import { valueWordsOf } from '#domain/process/value-words.ts';
import { useContractQuery } from '#web/api/hooks.ts';
import { pathTo } from '#web/app/paths.ts';
import { FollowUpCard } from '#web/features/followup/FollowUpCard.tsx';
import { DataTable } from '#web/ui/desk/DataTable.tsx';
import { ShowFilter } from '#web/ui/desk/ShowFilter.tsx';
import { useT, useWords } from '#web/ui/language.ts';
import { Listed } from '#web/ui/Listed.tsx';
import { PageHeader } from '#web/ui/PageHeader.tsx';
import { PageLink } from '#web/ui/PageLink.tsx';
import styles from '#web/features/followup/followup.module.css';
import { PlateTag } from '#web/ui/PlateTag.tsx';
import { StateTag } from '#web/ui/StateTag.tsx';
import { useUrlState } from '#web/ui/url-state.ts';
import { When } from '#web/ui/When.tsx';

const texts = {
  title: words('跟踪回访', 'Follow-up calls'),
  when: words('约定时间', 'Call at'),
  by: words('最迟', 'By'),
  customer: words('车辆与客户', 'Car and customer'),
  jobs: words('本次作业', 'What was done'),
  kind: words('类型', 'Kind'),
  attempts: words('已联系', 'Tried'),
  overdue: words('已逾期', 'Overdue'),
  total: words('{count} 个电话', '{count} calls'),
};
const shows = {
  due: words('现在该回访', 'Due now'),
  overdue: words('已逾期', 'Overdue'),
  open: words('全部未完成', 'All open'),
  all: words('全部', 'All'),
};

type Row = OutputOf<typeof followUpContracts.list>['items'][number];

/** Calls due now by the customer's preferred time; press one for its script and survey (R260–R268). */
export function FollowUpsPage() {
  const t = useT();
  const w = useWords(texts);
  const [{ show, call }, setUrl] = useUrlState({ show: 'due', call: '' }, { show: shows });
  const columns = useColumns();
  const input = { show: show as keyof typeof shows, limit: 200 };
  const { data, error, isPending } = useContractQuery(followUpContracts.list, input, {
    topics: ['board:followups'],
    keepPrevious: true,
  });
  return (
    <>
      <PageHeader title={w.title} note={data ? t(texts.total, { count: data.total }) : null} />
      <ShowFilter value={show} options={shows} onChange={(next) => setUrl({ show: next })} />
      <DataTable
        caption={w.title}
        rows={data?.items}
        columns={columns}
        keyOf={(row) => row.followUpId}
        loading={isPending}
        error={error}
        onRow={(row) => setUrl({ call: row.followUpId })}
      />
      <Drawer open={call !== ''} onClose={() => setUrl({ call: '' })} title={w.title} size={600} destroyOnHidden>
        {call ? <FollowUpCard followUpId={call} onDone={() => setUrl({ call: '' })} /> : null}
      </Drawer>
    </>
  );
}

function useColumns(): TableColumnsType<Row> {
  const t = useT();
  const w = useWords(texts);
  return [
    {
      title: w.when,
      render: (_, row) => (
        <>
          <When at={row.nextTryAt} as="both" />
          <div className={styles['beneath']}>
            {w.by} <When at={row.dueBy} /> {row.overdue ? <StateTag words={texts.overdue} tone="bad" /> : null}
          </div>
        </>
      ),
    },
    {
      title: w.customer,
      render: (_, row) => (
        <>
          <PlateTag plate={row.plate} /> {row.model}
          <div className={styles['beneath']}>
            {row.customerName}
            {row.salutation} <span className="figures">{row.phone ?? ''}</span>
          </div>
        </>
      ),
    },
    {
      title: w.kind,
      render: (_, row) => (
        <>
          {t(valueWordsOf('kind', row.kind))}{' '}
          <StateTag words={followUpMachine.states[row.state]} tone={row.state === 'done' ? 'good' : 'neutral'} />
        </>
      ),
    },
    { title: w.attempts, dataIndex: 'attempts', align: 'right' },
    {
      title: w.jobs,
      render: (_, row) => (
        <div className={styles['jobs']}>
          <Listed items={row.jobs} />
          <div>
            <PageLink to={pathTo('order', { orderId: row.orderId })}>{row.orderNo}</PageLink>
          </div>
        </div>
      ),
    },
  ];
}
