import { cleanup, fireEvent, render, screen } from '@testing-library/react';
import type { TableColumnsType } from 'antd';
import { afterEach, expect, test } from 'vitest';
import { RowCards } from '#web/ui/desk/RowCards.tsx';

afterEach(cleanup);

type Row = { readonly plate: string; readonly customer: string; readonly advisor: string; readonly note: string };
const row: Row = { plate: '苏E12345', customer: '王建国', advisor: '冯美超', note: '—' };
const pressedRows: string[] = [];

function shown(rows: readonly Row[]) {
  const columns: TableColumnsType<Row> = [
    { title: '车辆', dataIndex: 'plate' },
    { title: '客户', dataIndex: 'customer' },
    { title: '服务顾问', dataIndex: 'advisor' },
    { title: '备注', dataIndex: 'note' },
    { title: '', render: () => <button type="button">联系</button> },
  ];
  const keyOf = ({ plate }: Row) => plate;
  const texts = { caption: '车辆', empty: '没有车辆' };
  const onRow = ({ plate }: Row) => pressedRows.push(plate);
  return render(<RowCards {...texts} rows={rows} columns={columns} keyOf={keyOf} loading={false} onRow={onRow} />);
}

test('on a phone a row is a card: its first columns head it, the others stand beneath by name, what says nothing is left out', () => {
  shown([row]);
  expect(screen.getByRole('listitem').textContent).toBe('苏E12345王建国服务顾问冯美超联系');
});

test('a card is opened by finger and keyboard, and a button within keeps its own meaning', () => {
  shown([row]);
  const card = screen.getByRole('listitem');
  fireEvent.click(screen.getByRole('button', { name: '联系' }));
  expect(pressedRows).toEqual([]);
  fireEvent.click(screen.getByText('王建国'));
  fireEvent.keyDown(card, { key: 'Enter' });
  expect(pressedRows).toEqual(['苏E12345', '苏E12345']);
});

test('an empty list says so in a sentence', () => {
  shown([]);
  expect(screen.getByText('没有车辆')).toBeTruthy();
});
