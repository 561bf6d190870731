import { Table, type TableColumnsType } from 'antd';
import { RowCards } from '#web/ui/desk/RowCards.tsx';
import { useOnPhone } from '#web/ui/narrow.ts';

type Props<Row extends object> = {
  readonly caption: string;
  readonly rows: readonly Row[];
  readonly columns: TableColumnsType<Row>;
  readonly keyOf: (row: Row) => string;
  readonly empty: string;
};

/** All rows of a thing within a page, close together; on a phone as cards. */
export function ShortTable<Row extends object>({ caption, rows, columns, keyOf, empty }: Props<Row>) {
  const onPhone = useOnPhone();
  if (onPhone)
    return <RowCards caption={caption} rows={rows} columns={columns} keyOf={keyOf} loading={false} empty={empty} />;
  return (
    <Table<Row>
      size="small"
      aria-label={caption}
      rowKey={keyOf}
      columns={columns}
      dataSource={[...rows]}
      pagination={false}
      scroll={{ x: 'max-content' }}
      locale={{ emptyText: empty }}
    />
  );
}
