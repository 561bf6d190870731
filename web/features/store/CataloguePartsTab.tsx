import type { TableColumnsType } from 'antd';
import type { OutputOf } from '#domain/kernel/contract.ts';
import { words } from '#domain/kernel/words.ts';
import { valueWordsOf } from '#domain/process/value-words.ts';
import { catalogueContracts } from '#domain/store/catalogue.contract.ts';
import { useContractQuery } from '#web/api/hooks.ts';
import { pathTo } from '#web/app/paths.ts';
import { catalogueWords } from '#web/features/store/catalogue.words.ts';
import styles from '#web/features/store/catalogue.module.css';
import { CommandBar } from '#web/ui/desk/CommandBar.tsx';
import { FindInput } from '#web/ui/desk/FindInput.tsx';
import { PagedTable, usePaging } from '#web/ui/desk/PagedTable.tsx';
import { ShowFilter } from '#web/ui/desk/ShowFilter.tsx';
import { Money, Qty } from '#web/ui/figures.tsx';
import { TableTools } from '#web/ui/desk/TableTools.tsx';
import { useT, useWords } from '#web/ui/language.ts';
import { PageLink } from '#web/ui/PageLink.tsx';
import { useUrlState } from '#web/ui/url-state.ts';

type Part = OutputOf<typeof catalogueContracts.listParts>['items'][number];
const shows = { active: catalogueWords.active, inactive: catalogueWords.inactive };

/** Parts with price, origin, bin and least stock. */
export function CataloguePartsTab() {
  const w = useWords(catalogueWords);
  const [{ find, show }, setUrl] = useUrlState({ find: '', show: 'active', page: '1' }, { show: shows });
  const input = { active: show === 'active', ...usePaging(), ...(find ? { search: find } : {}) };
  const { data, error, isPending } = useContractQuery(catalogueContracts.listParts, input, {
    topics: ['board:parts'],
    keepPrevious: true,
  });
  return (
    <>
      <TableTools
        commands={[
          {
            contract: catalogueContracts.createPart,
            known: {},
            kind: 'primary',
            initial: { taxRateBp: 1300, unit: '个', origin: 'oem', minimumMilli: 0 },
          },
        ]}
      >
        <FindInput label={w.find} value={find} onChange={(text) => setUrl({ find: text, page: '1' })} />
        <ShowFilter beside value={show} options={shows} onChange={(next) => setUrl({ show: next, page: '1' })} />
      </TableTools>
      <PagedTable
        caption={w.parts}
        empty={w.none}
        page={data}
        columns={useColumns()}
        keyOf={({ partId }) => partId}
        pending={isPending}
        error={error}
      />
    </>
  );
}

function useColumns(): TableColumnsType<Part> {
  const t = useT();
  const w = useWords(catalogueWords);
  return [
    { title: w.code, render: (_, { code }) => <span className="figures">{code}</span> },
    {
      title: w.name,
      render: (_, { partId, name, nameEn }) => (
        <PageLink to={pathTo('part', { partId })} title={name}>
          {t(words(name, nameEn || name))}
        </PageLink>
      ),
    },
    { title: w.brand, dataIndex: 'brand' },
    { title: w.category, dataIndex: 'category' },
    { title: w.origin, render: (_, { origin }) => t(valueWordsOf('partOrigin', origin)) },
    { title: w.bin, render: (_, { bin }) => <span className="figures">{bin}</span> },
    { title: w.price, align: 'right', render: (_, row) => <Money fen={row.priceFen} /> },
    { title: w.tax, align: 'right', render: (_, row) => `${row.taxRateBp / 100}%` },
    { title: w.minimum, align: 'right', render: (_, row) => <Qty milli={row.minimumMilli} unit={row.unit} /> },
    {
      title: w.available,
      align: 'right',
      render: (_, row) => (
        <span className={row.availableMilli < row.minimumMilli ? styles['short'] : undefined}>
          <Qty milli={row.availableMilli} unit={row.unit} />
        </span>
      ),
    },
    {
      title: '',
      fixed: 'right',
      render: (_, row) => (
        <CommandBar
          size="small"
          commands={[
            {
              contract: catalogueContracts.changePart,
              known: { partId: row.partId, version: row.version },
              initial: row,
              label: catalogueWords.edit,
            },
          ]}
        />
      ),
    },
  ];
}
