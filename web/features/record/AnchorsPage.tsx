import type { TableColumnsType } from 'antd';
import type { OutputOf } from '#domain/kernel/contract.ts';
import { words } from '#domain/kernel/words.ts';
import { anchorContracts } from '#domain/record/anchor.contract.ts';
import { useContractCommand, useContractQuery } from '#web/api/hooks.ts';
import { ActionButton } from '#web/ui/desk/ActionButton.tsx';
import { PagedTable, usePaging } from '#web/ui/desk/PagedTable.tsx';
import { useWords } from '#web/ui/language.ts';
import { PageHeader } from '#web/ui/PageHeader.tsx';
import { RefusalAlert } from '#web/ui/RefusalAlert.tsx';
import { When } from '#web/ui/When.tsx';

const texts = {
  title: words('存证', 'Anchors'),
  note: words(
    '每小时把有变动的记录链头存证一次，缺失的工单或末尾记录都会被发现。',
    'Every hour the heads of all chains that moved are anchored, so that a missing order or tail is found.',
  ),
  now: words('立即存证', 'Anchor now'),
  no: words('序号', 'No.'),
  at: words('时间', 'At'),
  heads: words('链头数', 'Heads'),
  hash: words('存证值', 'Hash'),
  none: words('还没有存证', 'No anchors yet'),
};

type Anchor = OutputOf<typeof anchorContracts.list>['items'][number];

/** The anchors of the store, each chained to the one before. */
export function AnchorsPage() {
  const w = useWords(texts);
  const { data, error, isPending } = useContractQuery(anchorContracts.list, usePaging(), {
    topics: ['board:anchors'],
    keepPrevious: true,
  });
  const anchor = useContractCommand(anchorContracts.anchorNow);
  const columns: TableColumnsType<Anchor> = [
    { title: w.no, align: 'right', dataIndex: 'anchorNo' },
    { title: w.at, render: (_, row) => <When at={row.at} as="both" /> },
    { title: w.heads, align: 'right', dataIndex: 'headCount' },
    { title: w.hash, render: (_, row) => <code className="figures">{row.hash}</code> },
  ];
  return (
    <>
      <PageHeader title={w.title} note={w.note}>
        <ActionButton pending={anchor.pending} onPress={() => anchor.run({})}>
          {w.now}
        </ActionButton>
      </PageHeader>
      <RefusalAlert error={anchor.error} />
      <PagedTable
        caption={w.title}
        empty={w.none}
        page={data}
        columns={columns}
        keyOf={({ anchorNo }) => String(anchorNo)}
        pending={isPending}
        error={error}
      />
    </>
  );
}
