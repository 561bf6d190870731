import { Table, type TableProps } from 'antd';
import { RefusalAlert } from '#web/ui/RefusalAlert.tsx';
import { useUrlState } from '#web/ui/url-state.ts';

type Props<Row extends object> = Pick<TableProps<Row>, 'columns' | 'expandable' | 'onRow'> & {
  readonly caption: string;
  readonly empty: string;
  readonly page: { readonly items: readonly Row[]; readonly total: number } | undefined;
  readonly keyOf: (row: Row) => string;
  readonly pending: boolean;
  readonly error: Error | null;
};

export const pageSize = 50;

/** Which page the address names, as the server is asked for it. */
export function usePaging(): { readonly limit: number; readonly offset: number } {
  const [{ page }] = useUrlState({ page: '1' });
  return { limit: pageSize, offset: (Math.max(1, Number(page) || 1) - 1) * pageSize };
}

/** A long list read page by page from the server; the page stands in the address. */
export function PagedTable<Row extends object>(props: Props<Row>) {
  const { caption, empty, page, keyOf, pending, error, ...rest } = props;
  const [{ page: current }, setUrl] = useUrlState({ page: '1' });
  if (error && !page) return <RefusalAlert error={error} />;
  const total = page?.total ?? 0;
  return (
    <Table<Row>
      {...rest}
      aria-label={caption}
      size="middle"
      dataSource={page?.items ?? []}
      rowKey={keyOf}
      loading={pending}
      locale={{ emptyText: empty }}
      scroll={{ x: 'max-content' }}
      pagination={
        total > pageSize
          ? {
              current: Number(current) || 1,
              pageSize,
              total,
              showSizeChanger: false,
              onChange: (to) => setUrl({ page: String(to) }),
            }
          : false
      }
    />
  );
}
