import type { TableColumnsType } from 'antd';
import type { OutputOf } from '#domain/kernel/contract.ts';
import { valueWordsOf } from '#domain/process/value-words.ts';
import { staffContracts } from '#domain/staff/staff.contract.ts';
import { useContractQuery } from '#web/api/hooks.ts';
import { peopleWords } from '#web/features/staff/people.words.ts';
import { CommandBar } from '#web/ui/desk/CommandBar.tsx';
import { DataTable } from '#web/ui/desk/DataTable.tsx';
import { TableTools } from '#web/ui/desk/TableTools.tsx';
import { useT, useWords } from '#web/ui/language.ts';
import { StateTag } from '#web/ui/StateTag.tsx';

type Bay = OutputOf<typeof staffContracts.listBays>['items'][number];

/** Bays in the order of the board, what they are for, and whether one car alone may stand there. */
export function BaysTab() {
  const t = useT();
  const w = useWords(peopleWords);
  const { data, error } = useContractQuery(staffContracts.listBays, { inactive: true }, { topics: ['board:staff'] });
  const columns: TableColumnsType<Bay> = [
    { title: w.bays, render: (_, { name }) => <strong>{name}</strong> },
    { title: w.kind, render: (_, { kind }) => t(valueWordsOf('kind', kind)) },
    { title: w.trades, render: (_, { trade }) => (trade ? t(valueWordsOf('trade', trade)) : '—') },
    { title: w.exclusive, render: (_, { exclusive }) => (exclusive ? w.exclusive : w.shared) },
    { title: w.sort, align: 'right', dataIndex: 'sort' },
    {
      title: w.state,
      render: (_, { active }) => (
        <StateTag words={active ? peopleWords.inUse : peopleWords.inactive} tone={active ? 'good' : 'neutral'} />
      ),
    },
    {
      title: '',
      render: (_, bay) => (
        <CommandBar
          size="small"
          commands={[
            {
              contract: staffContracts.changeBay,
              known: { bayId: bay.bayId, version: bay.version },
              initial: bay,
              label: peopleWords.edit,
            },
          ]}
        />
      ),
    },
  ];
  return (
    <>
      <TableTools
        commands={[
          { contract: staffContracts.createBay, known: {}, kind: 'primary', initial: { exclusive: true, sort: 100 } },
        ]}
      />
      <DataTable caption={w.bays} rows={data?.items} columns={columns} keyOf={({ bayId }) => bayId} error={error} />
    </>
  );
}
