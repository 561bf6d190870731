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
import { Listed } from '#web/ui/Listed.tsx';
import { StateTag } from '#web/ui/StateTag.tsx';

type Team = OutputOf<typeof staffContracts.listTeams>['items'][number];

/** Teams with their trades and who is in them. */
export function TeamsTab() {
  const t = useT();
  const w = useWords(peopleWords);
  const topics = { topics: ['board:staff'] } as const;
  const { data, error } = useContractQuery(staffContracts.listTeams, { inactive: true }, topics);
  const members = useContractQuery(staffContracts.listStaff, {}, topics).data?.items ?? [];
  const columns: TableColumnsType<Team> = [
    { title: w.team, render: (_, { name, nameEn }) => <strong title={nameEn}>{name}</strong> },
    {
      title: w.trades,
      render: (_, { trades }) => <Listed items={trades.map((trade) => t(valueWordsOf('trade', trade)))} />,
    },
    {
      title: w.members,
      render: (_, { teamId }) =>
        members
          .filter((each) => each.teamId === teamId)
          .map(({ name, leadsTeam }) => (leadsTeam ? `${name}（${w.leads}）` : name))
          .join('、') || '—',
    },
    {
      title: w.state,
      render: (_, { active }) => (
        <StateTag words={active ? peopleWords.inUse : peopleWords.inactive} tone={active ? 'good' : 'neutral'} />
      ),
    },
    {
      title: '',
      render: (_, team) => (
        <CommandBar
          size="small"
          commands={[
            {
              contract: staffContracts.changeTeam,
              known: { teamId: team.teamId, version: team.version },
              initial: team,
              label: peopleWords.edit,
            },
          ]}
        />
      ),
    },
  ];
  return (
    <>
      <TableTools commands={[{ contract: staffContracts.createTeam, known: {}, kind: 'primary' }]} />
      <DataTable caption={w.teams} rows={data?.items} columns={columns} keyOf={({ teamId }) => teamId} error={error} />
    </>
  );
}
