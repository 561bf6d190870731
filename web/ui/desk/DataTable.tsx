import { Table, type TableColumnsType } from 'antd';
import { words } from '#domain/kernel/words.ts';
import { useWords } from '#web/ui/language.ts';
import { useOnPhone } from '#web/ui/narrow.ts';
import { RefusalAlert } from '#web/ui/RefusalAlert.tsx';
import { pressed, RowCards } from '#web/ui/desk/RowCards.tsx';
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

/** Rows in columns with tabular figures, on a phone as cards; the page number lives in the address. Filters beside it use `useUrlState`. */
export function DataTable<Row extends object>(props: Props<Row>) {
  const { rows, columns, keyOf, loading = false, error, empty, pageSize = 30, onRow, caption } = props;
  const w = useWords(tableWords);
  const onPhone = useOnPhone();
  const [{ page }, setUrl] = useUrlState({ page: '1' });
  if (error && !rows) return <RefusalAlert error={error} />;
  const total = rows?.length ?? 0;
  const current = Number(page) || 1;
  const turn = (to: number) => setUrl({ page: String(to) });
  const paging = total > pageSize ? { current, pageSize, total, showSizeChanger: false, onChange: turn } : false;
  const shared = { columns, loading: loading || rows === undefined };
  if (onPhone) {
    const shown = (rows ?? []).slice((current - 1) * pageSize, current * pageSize);
    const texts = { caption, empty: empty ?? w.empty };
    return <RowCards {...shared} {...texts} rows={shown} keyOf={keyOf} onRow={onRow} paging={paging} />;
  }
  return (
    <Table<Row>
      {...shared}
      className={styles['table'] ?? ''}
      aria-label={caption}
      size="middle"
      dataSource={[...(rows ?? [])]}
      rowKey={keyOf}
      locale={{ emptyText: empty ?? w.empty }}
      scroll={{ x: 'max-content' }}
      pagination={paging}
      {...(onRow ? { onRow: (row: Row) => ({ ...pressed(() => onRow(row)), className: styles['pressable'] }) } : {})}
    />
  );
}
