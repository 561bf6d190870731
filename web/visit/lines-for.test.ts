import { expect, test } from 'vitest';
import type { VisitView } from '#domain/repair-order/visit-view.contract.ts';
import { isOfLine } from '#web/visit/action-contracts.ts';
import { linesFor } from '#web/visit/lines-for.ts';

const line = (lineId: string, more: object = {}) => ({
  lineId,
  removedAt: null,
  parentLineId: null,
  grantId: null,
  performedAt: null,
  kind: 'labour',
  necessity: 'safety',
  decision: 'declined',
  ...more,
});
const viewOf = (lines: readonly object[], signed: readonly string[] = []) =>
  ({ lines, safetyRefusals: signed.map((lineId) => ({ lineId })) }) as unknown as VisitView;
const offered = (action: string, view: VisitView) => linesFor(action, view).map(({ lineId }) => lineId);

test('a refused safety job is signed for once, its part with it, and nothing else is offered to sign (R232)', () => {
  const lines = [
    line('brakes'),
    line('pads', { kind: 'part', parentLineId: 'brakes' }),
    line('tyre', { decision: 'deferred' }),
    line('steering', { decision: 'accepted' }),
    line('wiper', { necessity: 'recommended' }),
  ];
  expect(offered('refuse_safety', viewOf(lines))).toEqual(['brakes', 'tyre']);
  expect(offered('refuse_safety', viewOf(lines, ['tyre']))).toEqual(['brakes']);
});

test('only sublet and other work that was agreed and is not done can be recorded as done (R164)', () => {
  const lines = [
    line('sublet', { kind: 'sublet', grantId: 'g1' }),
    line('towing', { kind: 'other', grantId: 'g2', performedAt: '2026-11-24T01:00:00.000Z' }),
    line('refused', { kind: 'sublet' }),
    line('job', { grantId: 'g3' }),
  ];
  expect(offered('perform_other', viewOf(lines))).toEqual(['sublet']);
});

test('what is done to a line by its version is offered beside that line, where the version is known', () => {
  expect(isOfLine('judge_warranty')).toBe(true);
  expect(isOfLine('change_line')).toBe(true);
  expect(isOfLine('refuse_safety')).toBe(false);
  expect(isOfLine('cancel')).toBe(false);
});
