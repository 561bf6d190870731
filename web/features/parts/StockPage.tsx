import { Input, type TableColumnsType } from 'antd';
import type { InputOf, OutputOf } from '#domain/kernel/contract.ts';
import { stockContracts } from '#domain/parts/stock.contract.ts';
import { useContractQuery } from '#web/api/hooks.ts';
import { pathTo } from '#web/app/paths.ts';
import { useSession } from '#web/app/session.ts';
import { PagedTable, usePaging } from '#web/ui/desk/PagedTable.tsx';
import { PartName } from '#web/features/parts/PartName.tsx';
import styles from '#web/features/parts/parts.module.css';
import { stockWords } from '#web/features/parts/parts.words.ts';
import { RowLink } from '#web/features/parts/RowLink.tsx';
import { StockMarks } from '#web/features/parts/StockMarks.tsx';
import { ActionButton } from '#web/ui/desk/ActionButton.tsx';
import { FindInput } from '#web/ui/desk/FindInput.tsx';
import { ShowFilter } from '#web/ui/desk/ShowFilter.tsx';
import { Money, Qty } from '#web/ui/figures.tsx';
import { Icon } from '#web/ui/Icon.tsx';
import { useT, useWords } from '#web/ui/language.ts';
import { PageHeader } from '#web/ui/PageHeader.tsx';
import { useGo, useUrlState } from '#web/ui/url-state.ts';

type Row = OutputOf<typeof stockContracts.stock>['items'][number];
type Show = InputOf<typeof stockContracts.stock>['show'];

const shows: Readonly<Record<Show, (typeof stockWords)[keyof typeof stockWords]>> = {
  all: stockWords.all,
  short: stockWords.short,
  reserved: stockWords.reservedOnly,
  slow: stockWords.slow,
  dead: stockWords.dead,
};

/** Is the part there, where, how many, for how much; what runs low and what lies dead (R110). */
export function StockPage() {
  const t = useT();
  const w = useWords(stockWords);
  const go = useGo();
  const { roles } = useSession();
  const [filters, setFilters] = useUrlState({ text: '', bin: '', show: 'all', page: '1' }, { show: shows });
  const columns = useColumns();
  const input = {
    ...usePaging(),
    show: filters.show as Show,
    ...(filters.text ? { search: filters.text } : {}),
    ...(filters.bin ? { bin: filters.bin } : {}),
  };
  const { data, error, isPending } = useContractQuery(stockContracts.stock, input, {
    topics: ['board:parts'],
    keepPrevious: true,
  });
  return (
    <>
      <PageHeader title={w.title} note={data ? t(stockWords.note, { count: data.total }) : null}>
        {roles.includes('parts_clerk') || roles.includes('service_manager') ? (
          <span className={styles['touch']}>
            <ActionButton icon={<Icon name="plus" size="small" />} onPress={() => go(pathTo('stock_receipts'))}>
              {w.receive}
            </ActionButton>
          </span>
        ) : null}
      </PageHeader>
      <div className={styles['filters']}>
        <FindInput label={w.find} value={filters.text} onChange={(text) => setFilters({ text, page: '1' })} />
        <Input
          allowClear
          className={styles['binFilter'] ?? ''}
          placeholder={w.anyBin}
          aria-label={w.anyBin}
          value={filters.bin}
          onChange={(event) => setFilters({ bin: event.target.value.trim(), page: '1' })}
        />
      </div>
      <div className={styles['scroll']}>
        <ShowFilter value={filters.show} options={shows} onChange={(show) => setFilters({ show, page: '1' })} />
      </div>
      <PagedTable
        caption={w.title}
        empty={w.none}
        page={data}
        columns={columns}
        keyOf={(row) => row.partId}
        pending={isPending}
        error={error}
        onRow={(row) => go(pathTo('part', { partId: row.partId }))}
      />
    </>
  );
}

function useColumns(): TableColumnsType<Row> {
  const w = useWords(stockWords);
  return [
    { title: w.bin, render: (_, row) => <strong className="figures nowrap">{row.bin}</strong> },
    {
      title: w.name,
      render: (_, row) => (
        <RowLink to={pathTo('part', { partId: row.partId })}>
          <PartName part={row} />
        </RowLink>
      ),
    },
    {
      title: w.available,
      align: 'right',
      render: (_, row) => (
        <strong>
          <Qty milli={row.availableMilli} unit={row.unit} />
        </strong>
      ),
    },
    { title: w.onHand, align: 'right', render: (_, row) => <Qty milli={row.onHandMilli} unit={row.unit} /> },
    { title: w.reserved, align: 'right', render: (_, row) => <Qty milli={row.reservedMilli} /> },
    { title: w.minimum, align: 'right', render: (_, row) => <Qty milli={row.minimumMilli} /> },
    { title: w.marks, render: (_, row) => <StockMarks part={row} /> },
    { title: w.cost, align: 'right', render: (_, row) => <Money fen={row.averageCostFen} /> },
    { title: w.price, align: 'right', render: (_, row) => <Money fen={row.priceFen} /> },
  ];
}
