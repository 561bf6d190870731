import { Table, type TableProps } from 'antd';
import { useOnPhone } from '#web/ui/narrow.ts';
import { RefusalAlert } from '#web/ui/RefusalAlert.tsx';
import styles from '#web/ui/desk/DataTable.module.css';
import { pressed, RowCards } from '#web/ui/desk/RowCards.tsx';
import { useUrlState } from '#web/ui/url-state.ts';

type Props<Row extends object> = Pick<TableProps<Row>, 'expandable'> & {
  readonly columns: NonNullable<TableProps<Row>['columns']>;
  readonly caption: string;
  readonly empty: string;
  readonly page: { readonly items: readonly Row[]; readonly total: number } | undefined;
  readonly keyOf: (row: Row) => string;
  readonly onRow?: (row: Row) => void;
  readonly pending: boolean;
  readonly error: Error | null;
};

export const pageSize = 50;

/** Which page the address names, as the server is asked for it. */
export function usePaging(): { readonly limit: number; readonly offset: number } {
  const [{ page }] = useUrlState({ page: '1' });
  return { limit: pageSize, offset: (Math.max(1, Number(page) || 1) - 1) * pageSize };
}

/** A long list read page by page from the server, on a phone as cards; the page stands in the address. */
export function PagedTable<Row extends object>(props: Props<Row>) {
  const { caption, empty, page, keyOf, pending, error, columns, expandable, onRow } = props;
  const onPhone = useOnPhone();
  const [{ page: at }, setUrl] = useUrlState({ page: '1' });
  if (error && !page) return <RefusalAlert error={error} />;
  const total = page?.total ?? 0;
  const turn = (to: number) => setUrl({ page: String(to) });
  const current = Number(at) || 1;
  const paging = total > pageSize ? { current, pageSize, total, showSizeChanger: false, onChange: turn } : false;
  const shared = { columns, loading: pending };
  if (onPhone) {
    const texts = { caption, empty };
    const rows = page?.items ?? [];
    return (
      <RowCards {...shared} {...texts} rows={rows} keyOf={keyOf} onRow={onRow} details={expandable} paging={paging} />
    );
  }
  return (
    <Table<Row>
      {...shared}
      {...(expandable ? { expandable } : {})}
      className={styles['table'] ?? ''}
      aria-label={caption}
      size="middle"
      dataSource={page?.items ?? []}
      rowKey={keyOf}
      locale={{ emptyText: empty }}
      scroll={{ x: 'max-content' }}
      pagination={paging}
      {...(onRow ? { onRow: (row: Row) => ({ ...pressed(() => onRow(row)), className: styles['pressable'] }) } : {})}
    />
  );
}
