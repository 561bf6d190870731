import { expect, test } from 'vitest';
import { actualOf, at, boardOf, planOf } from '#web/features/dispatch/board.fixture.ts';
import {
  actualTone,
  hoursShown,
  minutesOver,
  planTone,
  shownTimes,
  standardMinutes,
  within,
} from '#web/features/dispatch/grid-tags.ts';

test('a plan is quiet before its time, warns when it should run, is alive while it runs, and red when it should be over', () => {
  const queued = planOf('line');
  expect(planTone(queued, at('09:50'))).toBe('neutral');
  expect(planTone(queued, at('10:05'))).toBe('warn');
  expect(planTone({ ...queued, workState: 'working' }, at('10:05'))).toBe('active');
  expect(planTone(queued, at('10:30'))).toBe('bad');
  expect(planTone({ ...queued, state: 'done' }, at('12:00'))).toBe('good');
});

test('work is red once all its stretches together took more than the standard time', () => {
  const first = actualOf('line', { from: at('09:00'), until: at('09:20'), endReason: 'paused' });
  const second = actualOf('line', { punchId: 'second', from: at('10:00') });
  const all = [first, second, actualOf('other', { from: at('08:00') })];
  expect(minutesOver(second, all, at('10:05'))).toBe(-5);
  expect(actualTone(second, all, at('10:05'))).toBe('active');
  expect(minutesOver(second, all, at('10:15'))).toBe(5);
  expect(actualTone(second, all, at('10:15'))).toBe('bad');
  expect(actualTone(first, [first], at('10:15'))).toBe('warn');
  expect(actualTone({ ...first, endReason: 'finished' }, [first], at('10:15'))).toBe('good');
});

test('work without a standard time is never over it', () => {
  const open = actualOf('line', { hoursCenti: null });
  expect(minutesOver(open, [open], at('18:00'))).toBeNull();
  expect(standardMinutes(null)).toBe(60);
  expect(standardMinutes(10)).toBe(15);
  expect(standardMinutes(75)).toBe(45);
});

test('work that is done lies where it happened, the rest where it is planned', () => {
  const actuals = [
    actualOf('line', { from: at('10:40'), until: at('11:00'), endReason: 'finished' }),
    actualOf('line', { from: at('10:05'), until: at('10:20'), endReason: 'paused' }),
    actualOf('other', { from: at('08:00') }),
  ];
  const done = planOf('line', { state: 'done' });
  expect(shownTimes(done, actuals)).toEqual({ from: at('10:05'), until: at('11:00') });
  expect(shownTimes(planOf('line'), actuals)).toEqual({ from: at('10:00'), until: at('10:30') });
  expect(shownTimes(done, [])).toEqual({ from: at('10:00'), until: at('10:30') });
});

test('the hours shown reach beyond those of the shop where something is planned or happens then', () => {
  expect(hoursShown(boardOf())).toEqual({ opensAt: '08:00', closesAt: '20:00' });
  const late = planOf('late', { from: at('20:30'), until: at('21:15') });
  const early = actualOf('early', { from: at('06:40') });
  expect(hoursShown(boardOf({ plans: [late], actuals: [early] }))).toEqual({ opensAt: '06:40', closesAt: '21:15' });
});

test('what lasts over midnight is cut at the ends of the day', () => {
  const long = { from: '2026-11-23T09:00:00.000Z', until: '2026-11-25T03:00:00.000Z' };
  expect(within(long, '2026-11-24')).toEqual({ from: at('00:00'), until: at('23:59') });
});
