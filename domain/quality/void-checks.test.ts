import { expect, test } from 'vitest';
import { voidChecks } from '#domain/quality/void-checks.ts';
import { buildVisit } from '#domain/testing/build-visit.ts';
import { testContext, testNow } from '#domain/testing/test-context.ts';
import { withInspection } from '#domain/testing/with-workshop.ts';

const ready = buildVisit({
  order: { state: 'ready', readyAt: testNow, parkingPlace: 'C3', customerToldReadyAt: testNow, pickUpAt: testNow },
});

test('work that resumes voids the checks of the whole car, not those of its lines (R188)', () => {
  const checked = (
    ['self_check', 'leader_check', 'final_inspection', 'internal_check', 'vehicle_check'] as const
  ).reduce((so, kind) => withInspection(so, { kind }), ready);
  const next = voidChecks(checked, '增项', testContext('advisor'));
  expect(next.inspections.map(({ kind, voidedAt }) => [kind, voidedAt])).toEqual([
    ['self_check', null],
    ['leader_check', null],
    ['final_inspection', testNow],
    ['internal_check', testNow],
    ['vehicle_check', testNow],
  ]);
  expect(next.order).toMatchObject({ state: 'open', readyAt: null, parkingPlace: null, customerToldReadyAt: null });
  expect(checked.inspections.every(({ voidedAt }) => voidedAt === null)).toBe(true);
});
