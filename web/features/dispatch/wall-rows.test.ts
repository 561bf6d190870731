import { expect, test } from 'vitest';
import { actualOf, at, boardOf, planOf } from '#web/features/dispatch/board.fixture.ts';
import { isUsed, wallRows } from '#web/features/dispatch/wall-rows.ts';

test('the wall shows bays at work first, with the minutes over the standard time', () => {
  const board = boardOf({ actuals: [actualOf('line', { bayId: 'bay 2' })] });
  const rows = wallRows(board, at('10:42'));
  expect(rows.map(({ name }) => name)).toEqual(['2 号工位', '1 号工位']);
  expect(rows[0]?.running).toMatchObject([{ lineId: 'line', minutesOver: 12 }]);
  expect(rows.map(isUsed)).toEqual([true, false]);
});

test('a planned car that has not begun is behind by the minutes since its time', () => {
  const board = boardOf({ plans: [planOf('line')] });
  expect(wallRows(board, at('09:50'))[0]?.next).toMatchObject({ lineId: 'line', minutesBehind: 0 });
  expect(wallRows(board, at('10:07'))[0]?.next).toMatchObject({ lineId: 'line', minutesBehind: 7 });
});

test('paused work stays in its bay, and what is done leaves it', () => {
  const paused = planOf('paused', { workState: 'paused' });
  const done = planOf('done', { bayId: 'bay 2', state: 'done', workState: 'inspected' });
  const rows = wallRows(boardOf({ plans: [paused, done] }), at('10:20'));
  expect(rows[0]?.paused).toEqual([paused]);
  expect(rows[1]).toMatchObject({ name: '2 号工位', running: [], paused: [], next: null });
});
