import type { TableColumnsType } from 'antd';
import type { OutputOf } from '#domain/kernel/contract.ts';
import { roles as roleWords } from '#domain/kernel/role.ts';
import { valueWordsOf } from '#domain/process/value-words.ts';
import { staffContracts } from '#domain/staff/staff.contract.ts';
import { useContractQuery } from '#web/api/hooks.ts';
import { useSession } from '#web/app/session.ts';
import { peopleWords } from '#web/features/staff/people.words.ts';
import styles from '#web/features/staff/people.module.css';
import { CommandBar, type BarCommand } from '#web/ui/desk/CommandBar.tsx';
import { FindInput } from '#web/ui/desk/FindInput.tsx';
import { PagedTable, usePaging } from '#web/ui/desk/PagedTable.tsx';
import { ShowFilter } from '#web/ui/desk/ShowFilter.tsx';
import { TableTools } from '#web/ui/desk/TableTools.tsx';
import { useT, useWords } from '#web/ui/language.ts';
import { Listed } from '#web/ui/Listed.tsx';
import { StateTag } from '#web/ui/StateTag.tsx';
import { useUrlState } from '#web/ui/url-state.ts';

type Person = OutputOf<typeof staffContracts.listPeople>['items'][number];
const shows = { active: peopleWords.active, all: peopleWords.all };

/** Everyone of the store, found by name, pinyin or username; the administrator changes what they may do. */
export function PeopleTab() {
  const w = useWords(peopleWords);
  const [{ find, show }, setUrl] = useUrlState({ find: '', show: 'active', page: '1' }, { show: shows });
  const input = { inactive: show === 'all', ...usePaging(), ...(find ? { search: find } : {}) };
  const { data, error, isPending } = useContractQuery(staffContracts.listPeople, input, {
    topics: ['board:staff'],
    keepPrevious: true,
  });
  const teams = useTeamOptions();
  const { roles } = useSession();
  const create: BarCommand = {
    contract: staffContracts.createPerson,
    known: {},
    kind: 'primary',
    initial: { slots: 1 },
    options: { teamId: teams },
  };
  return (
    <>
      <TableTools commands={roles.includes('admin') ? [create] : []}>
        <FindInput label={w.find} value={find} onChange={(text) => setUrl({ find: text, page: '1' })} />
        <ShowFilter beside value={show} options={shows} onChange={(next) => setUrl({ show: next, page: '1' })} />
      </TableTools>
      <PagedTable
        caption={w.people}
        empty={w.none}
        page={data}
        columns={useColumns(teams)}
        keyOf={({ staffId }) => staffId}
        pending={isPending}
        error={error}
      />
    </>
  );
}

function useTeamOptions() {
  const { data } = useContractQuery(staffContracts.listTeams, {}, { topics: ['board:staff'] });
  return (data?.items ?? []).map(({ teamId, name }) => ({ value: teamId, label: name }));
}

type Options = ReturnType<typeof useTeamOptions>;

function useColumns(teams: Options): TableColumnsType<Person> {
  const t = useT();
  const w = useWords(peopleWords);
  const { roles } = useSession();
  const teamOf = (teamId: string | null) => teams.find(({ value }) => value === teamId)?.label ?? '—';
  const columns: TableColumnsType<Person> = [
    { title: w.name, render: (_, { name }) => <strong>{name}</strong> },
    { title: w.username, dataIndex: 'username' },
    {
      title: w.roles,
      render: (_, person) => (
        <span className={styles['roles']}>
          {person.roles.map((role) => (
            <span key={role}>{t(roleWords[role])}</span>
          ))}
        </span>
      ),
    },
    {
      title: w.team,
      render: (_, { teamId, leadsTeam }) => `${teamOf(teamId)}${leadsTeam ? ` · ${w.leads}` : ''}`,
    },
    {
      title: w.trades,
      render: (_, { trades }) => <Listed items={trades.map((trade) => t(valueWordsOf('trade', trade)))} />,
    },
    { title: w.slots, align: 'right', dataIndex: 'slots' },
    { title: w.phone, render: (_, { phone }) => <span className="figures">{phone ?? '—'}</span> },
    {
      title: w.state,
      render: (_, { active }) => (
        <StateTag words={active ? peopleWords.isActive : peopleWords.inactive} tone={active ? 'good' : 'neutral'} />
      ),
    },
  ];
  if (!roles.includes('admin')) return columns;
  const commands = {
    title: '',
    render: (_: unknown, person: Person) => <PersonCommands person={person} teams={teams} />,
  };
  return [...columns, commands];
}

function PersonCommands({ person, teams }: { readonly person: Person; readonly teams: Options }) {
  const { staffId, version, active, name: about } = person;
  const known = { staffId, version };
  const commands: readonly BarCommand[] = [
    {
      contract: staffContracts.changePerson,
      known,
      initial: { ...person, phone: undefined },
      options: { teamId: teams },
      about,
      label: peopleWords.change,
    },
    {
      contract: staffContracts.changeRoles,
      known,
      initial: { roles: person.roles },
      about,
      label: peopleWords.changeRoles,
    },
    { contract: staffContracts.resetPassword, known: { staffId }, about, label: peopleWords.password },
    {
      contract: staffContracts.changeActive,
      known: { ...known, active: !active },
      about,
      label: active ? peopleWords.deactivate : peopleWords.reactivate,
      submit: active ? peopleWords.deactivate : peopleWords.reactivate,
      kind: active ? 'danger' : 'plain',
    },
  ];
  return (
    <div className={styles['buttons']}>
      <CommandBar size="small" commands={commands} />
    </div>
  );
}
