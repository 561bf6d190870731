import { Pagination, Spin, type TableColumnsType, type TableProps } from 'antd';
import { useState, type KeyboardEvent, type MouseEvent, type ReactNode } from 'react';
import { words } from '#domain/kernel/words.ts';
import { useWords } from '#web/ui/language.ts';
import styles from '#web/ui/desk/RowCards.module.css';

const cardWords = { more: words('明细', 'Details') } as const;

type Column<Row> = TableColumnsType<Row>[number];
type Paging = { readonly current: number; readonly pageSize: number; readonly total: number };

type Props<Row extends object> = {
  readonly caption: string;
  readonly rows: readonly Row[];
  readonly columns: TableColumnsType<Row>;
  readonly keyOf: (row: Row) => string;
  readonly loading: boolean;
  readonly empty: string;
  readonly onRow?: ((row: Row) => void) | undefined;
  readonly details?: TableProps<Row>['expandable'];
  readonly paging?: (Paging & { readonly onChange: (page: number) => void }) | false;
};

/** The rows of a table on a phone, one card each: its first two columns as the head, the others as labelled facts beneath. */
export function RowCards<Row extends object>(props: Props<Row>) {
  const { caption, rows, keyOf, loading, empty, onRow, paging = false } = props;
  return (
    <Spin spinning={loading}>
      {rows.length === 0 && !loading ? <p className={styles['empty']}>{empty}</p> : null}
      <ul className={styles['cards']} aria-label={caption}>
        {rows.map((row) => (
          <li key={keyOf(row)} className={styles['card']} {...(onRow ? pressed(() => onRow(row)) : {})}>
            <Card {...props} row={row} />
          </li>
        ))}
      </ul>
      {paging ? <Pagination simple className={styles['pages'] ?? ''} showSizeChanger={false} {...paging} /> : null}
    </Spin>
  );
}

/** Pressing a whole row, by pointer or keyboard; what can be pressed within it keeps its own meaning. */
export const pressed = (press: () => void) => ({
  onClick: ({ target, currentTarget }: MouseEvent<HTMLElement>) => {
    const at = target as Element;
    if (currentTarget.contains(at) && !at.closest('a, button, summary')) press();
  },
  tabIndex: 0,
  onKeyDown: (event: KeyboardEvent) => {
    if (event.key === 'Enter' && event.target === event.currentTarget) press();
  },
});

type CardProps<Row extends object> = Pick<Props<Row>, 'columns' | 'details'> & { readonly row: Row };

function Card<Row extends object>({ columns, details, row }: CardProps<Row>) {
  const named = columns.filter(({ title }) => title !== '');
  const [head, facts, acts] = [named.slice(0, 2), named.slice(2), columns.filter(({ title }) => title === '')];
  return (
    <>
      <div className={styles['head']}>
        {head.map((column, index) => (
          <div key={index}>{cellOf(column, row)}</div>
        ))}
      </div>
      <dl className={styles['facts']}>
        {facts.map((column, index) => (
          <Fact key={index} label={column.title as ReactNode} value={cellOf(column, row)} />
        ))}
      </dl>
      {acts.map((column, index) => (
        <div key={index} className={styles['acts']}>
          {cellOf(column, row)}
        </div>
      ))}
      {details?.expandedRowRender ? <Details>{() => details.expandedRowRender?.(row, 0, 0, true)}</Details> : null}
    </>
  );
}

/** What a card has nothing to say about, it leaves out. */
const Fact = ({ label, value }: { readonly label: ReactNode; readonly value: ReactNode }) =>
  value === '—' ? null : (
    <div>
      <dt>{label}</dt>
      <dd>{value}</dd>
    </div>
  );

function cellOf<Row extends object>(column: Column<Row>, row: Row): ReactNode {
  if ('children' in column) return null;
  const value = typeof column.dataIndex === 'string' ? (row as Record<string, ReactNode>)[column.dataIndex] : null;
  return column.render ? (column.render(value, row, 0) as ReactNode) : value;
}

function Details({ children }: { readonly children: () => ReactNode }) {
  const w = useWords(cardWords);
  const [open, setOpen] = useState(false);
  return (
    <details className={styles['details']} onToggle={(event) => setOpen(event.currentTarget.open)}>
      <summary>{w.more}</summary>
      {open ? children() : null}
    </details>
  );
}
