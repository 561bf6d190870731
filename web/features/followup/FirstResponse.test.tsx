import { cleanup, render } from '@testing-library/react';
import { afterEach, expect, test } from 'vitest';
import { FirstResponse } from '#web/features/followup/FirstResponse.tsx';

afterEach(cleanup);

const respondBy = '2026-11-25T02:40:00.000Z';
const said = (complaint: { respondedAt: string | null; overdue: boolean }) =>
  render(<FirstResponse complaint={{ respondBy, ...complaint }} />).container.textContent ?? '';

test('a complaint that was answered says so, in time or late, and when, not how long ago it was due (R280)', () => {
  const early = said({ respondedAt: '2026-11-25T01:00:00.000Z', overdue: false });
  expect(early).toContain('按时回应');
  expect(early).toContain('09:00');
  expect(early).not.toMatch(/最迟|前$/);
  expect(said({ respondedAt: '2026-11-25T03:00:00.000Z', overdue: false })).toContain('回应已迟');
});

test('a complaint that waits for its first answer says by when, and that it is overdue (R280)', () => {
  expect(said({ respondedAt: null, overdue: false })).toMatch(/^最迟 .*10:40/);
  expect(said({ respondedAt: null, overdue: true })).toMatch(/^超时未回应/);
});
