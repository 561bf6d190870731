import { expect, test } from 'vitest';
import {
  bayReservedBy,
  bayTakenBy,
  bySkillAndLoad,
  isBusy,
  type Technician,
} from '#web/features/dispatch/assign-choices.ts';
import { at, boardOf, planOf } from '#web/features/dispatch/board.fixture.ts';

const wanted = { lineId: 'mine', orderId: 'my order', from: at('10:15'), until: at('11:00') };
const person = (staffId: string, changes: Partial<Technician> = {}): Technician => ({
  staffId,
  name: staffId,
  teamId: 'team',
  teamName: '机电一组',
  leadsTeam: false,
  trades: ['mechanical_electrical'],
  slots: 1,
  plannedMinutes: 0,
  workedMinutes: 0,
  working: false,
  ...changes,
});

test('a bay is taken by another car that is planned there then, not by the same car or after its end', () => {
  const board = boardOf({ plans: [planOf('other')] });
  expect(bayTakenBy(board, 'bay 1', wanted)?.lineId).toBe('other');
  expect(bayTakenBy(board, 'bay 2', wanted)).toBeNull();
  expect(bayTakenBy(board, 'bay 1', { ...wanted, orderId: 'order' })).toBeNull();
  expect(bayTakenBy(board, 'bay 1', { ...wanted, from: at('10:30') })).toBeNull();
  expect(bayTakenBy(boardOf({ plans: [planOf('other', { state: 'done' })] }), 'bay 1', wanted)).toBeNull();
});

test('a bay that an appointment reserved says so, and is still the supervisor’s to give', () => {
  const tag = { appointmentId: 'a', plates: ['苏E1'], requestedJobs: '保养', marker: 'none' as const };
  const board = boardOf({ expected: [{ ...tag, bayId: 'bay 1', from: at('10:45'), until: at('11:15') }] });
  expect(bayReservedBy(board, 'bay 1', wanted)?.appointmentId).toBe('a');
  expect(bayReservedBy(board, 'bay 2', wanted)).toBeNull();
});

test('a technician is busy when every slot is planned elsewhere', () => {
  const board = boardOf({ plans: [planOf('other')] });
  expect(isBusy(board, person('technician 1'), wanted)).toBe(true);
  expect(isBusy(board, person('technician 1', { slots: 2 }), wanted)).toBe(false);
  expect(isBusy(board, person('technician 1'), { ...wanted, lineId: 'other' })).toBe(false);
  expect(isBusy(board, person('technician 2'), wanted)).toBe(false);
});

test('those who may do the trade come first, the less loaded before the more loaded', () => {
  const all = [person('full', { plannedMinutes: 300 }), person('painter', { trades: ['paint'] }), person('free')];
  const { fit, unfit } = bySkillAndLoad(all, 'mechanical_electrical');
  expect([fit, unfit].map((each) => each.map(({ staffId }) => staffId))).toEqual([['free', 'full'], ['painter']]);
  expect(bySkillAndLoad(all, null).unfit).toEqual([]);
});
