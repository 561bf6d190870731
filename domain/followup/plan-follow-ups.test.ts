import { describe, expect, test } from 'vitest';
import { planFollowUpsOf } from '#domain/followup/plan-follow-ups.ts';
import { orderKinds } from '#domain/repair-order/repair-order.ts';
import { defaultSettings } from '#domain/store/settings.ts';
import { buildVisit } from '#domain/testing/build-visit.ts';
import { testId, testNow } from '#domain/testing/test-context.ts';

const context = { now: testNow, newId: () => testId(0xabc), settings: defaultSettings };
const planned = (visit: Parameters<typeof planFollowUpsOf>[0]) =>
  planFollowUpsOf(visit, context).map(({ next: { followUp } }) => [followUp.kind, followUp.dueFrom, followUp.dueBy]);

describe('the calls after a visit', () => {
  test('quality from the next day to the third, relationship from the third to the seventh (R260, R261)', () => {
    expect(planned(buildVisit())).toEqual([
      ['quality_call', '2026-11-25T02:00:00.000Z', '2026-11-27T12:00:00.000Z'],
      ['relationship_call', '2026-11-27T02:00:00.000Z', '2026-12-01T12:00:00.000Z'],
    ]);
  });

  test('at the time the customer likes, within the term all the same (R218, R260)', () => {
    const evenings = buildVisit({ customer: { preferredCall: { from: '18:30', to: '20:00', days: 'days_off' } } });
    expect(planned(evenings)).toEqual([
      ['quality_call', '2026-11-27T10:30:00.000Z', '2026-11-27T12:00:00.000Z'],
      ['relationship_call', '2026-11-28T10:30:00.000Z', '2026-12-01T12:00:00.000Z'],
    ]);
  });

  test.each(orderKinds)('an order of kind %s (R260)', (kind) => {
    const own = kind === 'internal' || kind === 'pdi';
    expect(planned(buildVisit({ order: { kind } }))).toHaveLength(own ? 0 : 2);
  });
});
