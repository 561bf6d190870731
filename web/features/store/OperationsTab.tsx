import { Select, type TableColumnsType } from 'antd';
import type { OutputOf } from '#domain/kernel/contract.ts';
import { words } from '#domain/kernel/words.ts';
import { valueWordsOf } from '#domain/process/value-words.ts';
import { trades, type Trade } from '#domain/staff/staff.ts';
import { catalogueContracts } from '#domain/store/catalogue.contract.ts';
import { useContractQuery } from '#web/api/hooks.ts';
import { catalogueWords } from '#web/features/store/catalogue.words.ts';
import styles from '#web/features/store/catalogue.module.css';
import { CommandBar } from '#web/ui/desk/CommandBar.tsx';
import { FindInput } from '#web/ui/desk/FindInput.tsx';
import { PagedTable, usePaging } from '#web/ui/desk/PagedTable.tsx';
import { ShowFilter } from '#web/ui/desk/ShowFilter.tsx';
import { Hours, Money } from '#web/ui/figures.tsx';
import { TableTools } from '#web/ui/desk/TableTools.tsx';
import { useT, useWords } from '#web/ui/language.ts';
import { useUrlState } from '#web/ui/url-state.ts';

type Operation = OutputOf<typeof catalogueContracts.listOperations>['items'][number];
const shows = { active: catalogueWords.active, inactive: catalogueWords.inactive };

/** Flat-rate hours and what they cost, by the operation's own rate or its trade's. */
export function OperationsTab() {
  const t = useT();
  const w = useWords(catalogueWords);
  const [{ find, show, trade }, setUrl] = useUrlState(
    { find: '', show: 'active', trade: '', page: '1' },
    { show: shows },
  );
  const input = {
    active: show === 'active',
    ...usePaging(),
    ...(find ? { search: find } : {}),
    ...(trade ? { trade: trade as Trade } : {}),
  };
  const { data, error, isPending } = useContractQuery(catalogueContracts.listOperations, input, {
    topics: ['board:parts'],
    keepPrevious: true,
  });
  return (
    <>
      <TableTools
        commands={[
          { contract: catalogueContracts.createOperation, known: {}, kind: 'primary', initial: { taxRateBp: 1300 } },
        ]}
      >
        <FindInput label={w.find} value={find} onChange={(text) => setUrl({ find: text, page: '1' })} />
        <Select
          aria-label={w.trade}
          value={trade}
          options={[
            { value: '', label: w.anyTrade },
            ...trades.map((each) => ({ value: each as string, label: t(valueWordsOf('trade', each)) })),
          ]}
          onChange={(next) => setUrl({ trade: next, page: '1' })}
        />
        <ShowFilter beside value={show} options={shows} onChange={(next) => setUrl({ show: next, page: '1' })} />
      </TableTools>
      <PagedTable
        caption={w.operations}
        empty={w.none}
        page={data}
        columns={useColumns()}
        keyOf={({ operationId }) => operationId}
        pending={isPending}
        error={error}
      />
    </>
  );
}

function useColumns(): TableColumnsType<Operation> {
  const t = useT();
  const w = useWords(catalogueWords);
  return [
    { title: w.code, render: (_, { code }) => <span className="figures">{code}</span> },
    { title: w.name, render: (_, { name, nameEn }) => <strong title={name}>{t(words(name, nameEn || name))}</strong> },
    { title: w.trade, render: (_, { trade }) => t(valueWordsOf('trade', trade)) },
    { title: w.category, dataIndex: 'category' },
    { title: w.repairCategory, render: (_, row) => t(valueWordsOf('repairCategory', row.repairCategory)) },
    { title: w.hours, align: 'right', render: (_, row) => <Hours centi={row.flatRateHoursCenti} /> },
    {
      title: w.rate,
      align: 'right',
      render: (_, row) => (
        <>
          <Money fen={row.rateFen} />{' '}
          {row.hourlyRateFen === null ? <span className={styles['quiet']}>{w.storeRate}</span> : null}
        </>
      ),
    },
    { title: w.amount, align: 'right', render: (_, row) => <Money fen={row.amountFen} /> },
    { title: w.tax, align: 'right', render: (_, row) => `${row.taxRateBp / 100}%` },
    {
      title: '',
      fixed: 'right',
      render: (_, row) => (
        <CommandBar
          size="small"
          commands={[
            {
              contract: catalogueContracts.changeOperation,
              known: { operationId: row.operationId, version: row.version },
              initial: row,
              label: catalogueWords.edit,
            },
          ]}
        />
      ),
    },
  ];
}
