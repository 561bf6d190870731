import { Table, type TableColumnsType } from 'antd';
import { words } from '#domain/kernel/words.ts';
import { useWords } from '#web/ui/language.ts';
import { RefusalAlert } from '#web/ui/RefusalAlert.tsx';
import styles from '#web/ui/desk/DataTable.module.css';
import { useUrlState } from '#web/ui/url-state.ts';

const tableWords = { empty: words('没有符合条件的记录', 'Nothing fits here') } as const;

type Props<Row extends object> = {
  readonly rows: readonly Row[] | undefined;
  readonly columns: TableColumnsType<Row>;
  readonly keyOf: (row: Row) => string;
  readonly loading?: boolean;
  readonly error?: Error | null;
  readonly empty?: string;
  readonly pageSize?: number;
  readonly onRow?: (row: Row) => void;
  readonly caption: string;
};

/** Rows in columns with tabular figures; the page number lives in the address. Filters beside it use `useUrlState`. */
export function DataTable<Row extends object>(props: Props<Row>) {
  const { rows, columns, keyOf, loading = false, error, empty, pageSize = 30, onRow, caption } = props;
  const w = useWords(tableWords);
  const [{ page }, setUrl] = useUrlState({ page: '1' });
  if (error && !rows) return <RefusalAlert error={error} />;
  const total = rows?.length ?? 0;
  return (
    <Table<Row>
      className={styles['table'] ?? ''}
      aria-label={caption}
      size="middle"
      columns={columns}
      dataSource={[...(rows ?? [])]}
      rowKey={keyOf}
      loading={loading || rows === undefined}
      locale={{ emptyText: empty ?? w.empty }}
      scroll={{ x: 'max-content' }}
      pagination={
        total > pageSize
          ? {
              current: Number(page) || 1,
              pageSize,
              showSizeChanger: false,
              onChange: (to) => setUrl({ page: String(to) }),
            }
          : false
      }
      {...(onRow ? { onRow: (row: Row) => ({ onClick: () => onRow(row), className: styles['pressable'] }) } : {})}
    />
  );
}
