import { cleanup, fireEvent, render, screen } from '@testing-library/react';
import { afterEach, expect, test, vi } from 'vitest';
import { TimeGrid, type GridTag } from '#web/ui/TimeGrid.tsx';

afterEach(cleanup);

const at = (time: string) => new Date(`2026-11-24T${time}:00+08:00`).toISOString();
const tagOf = (key: string, from: string, until: string): GridTag => ({
  key,
  row: '1',
  from: at(from),
  until: at(until),
  tone: 'active',
  label: `车 ${key}`,
  content: key,
});
const grid = {
  label: '工位',
  opensAt: '08:00',
  closesAt: '10:00',
  rows: [
    { key: '1', title: '1 号工位' },
    { key: '2', title: <b>二号</b>, name: '2 号工位' },
  ],
};
const level = (name: string) => screen.getByRole('button', { name }).style.getPropertyValue('--level');

test('a press on a free quarter tells the row and the time', () => {
  const onPlace = vi.fn<(row: string, time: string) => void>();
  render(<TimeGrid {...grid} tags={[]} onPlace={onPlace} />);
  fireEvent.click(screen.getByRole('button', { name: '2 号工位 09:15' }));
  expect(onPlace).toHaveBeenCalledWith('2', '09:15');
  expect(screen.getAllByRole('button')).toHaveLength(16);
});

test('tags that overlap lie under each other, and each is a button with its whole name', () => {
  const onTag = vi.fn<(tag: GridTag) => void>();
  const tags = [tagOf('A', '08:00', '09:00'), tagOf('B', '08:30', '09:30'), tagOf('C', '09:00', '10:00')];
  render(<TimeGrid {...grid} tags={tags} onTag={onTag} />);
  expect(['车 A', '车 B', '车 C'].map(level)).toEqual(['0', '1', '0']);
  fireEvent.click(screen.getByRole('button', { name: '车 B' }));
  expect(onTag).toHaveBeenCalledWith(tags[1]);
});

test('what really happened stands as a line with a name of its own; without a use for it nothing can be pressed', () => {
  const { content: _, ...strip } = tagOf('D', '08:00', '08:20');
  render(<TimeGrid {...grid} tags={[tagOf('A', '08:00', '09:00')]} strips={[{ ...strip, label: '实际 D' }]} />);
  expect(screen.getByRole('img', { name: '实际 D' })).toBeTruthy();
  expect(screen.queryAllByRole('button')).toEqual([]);
  expect(screen.getByTitle('车 A').textContent).toBe('A');
});
